import { Injectable } from '@nestjs/common';
import { askHall } from '@shouwen/domain/forecast/hall-forecast';
import { FORECAST_EVENTS, LiveDay, type HeardEvent } from '@shouwen/domain/forecast/live-day';
import type { Forecast } from '@shouwen/domain/forecast/forecaster';
import { instantAt } from '@shouwen/domain/time/zoned';
import type { HallCatalogue } from '../catalogue/hall-catalogue.ts';
import type { HallTransaction } from '../hall-log/hall-log.ts';
import { KeptForecasts } from './kept-forecasts.ts';

type Reader = Pick<HallTransaction, 'query'>;

/** How long somebody will wait in a queue with `ahead` people before them; `ticketId`: of whoever waits already. `null`: nothing is known. */
export type WaitTeller = (queueId: string, ahead: number, ticketId?: string) => Forecast | null;

const KNOWS_NOTHING: WaitTeller = () => null;

/** Halls whose day is followed at once. */
const FOLLOWED = 1_000;

/** What a day's forecast hears of the log from a sequence on. Parameters: hall, day, sequence, kinds. */
export const HEARD = `select seq, kind, at, data from hall_event where hall_id = $1 and day = $2 and seq > $3 and kind = any($4) order by seq`;

export type HeardRow = Omit<HeardEvent, 'at'> & { seq: number; at: Date };

interface Followed {
  day: string;
  seq: number;
  live: LiveDay;
}

/** Tells waits from what the hall has learnt and from its day so far, which is followed event by event, whichever server wrote them. */
@Injectable()
export class WaitForecasts {
  private readonly followed = new Map<string, Followed>();

  constructor(private readonly kept: KeptForecasts) {}

  /** @param reader the snapshot of whoever asks, so that it knows neither more nor less than they. */
  async teller(
    reader: Reader,
    { hallId, day, catalogue, now }: { hallId: string; day: string; catalogue: HallCatalogue; now: number },
  ): Promise<WaitTeller> {
    const forecast = await this.kept.of(hallId);
    if (!forecast) return KNOWS_NOTHING;
    const { live } = await this.follow(reader, hallId, day, catalogue);
    const { windows } = catalogue.rules;
    return (queueId, ahead, ticketId) => {
      const seen = ticketId === undefined ? live.trace : live.before(ticketId);
      return seen && askHall(forecast, live.newcomer(queueId, ahead, now, windows), seen);
    };
  }

  private async follow(reader: Reader, hallId: string, day: string, catalogue: HallCatalogue): Promise<Followed> {
    const known = this.followed.get(hallId);
    const followed = known?.day === day ? known : { day, seq: 0, live: new LiveDay(midnightOf(day, catalogue)) };
    const rows = await reader.query<HeardRow>(HEARD, [hallId, day, followed.seq, FORECAST_EVENTS]);
    // Somebody else may have told it the same meanwhile.
    for (const { seq, at, ...event } of rows)
      if (seq > followed.seq) {
        followed.live.hear({ ...event, at: at.getTime() }, catalogue.rules.windows);
        followed.seq = seq;
      }
    this.followed.delete(hallId);
    this.followed.set(hallId, followed);
    if (this.followed.size > FOLLOWED) this.followed.delete(this.followed.keys().next().value!);
    return followed;
  }
}

export const midnightOf = (day: string, { rules }: HallCatalogue): number =>
  instantAt(day, '00:00', rules.hall.timeZone);
