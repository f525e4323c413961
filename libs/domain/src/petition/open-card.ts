import { contactNumber } from '../case/number.ts';
import type { DocketContext } from '../docket/context.ts';
import type { DocketEventData, NewDocketEvent } from '../docket/events.ts';
import type { Docket } from '../docket/state.ts';

type Registered = DocketEventData['contact-registered'];
type Facts = Pick<Registered, 'channel' | 'about' | 'receiverId'> &
  Partial<Pick<Registered, 'matterId' | 'departmentId' | 'ticketId' | 'feedbackBy' | 'alarms' | 'words'>>;

/** The first-contact card on which a petition, or a question that came without anybody at a window, hangs; the next number of the year. */
export function openCard(
  docket: Docket,
  facts: Facts,
  { catalogue, day }: DocketContext,
): { contactId: string; event: NewDocketEvent } {
  const year = Number(day.slice(0, 4));
  const n = (docket.counters[`contact-${year}`] ?? 0) + 1;
  const contactId = contactNumber(catalogue.hall.casePrefix, year, n);
  const nothing = { matterId: null, departmentId: null, ticketId: null, feedbackBy: null, alarms: {}, words: null };
  const data = { contactId, n, year, servingN: null, caseId: null, materialsTaken: 0, ...nothing, ...facts };
  return { contactId, event: { kind: 'contact-registered', data } };
}
