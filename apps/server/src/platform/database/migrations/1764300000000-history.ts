import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Cases that another system dealt with, moved in as history. A table of its own, not rows of `case_file` with a mark: whatever asks
 * for open cases, cards or due items cannot meet one by forgetting a condition.
 */
const HISTORY = `
create table imported_case (
  hall_id text not null,
  id text not null,
  source text not null,
  number text not null,
  matter_id text,
  began_at timestamptz not null,
  ended_at timestamptz,
  body jsonb not null,
  primary key (hall_id, id)
);
create index imported_case_number on imported_case (hall_id, number);
create index imported_case_record on imported_case (hall_id, matter_id, ended_at) where matter_id is not null;
grant select, insert, update, delete on imported_case to shouwen_app;`;

/** History from elsewhere. Forward only. */
export class History1764300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(HISTORY);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: write a new one.'));
  }
}
