import type { Catalogue } from '../catalogue/catalogue.ts';
import { windowOfClerk } from '../queue/waits-for.ts';
import type { ServiceDay } from '../time/instant.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { WindowDay } from '../window/window.ts';
import { actsFor, onDuty } from './duty.ts';
import type { FirstContact } from './first-contact.ts';

/**
 * Whom a citizen who comes again should see (首问人优先): the first receiver at their window; else whoever answers for the matter
 * now, at theirs; else the first receiver when in office, who may open a window yet. `null`: anybody.
 */
export function clerkToSee(
  { firstReceiverId, answerableId }: Pick<FirstContact, 'firstReceiverId' | 'answerableId'>,
  queueId: string,
  day: ServiceDay,
  windows: Readonly<Record<string, WindowDay>>,
  catalogue: Catalogue,
): string | null {
  const atWindow = [firstReceiverId, actsFor(answerableId, day, catalogue)].find(
    (id) => id !== null && windowOfClerk(id, queueId, windows, catalogue.windows) !== null,
  );
  return atWindow ?? (onDuty(firstReceiverId, day, catalogue) ? firstReceiverId : null);
}

/**
 * Whether a ticket came for a case that somebody answers for already: its serving opens no second card for the same matter. Sent on to
 * another queue — its number keeps the letter of the first — it is about something else.
 */
export const comesForCase = (
  { headStart, number, queueId }: Pick<Ticket, 'headStart' | 'number' | 'queueId'>,
  { queues }: Catalogue,
): boolean => headStart === 'second-visit' && queues[queueId]?.letter === number.replace(/\d+$/, '');
