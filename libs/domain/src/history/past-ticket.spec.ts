import fc from 'fast-check';
import type { QueueEvent } from '../event/hall-event.ts';
import { applyChanges, type MutableHallState } from '../hall/changes.ts';
import { changesOf, morningOf } from '../hall/evolve.ts';
import { emptyQueue } from '../queue/queue-day.ts';
import { DAY, MINUTE } from '../time/instant.ts';
import { closedWindow } from '../window/window.ts';
import { eventsOfPastDay, faultOf, type PastTicket } from './past-ticket.ts';

const ON = '2020-01-02';
const at = (time: string): number => Date.parse(`${ON}T${time}:00+08:00`);
const told = (some: Partial<PastTicket> = {}): PastTicket => ({
  number: 'A001',
  queueId: 'a',
  matterId: null,
  windowId: 'w1',
  clerkId: 'c1',
  issuedAt: at('09:00'),
  calledAt: at('09:10'),
  startedAt: null,
  endedAt: null,
  end: null,
  ...some,
});

/** The state after the events, from a morning on which nothing was. */
function after(tickets: readonly PastTicket[]): MutableHallState {
  const state = morningOf({ queues: {}, windows: {} }, ON) as MutableHallState;
  for (const { queueId, windowId } of tickets) {
    state.queues[queueId] = emptyQueue(queueId, ON);
    state.windows[windowId] = closedWindow(windowId, ON);
  }
  for (const [n, event] of eventsOfPastDay(ON, tickets, {}).entries())
    applyChanges(state, changesOf(state, { ...event, seq: n + 1, day: ON } as QueueEvent));
  return state;
}
const lines = (tickets: readonly PastTicket[]) =>
  eventsOfPastDay(ON, tickets, {}).map(({ kind, at: moment, data }) => {
    const { ticketId = '', kept } = data as { ticketId?: string; kept?: boolean };
    return `${new Date(moment + 8 * 60 * MINUTE).toISOString().slice(11, 16)} ${kind} ${ticketId.slice(11)}${kept === undefined ? '' : ` ${kept}`}`;
  });

describe('a ticket of another system', () => {
  it.each<[string | null, Partial<PastTicket>]>([
    [null, {}],
    [null, { calledAt: null }],
    [null, { calledAt: at('09:00'), startedAt: at('09:00'), endedAt: at('09:00'), end: 'done' }],
    ['it was called before it was issued', { calledAt: at('08:59') }],
    ['it was served before it was called', { startedAt: at('09:09') }],
    ['it was served without a call', { calledAt: null, startedAt: at('09:10') }],
    ['it ended before it began', { startedAt: at('09:20'), endedAt: at('09:19') }],
    ['it ended without a call', { calledAt: null, endedAt: at('09:30') }],
    ['it ended without a call', { calledAt: null, end: 'no-show' }],
    ['it was given up, but called', { end: 'cancelled' }],
    ['nobody came, but it was served', { startedAt: at('09:11'), end: 'no-show' }],
    ['it took longer than a day', { calledAt: at('09:00') + DAY + 1 }],
  ])('has the fault %j: %j', (fault, some) => {
    expect(faultOf(told(some))).toBe(fault);
  });

  it('becomes what the hall would have written, and nothing more than the file says', () => {
    const full = told({ startedAt: at('09:11'), endedAt: at('09:20'), end: 'done' });
    expect(lines([full])).toEqual([
      '09:00 ticket-issued A001',
      '09:10 ticket-called A001 true',
      '09:11 serving-started A001',
      '09:20 serving-finished A001',
      '09:20 day-closed ',
    ]);
    const state = after([full]);
    expect(state.closed).toBe(true);
    expect(state.tickets[`${ON}.A001`]).toMatchObject({ state: 'finished', channel: 'import', endedAt: at('09:20') });
    expect(state.servings[`${ON}.A001.1`]).toMatchObject({ waitedMs: 10 * MINUTE, endedAt: at('09:20'), end: 'done' });
    expect(state.queues['a']).toMatchObject({ waiting: 0, lastNumber: 1, paceCount: 1, paceMs: 10 * MINUTE });
    // The end is not known: a wait, no handling time.
    expect(after([told()]).servings[`${ON}.A001.1`]).toMatchObject({ waitedMs: 10 * MINUTE, endedAt: null, end: null });
  });

  it('that nobody called expires when the day closes; who did not come or gave up is told so', () => {
    const day = [
      told({ number: 'A001', calledAt: null }),
      told({ number: 'A002', end: 'no-show', endedAt: at('09:13') }),
      told({ number: 'A003', calledAt: null, end: 'cancelled', endedAt: at('09:12') }),
    ];
    expect(lines(day).slice(3)).toEqual([
      '09:10 ticket-called A002 false',
      '09:12 ticket-cancelled A003',
      '09:13 ticket-no-show A002',
      '09:13 ticket-expired A001',
      '09:13 day-closed ',
    ]);
    expect(Object.values(after(day).tickets).map(({ state }) => state)).toEqual(['expired', 'no-show', 'cancelled']);
  });

  it('goes on counting where the day stood', () => {
    const [issued] = eventsOfPastDay(ON, [told()], { a: 7 });
    expect(issued!.data).toMatchObject({ n: 8 });
  });

  it('comes to a day that folds, leaves nobody waiting, and says truly which calls kept the order', () => {
    const minute = fc.nat(90);
    const ticket = fc.record({
      queueId: fc.constantFrom('a', 'b'),
      windowId: fc.constantFrom('w1', 'w2'),
      issued: minute,
      wait: fc.option(minute),
      serve: fc.option(fc.nat(20)),
      end: fc.constantFrom<PastTicket['end']>('done', 'no-show', 'cancelled', null),
    });
    fc.assert(
      fc.property(fc.array(ticket, { maxLength: 25 }), (some) => {
        const day = some
          .map(({ issued, wait, serve, end, ...rest }, n) => {
            const issuedAt = at('09:00') + issued * MINUTE;
            const calledAt = wait === null || end === 'cancelled' ? null : issuedAt + wait * MINUTE;
            const endedAt = calledAt === null || serve === null ? null : calledAt + serve * MINUTE;
            return told({
              ...rest,
              number: `A${100 + n}`,
              issuedAt,
              calledAt,
              endedAt,
              end: calledAt || end === 'cancelled' ? end : null,
            });
          })
          .filter((one) => faultOf(one) === null)
          .sort((a, b) => a.issuedAt - b.issuedAt);
        const state = after(day);
        expect(Object.values(state.tickets).filter((one) => one.state === 'waiting' || one.state === 'called')).toEqual(
          [],
        );
        expect(Object.values(state.queues).map(({ waiting }) => waiting)).toEqual(
          Object.values(state.queues).map(() => 0),
        );
        const waiting: PastTicket[] = [];
        for (const { kind, data } of eventsOfPastDay(ON, day, {})) {
          const one = day.find(({ number }) => 'ticketId' in data && data.ticketId === `${ON}.${number}`)!;
          if (kind === 'ticket-issued') waiting.push(one);
          if (kind === 'ticket-called')
            expect(data.kept).toBe(waiting.find(({ queueId }) => queueId === one.queueId) === one);
          if (kind === 'ticket-called' || kind === 'ticket-cancelled') waiting.splice(waiting.indexOf(one), 1);
        }
      }),
    );
  });
});
