import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases made before they could carry files, or close with a serving: what the rules now expect in their state. */
const FILES_OF_CASES = `
update case_file set body = jsonb_build_object('files', '[]'::jsonb, 'closedFrom', null) || body;`;

/** Files attached to cases. They stand in the case's own state; their content is beside the database or in a bucket. Forward only. */
export class CaseFiles1764200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FILES_OF_CASES);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: write a new one.'));
  }
}
