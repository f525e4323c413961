import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a hall has learnt of its waits. Made from the log and from nothing else: it may be emptied at any time and is learnt again; it is
 * no part of what `npm run verify` compares.
 */
const FORECASTS = `
create table forecast (
  hall_id text primary key,
  until date not null,
  days integer not null,
  tickets integer not null,
  learnt_at timestamptz not null,
  model bytea not null
);
grant select, insert, update, delete on forecast to shouwen_app;`;

/** Learnt forecasts. Forward only. */
export class Forecasts1765160000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FORECASTS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: write a new one.'));
  }
}
