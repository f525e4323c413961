import { CATALOGUE, DAY, QUEUES, WINDOWS, at, openOn } from '../../../../test/support/domain-hall.ts';
import type { QueueEvent } from '../event/hall-event.ts';
import { HEAD_STARTS } from '../queue/head-start.ts';
import { Random } from '../simulation/random.ts';
import { ENDED_STATES } from '../ticket/ticket.workflow.ts';
import { MINUTE } from '../time/instant.ts';
import { applyChanges, type MutableHallState } from './changes.ts';
import type { HallCommand } from './commands.ts';
import { isRefusal } from './context.ts';
import { decide } from './decide.ts';
import { changesOf, evolve, morningOf } from './evolve.ts';
import type { HallState } from './state.ts';

/** At least so many random commands in a run; the seed is new each time, or `SEED` from the environment. */
const COMMANDS = 1_000_000;
const PER_DAY = 800;
/** Waiting promise of the test hall's queues and five minutes. */
const LONGEST_FOR_A_CLERK = 20 * MINUTE;
const SEED = Number(process.env.SEED ?? Math.floor(Date.now() % 2 ** 31));

/** What an onlooker with a notebook knows of those who wait: the oracle for “smallest rank”, written apart from the rules. */
interface Noted {
  queueId: string;
  rank: number;
  seq: number;
  issuedAt: number;
  since: number;
  /** Comes again to a certain clerk, until a moment. */
  awaited: { clerkId: string; until: number } | null;
  /** Not an appointment and not come back: rank is the arrival less the head start, so overtaking is bounded by 30 minutes. */
  plain: boolean;
}

class Fault extends Error {}
const must = (holds: boolean, what: () => string): void => {
  if (!holds) throw new Fault(what());
};

const clerkOf = (windowId: string) => `clerk-${windowId}`;

