import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MINUTE, SECOND } from '@shouwen/domain/time/instant';
import { HallClocks } from '../catalogue/hall-clocks.ts';
import { AppError } from '../platform/http/app-error.ts';
import { Log } from '../platform/logging/log.ts';
import { DayCache } from './day-cache.ts';
import { QueueService } from './queue.service.ts';

/** A clerk who touches nothing for so long, without a pause and without a citizen, is away (DOMAIN §2), ms of hall time. */
export const AWAY_AFTER_MS = 5 * MINUTE;
/** How often a sign of life is written, ms. */
const NOTE_EVERY_MS = 20 * SECOND;

interface OpenWindow {
  window_id: string;
  clerk_id: string;
  away_since: Date | null;
  idle_since: Date;
}

/** Whether clerks are at their windows: signs of life come from the terminal's keys, the clock marks who is away. */
@Injectable()
export class Presence {
  private readonly noted = new Map<string, number>();

  constructor(
    private readonly database: DataSource,
    private readonly queue: QueueService,
    private readonly clocks: HallClocks,
    private readonly days: DayCache,
    private readonly log: Log,
  ) {}

  /** The clerk did something at the window. Never fails the caller. */
  seen(hallId: string, windowId: string, clerkId: string): void {
    const key = `${hallId}/${windowId}`;
    const now = this.clocks.now(hallId);
    const last = this.noted.get(key);
    if (last !== undefined && Math.abs(now - last) < NOTE_EVERY_MS) return;
    this.noted.set(key, now);
    void this.note(hallId, windowId, clerkId, now).catch((error: unknown) =>
      this.log.warn({ error }, 'sign of life not noted'),
    );
  }

  /** Marks clerks who have been away too long; called by the clock's job. */
  async markAway(hallId: string, day: string): Promise<void> {
    const limit = new Date(this.clocks.now(hallId) - AWAY_AFTER_MS).toISOString();
    const windows = (await this.database.query(
      `select w.window_id, w.clerk_id, w.away_since, greatest(w.since, p.seen_at) as idle_since
       from window_day w left join window_presence p on p.hall_id = w.hall_id and p.window_id = w.window_id
       where w.hall_id = $1 and w.day = $2 and w.state = 'open' and w.ticket_id is null and w.away_since is null
         and greatest(w.since, p.seen_at) < $3`,
      [hallId, day, limit],
    )) as OpenWindow[];
    for (const window of windows) await this.command(hallId, 'mark-away', window.window_id, window.clerk_id);
  }

  private async note(hallId: string, windowId: string, clerkId: string, now: number): Promise<void> {
    const known = this.days.latest(hallId)?.state.windows[windowId];
    // Nobody keeps a colleague in sight.
    if (known && known.clerkId !== clerkId) return;
    await this.database.query(
      `insert into window_presence (hall_id, window_id, seen_at) values ($1, $2, $3)
       on conflict (hall_id, window_id) do update set seen_at = excluded.seen_at`,
      [hallId, windowId, new Date(now).toISOString()],
    );
    if (!known || known.awaySince !== null) await this.command(hallId, 'mark-back', windowId, clerkId);
  }

  private async command(
    hallId: string,
    type: 'mark-away' | 'mark-back',
    windowId: string,
    clerkId: string,
  ): Promise<void> {
    try {
      await this.queue.run({ hallId, actor: 'clock', command: { type, windowId, clerkId } });
    } catch (error) {
      // The window closed, paused or got a ticket meanwhile: nothing to mark.
      if (!(error instanceof AppError)) throw error;
    }
  }
}
