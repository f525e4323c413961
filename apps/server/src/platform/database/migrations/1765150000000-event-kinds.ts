import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Few kinds of event are asked for by kind: calls and turns at windows of a day, and what was published of an item until a day. Without
 * an index each such question reads a hall's month, or all of its log. Partial, so that writing other events costs nothing.
 */
const EVENT_KINDS = `
create index hall_event_of_day on hall_event (hall_id, day, kind, seq)
  where kind in ('ticket-called', 'window-opened', 'window-closed', 'window-paused', 'window-resumed');
create index hall_event_published on hall_event (hall_id, (data->>'kind'), (data->>'id'), day, seq) where kind = 'catalogue-changed';`;

/** Indexes of the log by kind of event. Forward only. */
export class EventKinds1765150000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(EVENT_KINDS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: write a new one.'));
  }
}
