import { MINUTE, type ServiceDay } from '../time/instant.ts';
import { DayTrace, headWait, minutesPerCall } from './day-trace.ts';
import { featuresOf, USUAL_PER_CALL } from './features.ts';
import type { PastDay, PastQueues, QueuePast } from './past-days.ts';

/** A ticket with what was known when it was issued, and what came of it. */
export interface DayRow {
  features: Float64Array;
  /** Minutes it waited. */
  waited: number;
  /** The quick predictors of the same moment, minutes. */
  headWait: number;
  aheadWait: number;
  queueId: string;
}

/**
 * Plays a day that is over once more, in its order, and asks at each issue what a forecast would have known then. Of things at the same
 * moment numbers are given out first: who is called at that very moment still waits.
 * @param except the day which the queues' past must not know (its own, while learning); `undefined`: none.
 */
export function rowsOf({ hallId, tickets }: PastDay, past: PastQueues, except?: ServiceDay): DayRow[] {
  const calls = tickets.map((ticket, index) => ({ index, at: ticket.called })).sort((a, b) => a.at - b.at);
  const trace = new DayTrace();
  const pasts = new Map<string, QueuePast>();
  let called = 0;
  return tickets.map((ticket, index) => {
    const { queueId, issued } = ticket;
    for (; called < calls.length && calls[called]!.at < issued; called++) {
      const one = calls[called]!;
      trace.called(tickets[one.index]!.queueId, String(one.index), one.at * MINUTE);
    }
    const known = pasts.get(queueId) ?? past.of(hallId, queueId, except);
    pasts.set(queueId, known);
    const queue = trace.queue(queueId);
    const now = issued * MINUTE;
    const ahead = ticket.ahead ?? queue.waiting.size;
    const question = { queueId, now, minuteOfDay: issued, ahead, windows: ticket.windows ?? -1 };
    const row = {
      features: featuresOf(question, trace, known),
      waited: ticket.called - issued,
      headWait: headWait(queue, now),
      aheadWait: ahead * (minutesPerCall(queue, 10) ?? USUAL_PER_CALL),
      queueId,
    };
    trace.waits(queueId, String(index), now);
    return row;
  });
}
