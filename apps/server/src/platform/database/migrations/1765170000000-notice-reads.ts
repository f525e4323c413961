import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How often a notice's public page was opened, by day: a number and nothing of who opened it. No event of the hall's log stands behind
 * it, because reading is no act of the hall.
 */
const READS = `
create table notice_read (
  hall_id text not null,
  notice_id text not null,
  day date not null,
  n integer not null,
  primary key (hall_id, notice_id, day)
);
grant select, insert, update, delete on notice_read to shouwen_app;`;

/** Notices count their readers. Forward only. */
export class NoticeReads1765170000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(READS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: write a new one.'));
  }
}
