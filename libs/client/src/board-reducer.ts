import type { HallEvents, HallQueues, PublicEvent } from '@shouwen/contracts/live/live';
import type { PublicBoard, PublicCall } from '@shouwen/contracts/views/board.schema';

/** What the reducers need of a board, public or staff. */
export interface AnyBoard {
  seq: number;
  day: string;
  windows: readonly { id: string }[];
  queues: readonly { id: string }[];
}

/** Most calls that a board keeps. */
const MOST_CALLS = 20;

export type Applied<B> = { board: B } | { gap: true };

const replaced = <T extends { id: string }>(items: readonly T[], changed: readonly T[]): T[] =>
  items.map((item) => changed.find(({ id }) => id === item.id) ?? item);

/** The calls among public events. */
export const callsIn = (events: readonly PublicEvent[]): PublicCall[] =>
  events.flatMap(({ seq, at, number, windowId, call }) =>
    call !== undefined && number !== undefined && windowId !== undefined ? [{ seq, number, windowId, at, call }] : [],
  );

/** A board after a commit; a message that does not follow on the board's sequence says that something was missed. */
export function applyEvents<B extends AnyBoard>(
  board: B,
  message: HallEvents<{ seq: number }, { id: string }>,
): Applied<B> {
  if (message.seq <= board.seq) return { board };
  if (message.prev !== board.seq || message.day !== board.day) return { gap: true };
  const next = { ...board, seq: message.seq, windows: replaced(board.windows, message.windows) };
  if (!('calls' in board)) return { board: next };
  const { calls } = board as unknown as PublicBoard;
  const fresh = callsIn(message.events as unknown as readonly PublicEvent[]).reverse();
  return { board: { ...next, calls: [...fresh, ...calls].slice(0, MOST_CALLS) } };
}

/** A board with the newest word on some queues. It may speak of a later sequence than the board; queues carry their whole state. */
export function applyQueues<B extends AnyBoard>(board: B, message: HallQueues<{ id: string }>): B {
  if (message.day !== board.day) return board;
  return { ...board, queues: replaced(board.queues, message.queues) };
}
