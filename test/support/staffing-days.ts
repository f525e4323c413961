import type { Catalogue } from '@shouwen/domain/catalogue/catalogue';
import { Random, seedOf } from '@shouwen/domain/simulation/random';
import type { DayLesson } from '@shouwen/domain/staffing/lesson';
import type { DaySetting } from '@shouwen/domain/staffing/setting';
import { HOUR } from '@shouwen/domain/time/instant';
import { at, CATALOGUE, DAY, TIME_ZONE } from './domain-hall.ts';
import { instantAt } from '@shouwen/domain/time/zoned';

/** A hall of `windows` equal windows for one queue. */
export function oneQueueHall(windows: number, promiseSeconds = 900): Catalogue {
  return {
    ...CATALOGUE,
    queues: { a: { id: 'a', letter: 'A', waitPromiseSeconds: promiseSeconds, dailyQuota: null } },
    windows: Object.fromEntries(
      Array.from({ length: windows }, (_, index) => {
        const id = `w${index + 1}`;
        return [
          id,
          { id, number: index + 1, zoneId: 'A', firstQueues: ['a'], secondQueues: [], secondAfterSeconds: 0 },
        ];
      }),
    ),
    matters: {},
  };
}

/** Days on which people come at random at an even rate and take exponentially distributed times: what Erlang C is about. */
export function memorylessDays(
  days: number,
  { perHour, handlingMs, from = 8, until = 18 }: { perHour: number; handlingMs: number; from?: number; until?: number },
): DayLesson[] {
  return Array.from({ length: days }, (_, n): DayLesson => {
    const random = new Random(seedOf('memoryless', n));
    const exponential = (mean: number) => -Math.log(1 - random.next()) * mean;
    const visits: DayLesson['visits'] = [];
    for (let t = from * HOUR + exponential(HOUR / perHour); t < until * HOUR; t += exponential(HOUR / perHour))
      visits.push({
        at: t,
        queueId: 'a',
        matterId: null,
        headStart: null,
        missed: null,
        givesUp: null,
        legs: [{ queueId: 'a', matterId: null, walk: 0, work: exponential(handlingMs), held: 0, turn: 0 }],
      });
    return { day: `2026-10-${String(n + 1).padStart(2, '0')}`, visits, waits: [], open: [] };
  });
}

/** A setting on the test day, 08:00 to 18:00. */
export const settingOf = (
  catalogue: Catalogue,
  lessons: readonly DayLesson[],
  also: Partial<DaySetting> = {},
): DaySetting => ({
  catalogue,
  day: DAY,
  span: { from: at('08:00'), until: at('18:00') },
  midnight: instantAt(DAY, '00:00', TIME_ZONE),
  lessons,
  draws: 40,
  seed: 'test',
  ...also,
});
