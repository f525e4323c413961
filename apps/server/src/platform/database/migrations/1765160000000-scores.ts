import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Appraisal, rewards and accountability (DOMAIN §7). `body` is the whole state as the rules see it. A sheet stands here once it is sealed;
 * a live one is worked out when it is asked for.
 */
const SCORES = `
create table score_sheet (
  hall_id text not null,
  id text not null,
  scope text not null,
  period text not null,
  key text not null,
  body jsonb not null,
  primary key (hall_id, id)
);
create index score_sheet_period on score_sheet (hall_id, scope, period);
create table score_objection (
  hall_id text not null,
  id text not null,
  scope text not null,
  period text not null,
  key text not null,
  body jsonb not null,
  primary key (hall_id, id)
);
create index score_objection_period on score_objection (hall_id, period);
create table conduct (
  hall_id text not null,
  id text not null,
  staff_id text not null,
  found_at timestamptz not null,
  body jsonb not null,
  primary key (hall_id, id)
);
create index conduct_of_staff on conduct (hall_id, staff_id);
create index hall_event_away on hall_event (hall_id, day) where kind = 'clerk-away';
grant select, insert, update, delete on score_sheet, score_objection, conduct to shouwen_app;`;

/** Appraisal. Forward only. */
export class Scores1765160000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SCORES);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: write a new one.'));
  }
}