/** One random day. Throws a Fault with what was broken. Answers how many commands were given and accepted. */
function playDay(random: Random): { given: number; done: number; passed: number } {
  const state = morningOf(CATALOGUE, DAY) as MutableHallState;
  const events: QueueEvent[] = [];
  const notebook = new Map<string, Noted>();
  const numbers = new Map<string, number>();
  const firstCalls = new Map<string, number>();
  const seen = new Set<string>();
  let now = at('08:00');
  let given = 0;
  let done = 0;
  let passed = 0;

  const pickTicket = (): string => {
    const ids = Object.keys(state.tickets);
    return ids.length > 0 && random.chance(0.97) ? random.pick(ids) : '2026-11-24.A999';
  };
  const command = (): HallCommand => {
    const windowId = random.pick(WINDOWS);
    const window = state.windows[windowId]!;
    const by = { windowId, clerkId: random.chance(0.97) ? clerkOf(windowId) : clerkOf(random.pick(WINDOWS)) };
    const queueId = random.pick(QUEUES);
    const roll = random.next();
    if (roll < 0.26) {
      const headStart = random.chance(0.25) ? random.pick(HEAD_STARTS.filter((one) => one !== 'appointment')) : null;
      const matterId = random.chance(0.95) ? `m-${queueId}` : null;
      const waitsForId = headStart === 'second-visit' ? clerkOf(random.pick([...WINDOWS, 'elsewhere'])) : null;
      return { type: 'issue-ticket', queueId, matterId, headStart, channel: 'kiosk', waitsForId };
    }
    if (roll < 0.3) return { type: 'cancel-ticket', ticketId: pickTicket() };
    if (roll < 0.33) return { type: 'return-ticket', ticketId: pickTicket() };
    if (roll < 0.34) {
      return { type: 'call-chosen', ...by, ticketId: pickTicket(), reason: 'unwell' };
    }
    if (roll < 0.36) {
      const slotAt = now + random.between(-5, 40) * MINUTE;
      const appointmentId = String(Math.floor(random.between(0, 60)));
      return { type: 'book-appointment', appointmentId, slotAt: Math.round(slotAt), queueId, matterId: null };
    }
    if (roll < 0.38) {
      const ids = Object.keys(state.appointments);
      return { type: 'check-in', appointmentId: ids.length > 0 ? random.pick(ids) : '1', headStart: null };
    }
    if (roll < 0.4) return { type: random.chance(0.5) ? 'mark-away' : 'mark-back', ...by };
    if (roll < 0.44) {
      return random.chance(0.5) ? { type: 'pause-window', ...by, reason: 'rest' } : { type: 'resume-window', ...by };
    }
    if (roll < 0.45) return { type: 'close-window', ...by };
    if (window.state === 'closed') return { type: 'open-window', ...by };
    const ticket = window.ticketId === null ? undefined : state.tickets[window.ticketId];
    if (ticket?.state === 'called') {
      const next = random.next();
      if (next < 0.5) return { type: 'start', ...by };
      if (next < 0.75) return { type: 'recall', ...by };
      if (next < 0.9) return { type: 'no-show', ...by };
      return { type: 'put-back', ...by };
    }
    if (ticket?.state === 'serving') {
      const next = random.next();
      if (next < 0.65) return { type: 'finish', ...by, outcome: 'done' };
      if (next < 0.8) return { type: 'hold', ...by };
      if (next < 0.9) return { type: 'transfer', ...by, queueId, matterId: `m-${queueId}` };
      return { type: 'put-back', ...by };
    }
    const held = window.heldTicketIds[0];
    if (held !== undefined && random.chance(0.3)) return { type: 'resume', ...by, ticketId: held };
    if (random.chance(0.1)) return { type: 'undo-finish', ...by };
    return { type: 'call-next', ...by };
  };

  /** Whether somebody waits for a clerk who sits at another window, ready for this queue, and has not waited too long for it. */
  const passedOver = (noted: Noted, windowId: string): boolean => {
    if (!noted.awaited || now >= noted.awaited.until) return false;
    const desk = WINDOWS.find((id) => state.windows[id]!.clerkId === noted.awaited!.clerkId);
    if (desk === undefined || desk === windowId) return false;
    const { state: door, awaySince } = state.windows[desk]!;
    return door === 'open' && awaySince === null && CATALOGUE.windows[desk]!.firstQueues.includes(noted.queueId);
  };

  const smallest = (queueIds: readonly string[], windowId: string): [string, Noted] | undefined => {
    let best: [string, Noted] | undefined;
    for (const entry of notebook) {
      if (!queueIds.includes(entry[1].queueId) || passedOver(entry[1], windowId)) continue;
      if (!best || entry[1].rank < best[1].rank || (entry[1].rank === best[1].rank && entry[1].seq < best[1].seq)) {
        best = entry;
      }
    }
    return best;
  };

  /** The oracle's own answer to “whom does this window call”. */
  const expected = (windowId: string): string | undefined => {
    const rule = CATALOGUE.windows[windowId]!;
    const first = smallest(rule.firstQueues, windowId);
    if (first) return first[0];
    const heads = rule.secondQueues
      .flatMap((queueId) => {
        const head = smallest([queueId], windowId);
        return head && now - head[1].since >= rule.secondAfterSeconds * 1000 ? [head] : [];
      })
      .sort((a, b) => a[1].rank - b[1].rank || a[1].seq - b[1].seq);
    return heads[0]?.[0];
  };

  const note = (event: QueueEvent): void => {
    switch (event.kind) {
      case 'ticket-issued': {
        const { ticketId, number, n, queueId, rank, headStart, waitsFor = null } = event.data;
        must(!seen.has(number), () => `number ${number} given twice`);
        seen.add(number);
        must(n === (numbers.get(queueId) ?? 0) + 1, () => `gap before ${number}`);
        numbers.set(queueId, n);
        const plain = headStart !== 'appointment';
        must(
          waitsFor === null || waitsFor.until <= now + LONGEST_FOR_A_CLERK,
          () => `${number} waits for a person too long`,
        );
        const noted = { queueId, rank, seq: event.seq, issuedAt: now, since: now, plain, awaited: waitsFor };
        notebook.set(ticketId, noted);
        return;
      }
      case 'ticket-called': {
        const { ticketId, windowId, order, kept } = event.data;
        const mine = notebook.get(ticketId);
        must(mine !== undefined, () => `${ticketId} called though it did not wait`);
        const next = expected(windowId);
        if (order === 'chosen') must(kept === (next === ticketId), () => `kept wrong for ${ticketId}`);
        else must(next === ticketId, () => `${windowId} called ${ticketId}, next was ${String(next)}`);
        if (order === 'first') {
          for (const [id, other] of notebook) {
            if (!other.plain || !mine!.plain || !CATALOGUE.windows[windowId]!.firstQueues.includes(other.queueId))
              continue;
            // Who waits for a clerk may be overtaken longer, but never after the moment that was told with the number.
            if (passedOver(other, windowId)) passed += 1;
            else must(mine!.issuedAt - other.issuedAt <= 30 * MINUTE, () => `${id} starves behind ${ticketId}`);
          }
        }
        if (!firstCalls.has(ticketId)) firstCalls.set(ticketId, now);
        notebook.delete(ticketId);
        return;
      }
      case 'ticket-transferred':
      case 'ticket-put-back':
      case 'ticket-returned': {
        const ticket = state.tickets[event.data.ticketId]!;
        must(ticket.state === 'waiting', () => `${ticket.id} does not wait after ${event.kind}`);
        if (event.kind === 'ticket-transferred')
          must(
            ticket.number === numberOf(ticket.id) && ticket.waitsFor === null,
            () => 'number changed, or still waits for the old clerk',
          );
        notebook.set(ticket.id, {
          queueId: event.kind === 'ticket-transferred' ? event.data.toQueueId : event.data.queueId,
          rank: ticket.rank,
          seq: ticket.issuedSeq,
          issuedAt: ticket.issuedAt,
          since: ticket.waitingSince,
          plain: ticket.returns === 0 && ticket.headStart !== 'appointment',
          awaited: ticket.waitsFor,
        });
        return;
      }
      case 'ticket-cancelled':
      case 'ticket-expired':
        notebook.delete(event.data.ticketId);
        return;
      default:
    }
  };

  const give = (next: HallCommand): void => {
    given += 1;
    const before = events.length;
    const decision = decide(state as HallState, next, openOn(now));
    if (isRefusal(decision)) {
      must(events.length === before, () => 'a refusal left an event');
      if (next.type === 'call-next' && ['queue-empty', 'all-awaited-elsewhere'].includes(decision.refused)) {
        const { firstQueues } = CATALOGUE.windows[next.windowId]!;
        const waits = [...notebook.values()].some(({ queueId }) => firstQueues.includes(queueId));
        must(expected(next.windowId) === undefined, () => `${next.windowId}: “empty” while somebody waited`);
        must(waits === (decision.refused === 'all-awaited-elsewhere'), () => `${next.windowId}: ${decision.refused}`);
      }
      return;
    }
    done += 1;
    for (const event of decision.events) {
      const placed = { ...event, seq: events.length + 1, day: DAY, at: now } as QueueEvent;
      events.push(placed);
      applyChanges(state, changesOf(state as HallState, placed));
      note(placed);
    }
  };

  const look = (): void => {
    for (const queueId of QUEUES) {
      const waiting = [...notebook.values()].filter((one) => one.queueId === queueId).length;
      must(
        state.queues[queueId]!.waiting === waiting,
        () => `queue ${queueId} counts ${state.queues[queueId]!.waiting}, ${waiting} wait`,
      );
    }
    for (const window of Object.values(state.windows)) {
      const ticket = window.ticketId === null ? undefined : state.tickets[window.ticketId];
      must(
        !ticket || (ticket.windowId === window.id && ['called', 'serving'].includes(ticket.state)),
        () => `${window.id} holds a wrong ticket`,
      );
      must(
        window.state !== 'closed' || (window.ticketId === null && window.heldTicketIds.length === 0),
        () => `${window.id} closed with a ticket`,
      );
    }
    const clerks = Object.values(state.windows).flatMap(({ clerkId }) => (clerkId === null ? [] : [clerkId]));
    must(new Set(clerks).size === clerks.length, () => 'a clerk at two windows');
    for (const [id, first] of firstCalls)
      must(state.tickets[id]!.firstCalledAt === first, () => `first call of ${id} changed`);
  };

  for (const windowId of WINDOWS) give({ type: 'open-window', windowId, clerkId: clerkOf(windowId) });
  while (given < PER_DAY) {
    now += Math.floor(random.between(0, 40_000));
    give(command());
    if (given % 40 === 0) look();
  }
  look();
  give({ type: 'close-day' });
  for (const ticket of Object.values(state.tickets))
    must(ENDED_STATES.has(ticket.state), () => `${ticket.id} never ended`);
  must(
    Object.values(state.windows).every((window) => window.state === 'closed'),
    () => 'a window open after the day',
  );
  must(
    Object.values(state.queues).every(({ waiting }) => waiting === 0),
    () => 'somebody waits after the day',
  );
  if (random.chance(0.02)) replay(events, state as HallState);
  return { given, done, passed };
}

