import { useSearchParams } from 'wouter';
import { FIGURES } from '@shouwen/contracts/http/hall.operations';

export type Figure = (typeof FIGURES)[number];

const LISTS = ['windows', 'order'] as const;

/** What is open beside the plan; it stands in the address, so that a link shows a colleague the same. */
export type Detail =
  | { figure: Figure; queueId?: string }
  /** The record of one window, ticket or queue, e.g. `window:w5`. */
  | { subject: string }
  /** Every window now, or the calls that did not keep the order (秩序率, DOMAIN §9). */
  | { list: (typeof LISTS)[number] };

export function readDetail(search: URLSearchParams): Detail | null {
  const list = LISTS.find((one) => one === search.get('list'));
  if (list) return { list };
  const subject = search.get('subject');
  if (subject) return { subject };
  const figure = FIGURES.find((one) => one === search.get('figure'));
  const queueId = search.get('queue');
  return figure ? { figure, ...(queueId ? { queueId } : {}) } : null;
}

/** `day` only where the detail is of another day than today. */
export function writeDetail(detail: Detail | null, day: string | null): Record<string, string> {
  if (detail === null) return {};
  const of = day ? { day } : {};
  if ('list' in detail) return { list: detail.list, ...of };
  if ('subject' in detail) return { subject: detail.subject, ...of };
  return { figure: detail.figure, ...(detail.queueId ? { queue: detail.queueId } : {}), ...of };
}

/** What is open and of which day; `day` is `null` for today. */
export function useDetail(): { detail: Detail | null; day: string | null; open: (detail: Detail | null) => void } {
  const [search, setSearch] = useSearchParams();
  const wanted = search.get('day');
  const day = wanted && /^\d{4}-\d{2}-\d{2}$/.test(wanted) ? wanted : null;
  return { detail: readDetail(search), day, open: (next) => setSearch(writeDetail(next, day)) };
}
