import { useSearchParams } from 'wouter';
import { FIGURES } from '@shouwen/contracts/http/hall.operations';

export type Figure = (typeof FIGURES)[number];

/** What is open beside the plan; it stands in the address, so that a link shows a colleague the same. */
export type Detail = { figure: Figure; queueId?: string } | { subject: string } | { outOfOrder: true };

export function useDetail(): [Detail | null, (detail: Detail | null) => void] {
  const [search, setSearch] = useSearchParams();
  const figure = FIGURES.find((one) => one === search.get('figure'));
  const subject = search.get('subject');
  const queueId = search.get('queue');
  const detail: Detail | null = search.has('out-of-order')
    ? { outOfOrder: true }
    : subject
      ? { subject }
      : figure
        ? { figure, ...(queueId ? { queueId } : {}) }
        : null;
  const open = (next: Detail | null) =>
    setSearch(
      next === null
        ? {}
        : 'outOfOrder' in next
          ? { 'out-of-order': 'yes' }
          : 'subject' in next
            ? { subject: next.subject }
            : { figure: next.figure, ...(next.queueId ? { queue: next.queueId } : {}) },
    );
  return [detail, open];
}
