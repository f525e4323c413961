import type { PublicEvent } from '@shouwen/contracts/live/live';
import type { PublicBoard, PublicWindow } from '@shouwen/contracts/views/board.schema';
import { applyEvents, applyQueues } from './board-reducer.ts';

const window = (id: string, number: string | null = null): PublicWindow => ({
  id,
  state: 'open',
  ticket: number ? { number, queueId: 'a', state: 'called', calls: 1, calledAt: 1, lastCallAt: 1 } : null,
});
const board: PublicBoard = {
  hallId: 'h',
  seq: 10,
  catalogueSeq: 1,
  day: '2026-11-24',
  clock: { now: 0, speed: 1 },
  open: null,
  nextOpening: null,
  dayClosed: false,
  windows: [window('w1'), window('w2')],
  queues: [{ id: 'a', waiting: 3, range: null, next: [], issuing: null }],
  calls: [],
};
const called = (seq: number, number: string): PublicEvent => ({
  seq,
  at: seq,
  kind: 'ticket-called',
  number,
  windowId: 'w1',
  call: 1,
});
const commit = (prev: number, events: PublicEvent[], windows: PublicWindow[] = []) => ({
  hallId: 'h',
  day: '2026-11-24',
  prev,
  seq: events.at(-1)!.seq,
  at: 0,
  events,
  windows,
});

describe('a board in step with the hall', () => {
  it('takes the commit that follows on it', () => {
    const applied = applyEvents(board, commit(10, [called(11, 'A001')], [window('w1', 'A001')]));
    expect(applied).toMatchObject({
      board: {
        seq: 11,
        calls: [{ number: 'A001', seq: 11 }],
        windows: [{ id: 'w1', ticket: { number: 'A001' } }, { id: 'w2' }],
      },
    });
  });

  it('ignores what it has already seen', () => {
    expect(applyEvents(board, commit(8, [called(9, 'A001')]))).toEqual({ board });
    expect(applyEvents(board, commit(9, [called(10, 'A001')]))).toEqual({ board });
  });

  it('sees that something was missed, or that another day has begun', () => {
    expect(applyEvents(board, commit(11, [called(12, 'A001')]))).toEqual({ gap: true });
    expect(applyEvents(board, { ...commit(10, [called(11, 'A001')]), day: '2026-11-25' })).toEqual({ gap: true });
  });

  it('keeps the last twenty calls, newest first', () => {
    let now = board;
    for (let seq = 11; seq <= 40; seq++) {
      const applied = applyEvents(now, commit(seq - 1, [called(seq, `A${seq}`)]));
      if ('board' in applied) now = applied.board;
    }
    expect(now.calls).toHaveLength(20);
    expect(now.calls[0]).toMatchObject({ seq: 40 });
  });

  it('takes queues whole, of its own day only', () => {
    const queue = { id: 'a', waiting: 9, range: null, next: ['A009'], issuing: null };
    const message = { hallId: 'h', day: '2026-11-24', seq: 99, queues: [queue] };
    expect(applyQueues(board, message)).toMatchObject({ seq: 10, queues: [{ waiting: 9 }] });
    expect(applyQueues(board, { ...message, day: '2026-11-25' })).toBe(board);
  });
});
