import { AppError } from '../platform/http/app-error.ts';

/** More than this many commands waiting for one hall: the caller is asked to come back. */
const LONGEST_LANE = 2_000;

/**
 * One lane per hall in this process: commands of a hall wait here, not on database connections, so that one busy hall cannot
 * take the whole pool. The database's row lock stays the protection between processes.
 */
export class Lanes {
  private readonly lanes = new Map<string, { tail: Promise<unknown>; length: number }>();

  async run<T>(hallId: string, work: () => Promise<T>): Promise<T> {
    const lane = this.lanes.get(hallId) ?? { tail: Promise.resolve(), length: 0 };
    if (lane.length >= LONGEST_LANE) throw new AppError('unavailable');
    this.lanes.set(hallId, lane);
    lane.length += 1;
    const turn = lane.tail.then(work, work);
    lane.tail = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      lane.length -= 1;
      if (lane.length === 0) this.lanes.delete(hallId);
    }
  }
}
