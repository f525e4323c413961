import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Ratings, one for a serving at most, partitioned by service day like the servings they are about (decision 0001); and what hangs on
 * a first contact besides a case: the loop of a bad rating.
 */
const YEARS = [2026, 2027, 2028, 2029, 2030, 2031];
const PARTITIONS = [
  `create table rating_before partition of rating for values from (minvalue) to ('2026-01-01');`,
  ...YEARS.map(
    (year) =>
      `create table rating_${year} partition of rating for values from ('${year}-01-01') to ('${year + 1}-01-01');`,
  ),
  `create table rating_after partition of rating for values from ('2032-01-01') to (maxvalue);`,
].join('\n');

const RATINGS = `
create table rating (
  hall_id text not null,
  day date not null,
  id text not null,
  window_id text not null,
  clerk_id text not null,
  queue_id text not null,
  matter_id text,
  department_id text,
  channel text not null,
  score smallint not null check (score between 1 and 5),
  finding text,
  cast_at timestamptz not null,
  contact_id text,
  body jsonb not null,
  primary key (hall_id, day, id)
) partition by range (day);
${PARTITIONS}
create index rating_bad on rating (hall_id, day) where score <= 2;

create table petition (
  hall_id text not null,
  contact_id text not null,
  kind text not null,
  state text not null,
  due_by date,
  ended_at timestamptz,
  body jsonb not null,
  primary key (hall_id, contact_id)
);
create index petition_open on petition (hall_id, kind, due_by) where ended_at is null;
grant select, insert, update, delete on rating, petition to shouwen_app;`;

/** Ratings and petitions. Forward only. */
export class Ratings1764500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RATINGS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: write a new one.'));
  }
}
