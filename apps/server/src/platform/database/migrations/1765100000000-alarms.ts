import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Live alarms (DOMAIN §7). `body` is the whole state as the rules see it; the columns beside it are what is asked for. One trouble has one
 * alarm that is not over: the index says so besides the rules.
 */
const ALARMS = `
create table alarm (
  hall_id text not null,
  id text not null,
  day date not null,
  measure text not null,
  about text not null,
  state text not null,
  opened_at timestamptz not null,
  over_at timestamptz,
  closed_at timestamptz,
  body jsonb not null,
  primary key (hall_id, id)
);
create unique index alarm_once on alarm (hall_id, measure, about) where over_at is null;
create index alarm_live on alarm (hall_id) where state in ('open', 'taken') or over_at is null;
create index alarm_over on alarm (hall_id, over_at) where over_at is not null;
create index alarm_day on alarm (hall_id, day);
grant select, insert, update, delete on alarm to shouwen_app;`;

/** Live alarms. Forward only. */
export class Alarms1765100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ALARMS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: write a new one.'));
  }
}
