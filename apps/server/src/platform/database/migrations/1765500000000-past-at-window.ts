import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One ticket at a window at a time holds for tickets of this system. A log from elsewhere may not say when an answered call ended, nor at which
 * window it was: many of a past day then stand at the same unknown one.
 */
const PAST_AT_WINDOW = `
drop index ticket_at_window;
create unique index ticket_at_window on ticket (hall_id, day, window_id)
  where state in ('called', 'serving') and channel <> 'import';`;

/** One at a window, of our own tickets. Forward only. */
export class PastAtWindow1765500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PAST_AT_WINDOW);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: write a new one.'));
  }
}
