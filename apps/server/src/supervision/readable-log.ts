import { Injectable } from '@nestjs/common';
import { PrivateEvents, WITHHELD, type LogViewer } from '../docket/private-events.ts';
import { LogReader, type LogQuery } from '../hall-log/log-reader.ts';
import type { LogEvent } from '../hall-log/log-event.ts';

/** Pages that one question reads at most while it skips what is withheld. */
const MOST_PAGES = 50;

/** The log as one person may read it. */
@Injectable()
export class ReadableLog {
  constructor(
    private readonly log: LogReader,
    private readonly privates: PrivateEvents,
  ) {}

  /**
   * A page of the log. What is withheld keeps its place in the whole log; a question for a kind, a ticket or a window leaves it out,
   * because standing among the answers would say what it is about.
   */
  async list(viewer: LogViewer, hallId: string, query: LogQuery): Promise<LogEvent[]> {
    const filtered = query.kind !== undefined || query.subject !== undefined;
    const found: LogEvent[] = [];
    let { after } = query;
    for (let page = 0; page < MOST_PAGES; page++) {
      const events = await this.log.events(hallId, { ...query, after });
      const readable = await this.privates.readableBy(viewer, hallId, events);
      found.push(...(filtered ? readable.filter(({ kind }) => kind !== WITHHELD) : readable));
      if (events.length < query.limit || found.length >= query.limit) break;
      after = events.at(-1)!.seq;
    }
    return found.slice(0, query.limit);
  }
}
