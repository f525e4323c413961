import { CATALOGUE, DAY, at } from '../../../../test/support/domain-hall.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { QueueEvent } from '../event/hall-event.ts';
import { applyChanges, type MutableHallState } from '../hall/changes.ts';
import type { HallCommand } from '../hall/commands.ts';
import { isRefusal } from '../hall/context.ts';
import { decide } from '../hall/decide.ts';
import { changesOf, morningOf } from '../hall/evolve.ts';
import { arrivalsOf } from './arrivals.ts';
import { DayPlay } from './play-day.ts';
import { QuickHall } from './quick-hall.ts';
import { aboutOf } from './simulate-day.ts';

const SPAN = { from: at('08:00'), until: at('18:00') };
const posts = Object.keys(CATALOGUE.windows).map((windowId) => ({ windowId, clerkId: `clerk-${windowId}` }));

/** Thousands of comparisons: an assertion of its own for each would take longer than the days. */
function same(what: string, quick: readonly unknown[], whole: readonly unknown[]): void {
  if (quick.some((value, at) => value !== whole[at]))
    throw new Error(`${what}: quickly ${JSON.stringify(quick)}, by the rules ${JSON.stringify(whole)}`);
}

/** Plays a day twice at once: by the whole rules, and quickly. Answers how many commands were given, how many refused, how many called. */
function beside(catalogue: Catalogue, seed: number, load: number) {
  const whole = morningOf(catalogue, DAY) as MutableHallState;
  const quick = new QuickHall(catalogue, SPAN, DAY);
  /** The whole rules' ticket by the quick one's. */
  const twins = new Map<string, string>();
  let seq = 0;
  const counts = { given: 0, refused: 0, called: 0, returned: 0, held: 0, transferred: 0 };
  const arrivals = arrivalsOf(catalogue, SPAN, seed, load);
  const play = new DayPlay({ catalogue, span: SPAN, arrivals, posts, seed }).run();
  for (let step = play.next(); !step.done;) {
    const { at: now, command } = step.value;
    const translated = 'ticketId' in command ? { ...command, ticketId: twins.get(command.ticketId)! } : command;
    const decision = decide(whole, translated as HallCommand, { now, catalogue, open: SPAN });
    const events: QueueEvent[] = [];
    for (const event of isRefusal(decision) ? [] : decision.events) {
      const placed = { ...event, seq: ++seq, day: DAY, at: now } as QueueEvent;
      applyChanges(whole, changesOf(whole, placed));
      events.push(placed);
    }
    const answer = quick.execute(command, now);
    counts.given += 1;
    same(command.type, [isRefusal(answer) && answer.refused], [isRefusal(decision) && decision.refused]);
    if (isRefusal(answer)) {
      counts.refused += 1;
      step = play.next(answer);
      continue;
    }
    const { ticketId, queueId } = aboutOf(events[0]!.data);
    const { ticket } = answer;
    if (command.type === 'issue-ticket') twins.set(ticket!.id, ticketId!);
    if (ticket) {
      const twin = whole.tickets[twins.get(ticket.id)!]!;
      same(
        command.type,
        [twins.get(ticket.id), ticket.rank, ticket.waitingSince, ticket.queueId],
        [ticketId, twin.rank, twin.waitingSince, twin.queueId],
      );
    }
    if (command.type === 'call-next') counts.called += 1;
    if (command.type === 'return-ticket') counts.returned += 1;
    if (command.type === 'hold') counts.held += 1;
    if (command.type === 'transfer') counts.transferred += 1;
    // A transfer speaks of the queue that the ticket left.
    step = play.next({ at: now, ticketId: ticket?.id ?? null, queueId });
  }
  return counts;
}

describe('a day kept quickly', () => {
  it('calls, refuses and counts as the whole rules do, command by command', () => {
    const all = { given: 0, refused: 0, called: 0, returned: 0, held: 0, transferred: 0 };
    for (let seed = 1; seed <= 12; seed++) {
      // Also days with far more people than the windows can serve, so that numbers run out.
      const counts = beside(CATALOGUE, seed, seed % 3 === 0 ? 1.6 : 0.8);
      for (const [name, count] of Object.entries(counts)) all[name as keyof typeof all] += count;
    }
    expect(all.called).toBeGreaterThan(5_000);
    for (const count of Object.values(all)) expect(count).toBeGreaterThan(20);
  });
});
