import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A number of another system is looked up by the number first. While a hall's history is moved in, statistics know nothing of that hall
 * yet, and of two indexes that begin with the hall the planner took this one for the key: it read the whole hall for each batch.
 */
const BY_NUMBER = `
drop index imported_case_number;
create index imported_case_number on imported_case (number, hall_id);`;

/** Imported cases by their number. Forward only. */
export class HistoryNumber1764300000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(BY_NUMBER);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: write a new one.'));
  }
}
