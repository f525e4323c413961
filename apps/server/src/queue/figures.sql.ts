import type { HallCatalogue } from '../catalogue/hall-catalogue.ts';
import { DEFAULT_STANDARD_SECONDS } from '@shouwen/domain/queue/standard';

/**
 * The tickets of a day with what the figures count of them (DOMAIN §9). Waiting counts answered calls and those still waiting, so a
 * queue that stands still looks as bad as it is (PEERS 12). Parameters: hall, day, now, promises (seconds by queue), standards
 * (seconds by matter).
 */
export const TICKETS_OF_DAY = `select t.number, t.queue_id, t.matter_id, t.state, t.window_id, t.issued_at, t.calls,
    s.n is not null as answered,
    case when s.n is not null then s.waited_ms
         when t.state = 'waiting' then greatest(0, extract(epoch from $3::timestamptz - t.waiting_since) * 1000) end as waited_ms,
    ($4::jsonb ->> t.queue_id)::bigint * 1000 as promise_ms,
    case when s.n is not null then greatest(0,
      extract(epoch from coalesce(s.ended_at, $3::timestamptz) - s.started_at) * 1000 - s.held_ms
      - coalesce(extract(epoch from $3::timestamptz - s.held_since) * 1000, 0)) end as handled_ms,
    coalesce(($5::jsonb ->> s.matter_id)::bigint, ${DEFAULT_STANDARD_SECONDS}) * 1000 as standard_ms
  from ticket t left join serving s on s.hall_id = t.hall_id and s.day = t.day and s.number = t.number and s.n = t.servings
  where t.hall_id = $1 and t.day = $2`;

/** Condition of each figure over `TICKETS_OF_DAY`: used for the count and for the list behind it. */
export const FIGURE_CONDITIONS = {
  issued: 'true',
  waiting: `state = 'waiting'`,
  answered: 'answered',
  'within-promise': 'waited_ms <= promise_ms',
  'beyond-promise': 'waited_ms > promise_ms',
  finished: `state = 'finished'`,
  'no-show': `state = 'no-show'`,
  cancelled: `state = 'cancelled'`,
  'over-standard': 'handled_ms > standard_ms',
} as const;

const count = (figure: keyof typeof FIGURE_CONDITIONS, as: string) =>
  `(count(*) filter (where ${FIGURE_CONDITIONS[figure]}))::int as "${as}"`;

export const DAY_FIGURES = `select ${count('issued', 'issued')}, ${count('waiting', 'waiting')}, ${count('answered', 'answered')},
  ${count('within-promise', 'withinPromise')}, ${count('beyond-promise', 'beyondPromise')}, ${count('finished', 'finished')},
  ${count('no-show', 'noShows')}, ${count('cancelled', 'cancelled')}, ${count('over-standard', 'overStandard')}
  from (${TICKETS_OF_DAY}) as of_day`;

/** The parameters of `TICKETS_OF_DAY`. */
export function dayParameters(hallId: string, day: string, now: number, { published }: HallCatalogue): unknown[] {
  const promises = Object.fromEntries(published.queues.map((queue) => [queue.id, queue.waitPromiseSeconds]));
  const standards = Object.fromEntries(published.matters.map((matter) => [matter.id, matter.handlingStandardSeconds]));
  return [hallId, day, new Date(now).toISOString(), JSON.stringify(promises), JSON.stringify(standards)];
}
