import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { LogEvent } from '@shouwen/contracts/http/hall.operations';
import type { StaffBoard } from '@shouwen/contracts/views/board.schema';
import { personName } from '@shouwen/client/names';
import { useText } from '../i18n/text.ts';
import { sentenceOf } from '../shared/sentence.ts';
import { actorName } from './actor-name.ts';

/** What a list of entries is made from. */
export interface EventsShown {
  events: readonly LogEvent[];
  catalogue: PublicCatalogue;
  staff: StaffBoard['staff'];
  loading: boolean;
  /** Said where there is nothing to show. */
  empty?: string;
  /** Opens the record of what an entry is about, `ticket:2026-11-24.A017`. */
  onSubject?: (subject: string) => void;
}

/** An entry in words: what happened, and who did it. */
export function useEventWords({ catalogue, staff }: Pick<EventsShown, 'catalogue' | 'staff'>) {
  const { t, lng } = useText();
  const nameOf = (id: string) =>
    personName(
      staff.find((one) => one.id === id),
      lng,
    );
  return {
    what: (event: LogEvent) => sentenceOf(event, { t, lng, catalogue, staff }),
    who: (event: LogEvent) => actorName(event.actor, t, nameOf),
  };
}
