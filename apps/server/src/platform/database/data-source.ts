import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { Foundation1764000000000 } from './migrations/1764000000000-foundation.ts';
import { Docket1764100000000 } from './migrations/1764100000000-docket.ts';
import { CaseFiles1764200000000 } from './migrations/1764200000000-case-files.ts';
import { WaitsFor1764250000000 } from './migrations/1764250000000-waits-for.ts';
import { History1764300000000 } from './migrations/1764300000000-history.ts';
import { Settings1764400000000 } from './migrations/1764400000000-settings.ts';
import { HistoryNumber1764300000001 } from './migrations/1764300000001-history-number.ts';
import { Ratings1764500000000 } from './migrations/1764500000000-ratings.ts';
import { Questionnaires1764550000000 } from './migrations/1764550000000-questionnaires.ts';
import { PetitionsByDay1764800000000 } from './migrations/1764800000000-petitions-by-day.ts';
import { Figures1764900000000 } from './migrations/1764900000000-figures.ts';
import { Reports1765000000000 } from './migrations/1765000000000-reports.ts';
import { Alarms1765100000000 } from './migrations/1765100000000-alarms.ts';
import { EventKinds1765150000000 } from './migrations/1765150000000-event-kinds.ts';
import { Forecasts1765160000000 } from './migrations/1765160000000-forecasts.ts';
import { Scores1765160000000 } from './migrations/1765160000000-scores.ts';
import { NoticeReads1765170000000 } from './migrations/1765170000000-notice-reads.ts';
import { PackedWaits1765180000000 } from './migrations/1765180000000-packed-waits.ts';
import { Inspections1765300000000 } from './migrations/1765300000000-inspections.ts';
import { Regions1765400000000 } from './migrations/1765400000000-regions.ts';
import { PastAtWindow1765500000000 } from './migrations/1765500000000-past-at-window.ts';

/** Dates without a time stay text (`2026-11-24`); counts and sequences fit a number (2^53). */
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** Every migration, oldest first. A merged one is never edited. */
export const MIGRATIONS = [
  Foundation1764000000000,
  Docket1764100000000,
  CaseFiles1764200000000,
  WaitsFor1764250000000,
  History1764300000000,
  HistoryNumber1764300000001,
  Settings1764400000000,
  Ratings1764500000000,
  Questionnaires1764550000000,
  PetitionsByDay1764800000000,
  Figures1764900000000,
  Reports1765000000000,
  Alarms1765100000000,
  EventKinds1765150000000,
  Forecasts1765160000000,
  Scores1765160000000,
  NoticeReads1765170000000,
  PackedWaits1765180000000,
  Inspections1765300000000,
  Regions1765400000000,
  PastAtWindow1765500000000,
];

export interface DatabaseSettings {
  url: string;
  poolSize: number;
}

const base = (url: string) =>
  ({ type: 'postgres', url, synchronize: false, logging: false, migrationsRun: false }) satisfies DataSourceOptions;

/**
 * The server's connections: role without the right to change the log, and every timeout set, so that nothing waits for ever
 * (milliseconds).
 */
export function createDataSource({ url, poolSize }: DatabaseSettings): DataSource {
  return new DataSource({
    ...base(url),
    poolSize,
    connectTimeoutMS: 5_000,
    extra: {
      max: poolSize,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 60_000,
      keepAlive: true,
      statement_timeout: 15_000,
      lock_timeout: 10_000,
      idle_in_transaction_session_timeout: 15_000,
      application_name: 'shouwen',
      options: '-c role=shouwen_app -c jit=off',
    },
  });
}

/** Brings a database to the newest schema, as its owner. Safe to run at every start and from several servers at once. */
export async function migrate(url: string): Promise<number> {
  const source = new DataSource({
    ...base(url),
    migrations: MIGRATIONS,
    extra: { max: 1, application_name: 'shouwen-migrate' },
  });
  await source.initialize();
  try {
    await source.query('select pg_advisory_lock(7318905)');
    return (await source.runMigrations({ transaction: 'each' })).length;
  } finally {
    await source.destroy();
  }
}
