import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Inspections, with what was seen at each point. What was found hangs as an order on a card of the docket (`petition`); how often it is
 * asked which of them are planned for a day is why the day is a column.
 */
const INSPECTIONS = `
create table inspection (
  hall_id text not null,
  id text not null,
  day date not null,
  state text not null,
  body jsonb not null,
  primary key (hall_id, id)
);
create index inspection_day on inspection (hall_id, day);
grant select, insert, update, delete on inspection to shouwen_app;`;

/** Inspections have a table. Forward only. */
export class Inspections1765300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INSPECTIONS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: write a new one.'));
  }
}
