import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Reports (DOMAIN §8) that people asked for: a job with its progress, and its files once it is made. Nothing of the log hangs on them: a
 * lost one is asked for again. `beat_at` tells a job that somebody works at from one whose server is gone.
 */
const REPORTS = `
create table report (
  hall_id text not null,
  id uuid not null,
  kind text not null check (kind in ('day', 'week', 'month', 'quarter', 'year')),
  "from" date not null,
  until date not null,
  asked_by text not null,
  asked_at timestamptz not null,
  state text not null check (state in ('asked', 'making', 'made', 'failed')),
  progress smallint not null default 0,
  beat_at timestamptz not null default now(),
  seq bigint,
  docx bytea,
  xlsx bytea,
  primary key (hall_id, id),
  check ((state = 'made') = (docx is not null and xlsx is not null and seq is not null))
);
create index report_asked_by on report (hall_id, asked_by, asked_at desc);
create unique index report_on_its_way on report (hall_id, asked_by, kind, "from", until) where state in ('asked', 'making');
grant select, insert, update, delete on report to shouwen_app;`;

/** Reports. Forward only. */
export class Reports1765000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REPORTS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: write a new one.'));
  }
}
