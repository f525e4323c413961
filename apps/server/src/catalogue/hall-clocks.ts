import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Subject } from 'rxjs';
import { DataSource } from 'typeorm';
import type { Instant } from '@shouwen/domain/time/instant';
import { Clock } from '../platform/clock/clock.ts';

interface Anchor {
  real: Instant;
  hall: Instant;
  speed: number;
}

/**
 * What time it is in a hall. A real hall goes by the server's clock. An example hall may be set to another time and speed, for
 * demonstrations and simulations; every screen then shows the hall's time.
 */
@Injectable()
export class HallClocks implements OnModuleInit {
  /** Halls whose clock was set by hand just now. */
  readonly changes = new Subject<string>();
  private readonly anchors = new Map<string, Anchor>();

  constructor(
    private readonly clock: Clock,
    private readonly database: DataSource,
  ) {}

  async onModuleInit(): Promise<void> {
    const rows = (await this.database.query('select hall_id, anchor_real, anchor_hall, speed from example_clock')) as {
      hall_id: string;
      anchor_real: Date;
      anchor_hall: Date;
      speed: number;
    }[];
    for (const row of rows) {
      const anchor = { real: row.anchor_real.getTime(), hall: row.anchor_hall.getTime(), speed: row.speed };
      this.anchors.set(row.hall_id, anchor);
    }
  }

  /** The moment in the hall. */
  now(hallId: string): Instant {
    const anchor = this.anchors.get(hallId);
    const real = this.clock.now();
    return anchor ? Math.round(anchor.hall + (real - anchor.real) * anchor.speed) : real;
  }

  /** The server's own clock, by which every real hall goes. */
  server(): Instant {
    return this.clock.now();
  }

  /** Halls whose clock was set by hand. */
  setByHand(): string[] {
    return [...this.anchors.keys()];
  }

  /** For screens: the moment and how fast it runs. */
  of(hallId: string): { now: Instant; speed: number } {
    return { now: this.now(hallId), speed: this.anchors.get(hallId)?.speed ?? 1 };
  }

  /** Sets an example hall's clock; `null` goes back to the server's. The caller has checked that the hall is an example. */
  async set(hallId: string, now: Instant | null, speed: number): Promise<void> {
    if (now === null) {
      await this.database.query('delete from example_clock where hall_id = $1', [hallId]);
      this.anchors.delete(hallId);
      this.changes.next(hallId);
      return;
    }
    const anchor = { real: this.clock.now(), hall: now, speed };
    await this.database.query(
      `insert into example_clock (hall_id, anchor_real, anchor_hall, speed) values ($1, $2, $3, $4)
       on conflict (hall_id) do update set anchor_real = excluded.anchor_real, anchor_hall = excluded.anchor_hall, speed = excluded.speed`,
      [hallId, new Date(anchor.real).toISOString(), new Date(now).toISOString(), speed],
    );
    this.anchors.set(hallId, anchor);
    this.changes.next(hallId);
  }
}
