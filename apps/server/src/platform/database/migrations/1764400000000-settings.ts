import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The catalogue's own history is read from the log without walking past its tickets, and open cases by their number. */
const SETTINGS = `
create index hall_event_catalogue on hall_event (hall_id, seq) where kind = 'catalogue-changed';
create index case_file_open_by_number on case_file (hall_id, id) where ended_at is null;`;

/** Calendar and settings. Forward only. */
export class Settings1764400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SETTINGS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: write a new one.'));
  }
}
