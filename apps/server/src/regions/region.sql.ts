import { MEASURES, type Measure } from '@shouwen/domain/indicators/measures';
import { WHOLE } from '@shouwen/domain/indicators/scopes';
import { REGION_MEASURES } from '@shouwen/domain/region/published';

/**
 * The only statements that read several halls at once. They read what a hall publishes — its name, where it stands, the lines of the whole
 * hall in the rollups, whether a window is open, when it was last heard from — and of no table in which a person stands.
 */

/** Halls whose code begins with $1, which must be a region: digits alone. */
export const HALLS = `select hall_id as id, item->'name' as name, item->'region'->>'code' as code, item->'region'->'names' as names,
    item->>'timeZone' as "timeZone", item->>'dayStartsAt' as "dayStartsAt"
  from catalogue_item where kind = 'hall' and item->'region'->>'code' like $1 || '%' order by hall_id`;

const place = (measure: Measure) => `measures[${MEASURES.indexOf(measure) + 1}]`;
/** A line written before queues without a promise could be lacks the last measure: everything was promised (`addList`). */
const sumOf = (measure: Measure) =>
  `coalesce(sum(${measure === 'promised' ? `coalesce(${place('promised')}, ${place('answered')})` : place(measure)}), 0)::float8 as "${measure}"`;

/**
 * Sums over a period by the group into which each hall falls ($1 halls, $2 their groups; $3–$5 spans of lines). Waits come one after the
 * other, each with its length before it: as an array the driver would take ten times as long.
 */
export const SUMS = `select of.group as key, ${REGION_MEASURES.map(sumOf).join(', ')},
    string_agg(int4send(length(waits)) || waits, ''::bytea) as waits
  from unnest($1::text[], $2::int[]) as of (hall, "group") cross join unnest($3::text[], $4::date[], $5::date[]) as span (of, first, last)
  join figure_cell c on c.hall_id = of.hall and c.scope = 'hall' and c.key = '' and c.cell = ${WHOLE}
    and c.grain = span.of and c.start between span.first and span.last
  group by of.group`;

/** Which of the halls ($1) have a window open on their day ($2). */
export const OPEN = `select h.id from unnest($1::text[], $2::date[]) as h (id, day)
  where exists (select from window_day w where w.hall_id = h.id and w.day = h.day and w.state <> 'closed')`;

/** The time of the last event of halls ($1). */
export const HEARD = `select h.hall_id as id, e.at from hall_head h join hall_event e on e.hall_id = h.hall_id and e.seq = h.seq
  where h.hall_id = any($1)`;
