import type { Api } from '@shouwen/client/http';
import { listEvents, type LogEvent } from '@shouwen/contracts/http/hall.operations';
import type { LogFilter } from './log-filter.ts';

const PAGE = 1000;

/** Entries of one file at most: Excel and the browser's memory end before the log does. */
export const FILE_ROWS = 50_000;

/** Every entry that a filter finds, newest first, up to `FILE_ROWS`. */
export async function readAll(api: Api, hallId: string, filter: LogFilter): Promise<LogEvent[]> {
  const all: LogEvent[] = [];
  for (;;) {
    const { events } = await api.call(listEvents, {
      params: { hallId },
      query: { newest: 'true', limit: PAGE, after: all.at(-1)?.seq ?? 0, ...filter },
    });
    all.push(...events);
    if (events.length < PAGE || all.length >= FILE_ROWS) return all.slice(0, FILE_ROWS);
  }
}
