import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Opinions and requests for disclosure are counted by the day on which they came. */
export class PetitionsByDay1764800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index petition_by_day on petition (hall_id, kind, (body->>'openedDay'))`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: write a new one.'));
  }
}
