import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom a ticket waits for, and until when: a second visit goes to the clerk who knows the matter. Few tickets have it: no index. */
const WAITS_FOR = `
alter table ticket
  add column waits_for text,
  add column waits_until timestamptz,
  add check ((waits_for is null) = (waits_until is null));`;

/** Second visits and their clerk. Forward only. */
export class WaitsFor1764250000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WAITS_FOR);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: write a new one.'));
  }
}
