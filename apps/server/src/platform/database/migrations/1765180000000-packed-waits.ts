import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Waits of the rollups as bytes instead of a list of numbers: a question over a year of a large hall read a million of them as text. The
 * rollups are thrown away and counted anew from the tables, by the clock behind; how often a day was corrected stays.
 */
const PACKED_WAITS = `
drop table figure_cell;
create table figure_cell (
  hall_id text not null,
  scope text not null,
  key text not null,
  grain text not null check (grain in ('day', 'month')),
  start date not null,
  cell smallint not null,
  measures bigint[] not null,
  waits bytea not null,
  columns integer[] not null,
  primary key (hall_id, scope, grain, start, key, cell)
);
create index figure_cell_key on figure_cell (hall_id, scope, key, grain, start);
grant select, insert, update, delete on figure_cell to shouwen_app;
update figure_day set seq = 0;
delete from figure_head;`;

/** Waits as bytes. Forward only. */
export class PackedWaits1765180000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PACKED_WAITS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: write a new one.'));
  }
}
