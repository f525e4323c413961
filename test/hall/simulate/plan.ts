import type { PublicCatalogue, Staff } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { Catalogue } from '@shouwen/domain/catalogue/catalogue';
import { arrivalAt, arrivalsOf, HANDLING_SHARE, type Arrival } from '@shouwen/domain/simulation/arrivals';
import { plannedServers } from '@shouwen/domain/queue/servers';
import { queueStandardSeconds } from '@shouwen/domain/queue/standard';
import { HOUR } from '@shouwen/domain/time/instant';
import type { Post } from '@shouwen/domain/simulation/habits';
import type { DayPlan } from '@shouwen/domain/simulation/play-day';
import { Random } from '@shouwen/domain/simulation/random';
import { instantAt } from '@shouwen/domain/time/zoned';
import type { Person } from '../support/people.ts';
import { readTicketLog } from '../support/ticket-log.ts';
import type { Options } from './options.ts';

const byId = <T extends { id: string }>(items: readonly T[]): Record<string, T> =>
  Object.fromEntries(items.map((item) => [item.id, item]));

/** The day's plan from the running hall's own catalogue: who comes, who works. */
export async function planFor(
  options: Options,
  visitor: Person,
  staff: Staff[],
  day: string,
): Promise<DayPlan & { title: string; forms: PublicCatalogue['ratingForms'] }> {
  const { body } = await visitor.get<PublicCatalogue>(`/api/halls/${options.into}/catalogue`);
  const catalogue: Catalogue = {
    hall: body.hall,
    queues: byId(body.queues),
    windows: byId(body.windows),
    matters: byId(body.matters),
    staff: byId(staff),
    departments: byId(body.departments),
    // Everybody with a window works on a simulated day.
    leaves: {},
    yearTables: body.yearTables,
    ratingForms: {},
    checklists: {},
    questionnaires: {},
    calendar: Object.fromEntries(body.calendar.map((entry) => [entry.day, entry])),
  };
  const { timeZone } = body.hall;
  const span = { from: instantAt(day, options.open, timeZone), until: instantAt(day, options.close, timeZone) };
  const posts = new Map<string, Post>();
  for (const { id, homeWindowId } of staff) {
    if (homeWindowId && !posts.has(homeWindowId)) posts.set(homeWindowId, { windowId: homeWindowId, clerkId: id });
  }
  const arrivals = options.arrivals
    ? await realArrivals(options, catalogue, day)
    : arrivalsOf(catalogue, span, options.seed);
  const title = options.arrivals ? `${options.hall}, its real arrivals` : `${body.hall.name.zh}, an ordinary day`;
  const handlingShare = handlingShareFor(arrivals, catalogue, (span.until - span.from) / HOUR);
  return {
    catalogue,
    span,
    arrivals,
    handlingShare,
    posts: [...posts.values()],
    seed: options.seed,
    title,
    forms: body.ratingForms,
  };
}

/** Windows are busy this share of the day at most: people fetch their papers, clerks eat. */
const ROOM = 0.55;

/** Real arrivals of a hall on a day; its queues are laid over ours, the fullest over the one with the most windows. */
async function realArrivals(options: Options, catalogue: Catalogue, day: string): Promise<Arrival[]> {
  const rows = (await readTicketLog(options.arrivals!, ['hall', 'date', 'queue_name', 'issued_at']))
    .filter((row) => row['hall'] === options.hall && row['date'] === day)
    .map((row) => ({ queue: row['queue_name']!, time: row['issued_at']! }));
  if (rows.length === 0) throw new Error(`no tickets of ${options.hall} on ${day} in ${options.arrivals}`);
  const queueOf = layOver(rows, catalogue);
  const random = new Random(options.seed);
  const { timeZone } = catalogue.hall;
  return rows
    .map(({ queue, time }) => {
      const seconds = Number(time.slice(6, 8));
      return arrivalAt(
        instantAt(day, time.slice(0, 5), timeZone) + seconds * 1000,
        queueOf.get(queue)!,
        catalogue,
        random,
      );
    })
    .sort((a, b) => a.at - b.at);
}

/** Each of their queues goes to the one of ours that has the most capacity left, the fullest first. */
function layOver(rows: readonly { queue: string }[], catalogue: Catalogue): Map<string, string> {
  const counts = new Map<string, number>();
  for (const { queue } of rows) counts.set(queue, (counts.get(queue) ?? 0) + 1);
  const left = Object.values(catalogue.queues)
    .filter((queue) => queue.dailyQuota === null)
    .map(({ id }) => ({ id, perHour: servedPerHour(id, catalogue), taken: 0 }));
  return new Map(
    [...counts]
      .sort((a, b) => b[1] - a[1])
      .map(([queue, count]) => {
        const freest = left.reduce((best, one) =>
          (one.taken + count) / one.perHour < (best.taken + count) / best.perHour ? one : best,
        );
        freest.taken += count;
        return [queue, freest.id];
      }),
  );
}

const servedPerHour = (queueId: string, catalogue: Catalogue): number =>
  (plannedServers(queueId, catalogue.windows) * 3600) / queueStandardSeconds(queueId, catalogue.matters);

/** How fast the windows must work so that the busiest queue is through by closing with a little air. */
function handlingShareFor(arrivals: readonly Arrival[], catalogue: Catalogue, hours: number): number {
  const counts = new Map<string, number>();
  for (const { queueId } of arrivals) counts.set(queueId, (counts.get(queueId) ?? 0) + 1);
  const busiest = Math.max(...[...counts].map(([id, count]) => count / (servedPerHour(id, catalogue) * hours)));
  return Math.min(HANDLING_SHARE, ROOM / busiest);
}
