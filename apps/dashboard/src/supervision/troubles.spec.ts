import type { StaffQueue, StaffWindow } from '@shouwen/contracts/views/board.schema';
import { LONG_PAUSE_MS, troublesOf } from './troubles.ts';

const NOW = 1_764_000_000_000;
const MINUTE = 60_000;

const window = (more: Partial<StaffWindow> = {}): StaffWindow => ({
  id: 'w5',
  state: 'open',
  clerkId: 'liqing',
  since: NOW - 3_600_000,
  pauseReason: null,
  awaySince: null,
  ticket: null,
  held: [],
  finished: 0,
  handledMs: 0,
  ...more,
});
const ticket = (startedAt: number, more = {}): StaffWindow['ticket'] => ({
  id: '2026-11-24.A001',
  number: 'A001',
  queueId: 'a',
  matterId: null,
  headStart: null,
  state: 'serving',
  issuedAt: startedAt,
  waitingSince: startedAt,
  calledAt: startedAt,
  lastCallAt: startedAt,
  calls: 1,
  startedAt,
  heldMs: 0,
  heldSince: null,
  standardSeconds: 600,
  ...more,
});
const queue = (waitingSince: number): StaffQueue => ({
  id: 'a',
  waiting: 3,
  range: null,
  next: [],
  issuing: null,
  issued: 3,
  headStarted: 0,
  longest: {
    id: '2026-11-24.A002',
    number: 'A002',
    queueId: 'a',
    matterId: null,
    headStart: null,
    issuedAt: waitingSince,
    waitingSince,
    rank: waitingSince,
    returns: 0,
    servings: 0,
    awaited: null,
  },
});
const found = (windows: StaffWindow[], queues: StaffQueue[] = []) =>
  troublesOf({ windows, queues }, { a: 900 }, NOW).map(({ kind, since }) => ({ kind, since }));

describe('what a supervisor should act on', () => {
  it('is a queue whose longest wait is beyond its promise, since the promise was broken', () => {
    expect(found([], [queue(NOW - 20 * MINUTE)])).toEqual([{ kind: 'queue-late', since: NOW - 5 * MINUTE }]);
    expect(found([], [queue(NOW - 15 * MINUTE)])).toEqual([]);
  });

  it('is a window over its standard, holds left out', () => {
    expect(found([window({ ticket: ticket(NOW - 12 * MINUTE) })])).toEqual([
      { kind: 'window-over', since: NOW - 2 * MINUTE },
    ]);
    expect(found([window({ ticket: ticket(NOW - 12 * MINUTE, { heldMs: 3 * MINUTE }) })])).toEqual([]);
  });

  it('is a clerk away without a reason, and a pause that goes on', () => {
    expect(found([window({ awaySince: NOW - 7 * MINUTE })])).toEqual([{ kind: 'clerk-away', since: NOW - 7 * MINUTE }]);
    const paused = { state: 'paused', pauseReason: 'lunch' } as const;
    expect(found([window({ ...paused, since: NOW - LONG_PAUSE_MS - 1 })])).toHaveLength(1);
    expect(found([window({ ...paused, since: NOW - LONG_PAUSE_MS })])).toEqual([]);
  });

  it('puts first what has lasted longest', () => {
    const kinds = found([window({ awaySince: NOW - 7 * MINUTE })], [queue(NOW - 30 * MINUTE)]).map(({ kind }) => kind);
    expect(kinds).toEqual(['queue-late', 'clerk-away']);
  });
});
