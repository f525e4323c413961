import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Rollups of figures (DOMAIN §9), made from the tables behind the log: a line per day, and per month that is over, of each scope and key,
 * whole (`cell` -1) or an hour of a weekday. `measures` in the order of MEASURES, `waits` as buckets of a sketch, `columns` by five minutes.
 * What they hold can be thrown away and made again.
 */
const FIGURES = `
create table figure_cell (
  hall_id text not null,
  scope text not null,
  key text not null,
  grain text not null check (grain in ('day', 'month')),
  start date not null,
  cell smallint not null,
  measures bigint[] not null,
  waits integer[] not null,
  columns integer[] not null,
  primary key (hall_id, scope, grain, start, key, cell)
);
create index figure_cell_key on figure_cell (hall_id, scope, key, grain, start);
create table figure_day (
  hall_id text not null,
  day date not null,
  seq bigint not null,
  corrections integer not null default 0,
  primary key (hall_id, day)
);
create table figure_correction (
  hall_id text not null,
  day date not null,
  seq bigint not null,
  at timestamptz not null,
  before bigint[] not null,
  after bigint[] not null,
  primary key (hall_id, day, seq)
);
create table figure_head (
  hall_id text primary key,
  seq bigint not null
);
create index hall_event_figures on hall_event (hall_id, day)
  where kind in ('ticket-called', 'window-opened', 'window-closed', 'window-paused', 'window-resumed');
create index case_file_decided on case_file (hall_id, decided_day) where decided_day is not null;
create index rating_contact on rating (hall_id, contact_id) where contact_id is not null;
grant select, insert, update, delete on figure_cell, figure_day, figure_correction, figure_head to shouwen_app;`;

/** Rollups. Forward only. */
export class Figures1764900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FIGURES);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: write a new one.'));
  }
}
