import { DEPARTMENTS, OVERDUE } from '../performance/roll.sql.ts';
import { KEY_COLUMN, ROWS_OF, type Source } from '../performance/rows.sql.ts';
import { NOT_VOID, TOLD_LATE } from '../docket/contact-counts.sql.ts';
import type { ScoreScope } from '@shouwen/domain/score/period';

export { DEPARTMENTS };

/** What a part counts against somebody, as rows of the indicator's own list; what is ended or decided there has one row. */
const AGAINST: Readonly<Record<'waiting' | 'handling' | 'in-order' | 'on-time', Source>> = {
  waiting: { ...ROWS_OF.promised, where: 'kept_promise is not null and not kept_promise' },
  handling: ROWS_OF.overStandard,
  'in-order': { ...ROWS_OF.calls, where: 'not kept' },
  'on-time': { ...ROWS_OF.decided, where: `(body->'broken'->>'promised')::boolean` },
};
export type ListedPart = keyof typeof AGAINST;
export const LISTED_PARTS = Object.keys(AGAINST) as ListedPart[];

/** Parameters: hall, from, until, time zone, departments by matter and by person (JSON), nobody, keys. */
export const againstSql = (part: ListedPart, scope: ScoreScope): string => {
  const { from, where, at } = AGAINST[part];
  const once = part === 'on-time' ? 'subject' : `subject || '@' || floor(extract(epoch from ${at}))`;
  return `select ${KEY_COLUMN[scope]} as key, ${once} as ref, subject, to_char(day, 'YYYY-MM-DD') as day
    from (${from}) counted where ${where} and ${KEY_COLUMN[scope]} = any($8)`;
};

const CASE_KEY = { person: 'f.answerable_id', department: 'c.department_id' } as const;
/** Cases overdue and open at the end of the period. Parameters: hall, until, time zone, keys. */
export const overdueRows = (scope: keyof typeof CASE_KEY): string =>
  `select ${CASE_KEY[scope]} as key, 'case:' || c.id as ref, 'case:' || c.id as subject,
     to_char(c.promised_last_day, 'YYYY-MM-DD') as day ${OVERDUE} and ${CASE_KEY[scope]} = any($4)`;

const CONTACT_KEY = { person: 'first_receiver_id', department: 'department_id' } as const;
/**
 * First contacts of a period by who answers for the citizen being told: the first receiver, to the end (DOMAIN §4). What has limits of its
 * own — a case, a bad rating, an opinion, a request — is counted where those are.
 */
export const firstContacts = (scope: keyof typeof CONTACT_KEY): string =>
  `select ${CONTACT_KEY[scope]} as key, 'contact:' || id as ref, to_char(day, 'YYYY-MM-DD') as day, (${TOLD_LATE}) as late
   from first_contact where hall_id = $1 and day between $2 and $3 and body->>'about' in ('question', 'matter')
     and ${NOT_VOID} and ${CONTACT_KEY[scope]} is not null`;

/** Opinions that came in a period, by who handles them. */
export const OPINIONS = `select f.answerable_id as person, f.department_id as department, f.id, to_char(f.day, 'YYYY-MM-DD') as day, v.body
  from petition v join first_contact f on f.hall_id = v.hall_id and f.id = v.contact_id
  where v.hall_id = $1 and v.kind = 'opinion' and f.day between $2 and $3`;

/** Cards given in a period, to whom first. Parameters: hall, from, until, time zone. */
export const CARDS = `select id::text as id, handler_id as "to", level, floor(extract(epoch from given_at) * 1000)::bigint as at,
    to_char(given_at at time zone $4, 'YYYY-MM-DD') as day, body->>'givenBy' as by
  from card where hall_id = $1 and given_at >= $2::date::timestamp at time zone $4
    and given_at < ($3::date + 1)::timestamp at time zone $4`;

/** Days at windows, and the first absence (离岗) of each. */
export const DAYS_AT_WINDOWS = `select data->>'clerkId' as person, data->>'windowId' as window, to_char(day, 'YYYY-MM-DD') as day,
    (min(seq) filter (where kind = 'clerk-away'))::int as away
  from hall_event where hall_id = $1 and day between $2 and $3 and kind in ('window-opened', 'clerk-away') group by 1, 2, 3`;

/**
 * Breaches of discipline (纪律记录) of a period for which somebody was held to account, and that no appeal took back. Parameters: hall, from,
 * until, time zone.
 */
export const BREACHES_HELD = `select id, staff_id as person, to_char(found_at at time zone $4, 'YYYY-MM-DD') as day from conduct
  where hall_id = $1 and found_at >= $2::date::timestamp at time zone $4 and found_at < ($3::date + 1)::timestamp at time zone $4
    and body->>'breach' is not null and body->'decided'->>'measure' is not null
    and coalesce((body->'appealDecided'->>'upheld')::boolean, false) = false order by found_at, id`;
