import type { AlarmPicture } from '@shouwen/domain/alarm/readings';
import { readingsOf, type Reading } from '@shouwen/domain/alarm/readings';
import { unbrokenSince } from '@shouwen/domain/alarm/unbroken';
import type { WindowEvent } from '@shouwen/domain/indicators/open-spans';
import type { WindowDay } from '@shouwen/domain/window/window';
import type { HallCatalogue } from '../catalogue/hall-catalogue.ts';
import type { Reader } from '../queue/queue-reader.ts';
import { dayParameters } from '../queue/figures.sql.ts';
import { PICTURE, TURNS_AT_WINDOWS } from './alarm.sql.ts';

interface PictureRow extends Pick<AlarmPicture, 'servings' | 'inHall' | 'cases' | 'badRatings'> {
  queues: Omit<AlarmPicture['queues'][number], 'openWindows'>[];
  noShows: number;
  answered: number;
}

interface At {
  hallId: string;
  day: string;
  now: number;
  catalogue: HallCatalogue;
}

/** Reads every measure of a hall, as of one moment. */
export async function readReadings(
  reader: Reader,
  { hallId, day, now, catalogue }: At,
  windows: Readonly<Record<string, WindowDay>>,
): Promise<Reading[]> {
  const [row] = await reader.query<PictureRow>(PICTURE, dayParameters(hallId, day, now, catalogue));
  const turns = await reader.query<Omit<WindowEvent, 'at'> & { at: Date }>(TURNS_AT_WINDOWS, [hallId, day]);
  const staffed = Object.values(windows).filter(({ state, awaySince }) => state === 'open' && awaySince === null);
  const { queues, noShows, answered, ...rest } = row!;
  const since = unbrokenSince(
    turns.map((turn) => ({ ...turn, at: turn.at.getTime() })),
    now,
  );
  return readingsOf({
    ...rest,
    queues: queues.map((queue) => ({
      ...queue,
      openWindows: staffed.filter(({ id }) => catalogue.rules.windows[id]?.firstQueues.includes(queue.id)).length,
    })),
    capacity: catalogue.published.hall.capacity,
    turns: { answered, noShows },
    unbroken: staffed.flatMap(({ clerkId }) => {
      const from = clerkId === null ? undefined : since.get(clerkId);
      return from === undefined ? [] : [{ staffId: clerkId!, ms: now - from }];
    }),
  });
}