const numberOf = (ticketId: string): string => ticketId.slice(DAY.length + 1);

/** evolve(events) = state, through JSON, without touching what it is given. */
function replay(events: readonly QueueEvent[], state: HallState): void {
  let again = morningOf(CATALOGUE, DAY);
  for (const event of JSON.parse(JSON.stringify(events)) as QueueEvent[]) {
    for (const part of [again, again.tickets, again.queues, again.windows, again.servings]) Object.freeze(part);
    again = evolve(again, event);
  }
  expect(again).toEqual(state);
}

describe('a hall under random commands', () => {
  it(`keeps its promises over ${COMMANDS.toLocaleString('en')} commands: unique gapless numbers, smallest rank, nobody starves, every end (PEERS 1, 4, 10)`, () => {
    const random = new Random(SEED);
    let given = 0;
    let done = 0;
    let passed = 0;
    let days = 0;
    try {
      while (given < COMMANDS) {
        const day = playDay(random);
        given += day.given;
        done += day.done;
        passed += day.passed;
        days += 1;
      }
    } catch (error) {
      throw new Error(`Day ${days + 1} of SEED=${SEED}: ${String(error)}`, { cause: error });
    }
    expect(given).toBeGreaterThanOrEqual(COMMANDS);
    // A hall that refuses everything would keep every promise.
    expect(done / given).toBeGreaterThan(0.4);
    // And one in which nobody waits for a clerk would prove nothing about it.
    expect(passed).toBeGreaterThan(1_000);
  }, 170_000);
});
