import { readFile } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { nextOpening, openSpan } from '@shouwen/domain/time/opening-hours';
import { HOUR } from '@shouwen/domain/time/instant';
import { addDays, serviceDayOf } from '@shouwen/domain/time/zoned';
import { HallLog } from '../hall-log/hall-log.ts';
import { Clock } from '../platform/clock/clock.ts';
import { CONFIG, type Config } from '../platform/config/config.ts';
import { AppError } from '../platform/http/app-error.ts';
import { CatalogueService } from './catalogue.service.ts';
import { changesFrom } from './catalogue-folder.ts';
import { HallClocks } from './hall-clocks.ts';

/** The furnished example hall, 青石县政务服务大厅. */
export const EXAMPLE_HALL_ID = 'qingshi';

const SEED = new URL('../../src/catalogue/seed/qingshi/', import.meta.url);
/** Slot of an example appointment, wall clock of the hall. */
export interface ExampleAppointment {
  slot: string;
  queueId: string;
  matterId: string;
}

const readJson = async <T>(name: string): Promise<T> => JSON.parse(await readFile(new URL(name, SEED), 'utf8')) as T;

/** Loads the example hall through the same command that a person would use, and keeps its clock at a time when it is open. */
@Injectable()
export class ExampleHall {
  constructor(
    private readonly hallLog: HallLog,
    private readonly catalogues: CatalogueService,
    private readonly clocks: HallClocks,
    private readonly clock: Clock,
    private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Makes the hall when it is not there yet. @returns whether it was made now. */
  async install(): Promise<boolean> {
    await this.hallLog.begin(EXAMPLE_HALL_ID);
    const [known] = (await this.database.query('select catalogue_seq from hall_head where hall_id = $1', [
      EXAMPLE_HALL_ID,
    ])) as {
      catalogue_seq: number;
    }[];
    if (known!.catalogue_seq > 0) return false;
    await this.catalogues.change(EXAMPLE_HALL_ID, await changesFrom(SEED), 'installer');
    return true;
  }

  appointments(): Promise<ExampleAppointment[]> {
    return readJson<ExampleAppointment[]>('appointments.json');
  }

  /**
   * Sets the example hall's clock by hand. Errors: `example-refused` for a real hall and in production.
   * @param now milliseconds; `null` for the server's own time.
   */
  async setClock(hallId: string, now: number | null, speed: number): Promise<{ now: number; speed: number }> {
    const { rules } = await this.catalogues.current(hallId);
    if (!rules.hall.example || this.config.production) throw new AppError('example-refused');
    await this.clocks.set(hallId, now, speed);
    return this.clocks.of(hallId);
  }

  /**
   * Outside its opening hours an example hall shows the next open morning, an hour after opening, so that every screen is alive
   * whenever it is looked at. Skips days that have already been closed.
   */
  async settleClock(): Promise<void> {
    const { rules } = await this.catalogues.current(EXAMPLE_HALL_ID);
    const { hall } = rules;
    const real = this.clock.now();
    const today = serviceDayOf(real, hall.timeZone, hall.dayStartsAt);
    const closed = new Set(await this.closedDays());
    const span = openSpan(rules, today);
    if (span && real >= span.from && real < span.until - HOUR && !closed.has(today)) {
      await this.clocks.set(EXAMPLE_HALL_ID, null, 1);
      return;
    }
    for (let from = today; ;) {
      const next = nextOpening(rules, from);
      if (!next) return;
      if (!closed.has(next.day)) {
        await this.clocks.set(EXAMPLE_HALL_ID, next.span.from + HOUR, 1);
        return;
      }
      from = addDays(next.day, 1);
    }
  }

  private async closedDays(): Promise<string[]> {
    const rows = (await this.database.query('select day from hall_day where hall_id = $1 and closed', [
      EXAMPLE_HALL_ID,
    ])) as {
      day: string;
    }[];
    return rows.map((row) => row.day);
  }
}
