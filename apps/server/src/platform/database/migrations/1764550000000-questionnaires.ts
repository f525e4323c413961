import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sheets of questionnaires. A one-time code is used once: the log says which serial, the index keeps it so. */
const SHEETS = `
create table questionnaire_sheet (
  hall_id text not null,
  id text not null,
  questionnaire_id text not null,
  source text not null,
  serial integer,
  at timestamptz not null,
  body jsonb not null,
  primary key (hall_id, id)
);
create unique index questionnaire_sheet_code on questionnaire_sheet (hall_id, questionnaire_id, serial)
  where serial is not null;
create index questionnaire_sheet_of on questionnaire_sheet (hall_id, questionnaire_id);
grant select, insert, update, delete on questionnaire_sheet to shouwen_app;`;

/** Questionnaires. Forward only. */
export class Questionnaires1764550000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SHEETS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: write a new one.'));
  }
}
