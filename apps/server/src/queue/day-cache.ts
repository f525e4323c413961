import { Injectable } from '@nestjs/common';
import type { HallState } from '@shouwen/domain/hall/state';
import type { HallCatalogue } from '../catalogue/hall-catalogue.ts';
import type { HallTransaction } from '../hall-log/hall-log.ts';
import { readDay, type DayState } from './slice.ts';

/**
 * Windows and queues of a hall's day between commands. Valid only while the hall's head, read under its lock, has the sequence
 * at which it was kept: a commit by another process, or one whose outcome was never heard, makes it stale by itself.
 */
@Injectable()
export class DayCache {
  private readonly kept = new Map<string, { seq: number; state: DayState }>();

  async read(tx: HallTransaction, hallId: string, day: string, catalogue: HallCatalogue): Promise<DayState> {
    const known = this.kept.get(hallId);
    if (known?.seq === tx.head.seq && known.state.day === day) return known.state;
    return readDay(tx, hallId, day, catalogue);
  }

  /** The last state that this process committed; a reply to that commit may be made from it. */
  latest(hallId: string): { seq: number; state: DayState } | undefined {
    return this.kept.get(hallId);
  }

  /** Something else than the queue was written: what is kept is as good at `seq` as it was at `prev`. */
  advance(hallId: string, prev: number, seq: number): void {
    const known = this.kept.get(hallId);
    if (known?.seq === prev) this.kept.set(hallId, { seq, state: known.state });
  }

  keep(hallId: string, seq: number, { day, closed, windows, queues }: HallState): void {
    this.kept.set(hallId, { seq, state: { day, closed, windows, queues } });
  }
}
