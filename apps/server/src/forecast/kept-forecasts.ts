import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { fromKept, toKept, type HallForecast } from '@shouwen/domain/forecast/hall-forecast';
import { DataSource } from 'typeorm';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Halls whose forecast is held in memory; one is about a megabyte. */
const HELD = 200;
/** After so long it is looked whether another server has learnt anew, ms. */
const BELIEVED_MS = 10 * 60_000;

interface Held {
  forecast: HallForecast | null;
  learntAt: number;
  readAt: number;
}

/** Learnt forecasts: in the database, those in use also in memory. */
@Injectable()
export class KeptForecasts {
  private readonly held = new Map<string, Promise<Held>>();

  constructor(private readonly database: DataSource) {}

  /** A hall's forecast; `null`: it has not learnt yet. */
  async of(hallId: string): Promise<HallForecast | null> {
    const known = this.held.get(hallId);
    const held = known && (await known.catch(() => null));
    if (held && performance.now() - held.readAt < BELIEVED_MS) return held.forecast;
    return (await this.hold(hallId, this.read(hallId, held ?? null))).forecast;
  }

  async keep(hallId: string, forecast: HallForecast): Promise<void> {
    const learntAt = new Date();
    await this.database.query(
      `insert into forecast (hall_id, until, days, tickets, learnt_at, model) values ($1, $2, $3, $4, $5, $6)
       on conflict (hall_id) do update set until = excluded.until, days = excluded.days, tickets = excluded.tickets,
         learnt_at = excluded.learnt_at, model = excluded.model`,
      [hallId, forecast.until, forecast.days, forecast.tickets, learntAt.toISOString(), await pack(toKept(forecast))],
    );
    await this.hold(hallId, Promise.resolve({ forecast, learntAt: learntAt.getTime(), readAt: performance.now() }));
  }

  private hold(hallId: string, held: Promise<Held>): Promise<Held> {
    this.held.delete(hallId);
    this.held.set(hallId, held);
    if (this.held.size > HELD) this.held.delete(this.held.keys().next().value!);
    return held;
  }

  private async read(hallId: string, before: Held | null): Promise<Held> {
    const readAt = performance.now();
    const [row] = (await this.database.query('select learnt_at, model from forecast where hall_id = $1', [hallId])) as {
      learnt_at: Date;
      model: Buffer;
    }[];
    if (!row) return { forecast: null, learntAt: 0, readAt };
    const learntAt = row.learnt_at.getTime();
    if (before?.learntAt === learntAt) return { ...before, readAt };
    return { forecast: fromKept((await unpack(row.model)).toString('utf8')), learntAt, readAt };
  }
}
