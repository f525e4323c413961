import type { HallState } from '@shouwen/domain/hall/state';
import { awaitedAt, windowOfClerk } from '@shouwen/domain/queue/waits-for';
import type { Ticket } from '@shouwen/domain/ticket/ticket';
import type { HallCatalogue } from '../catalogue/hall-catalogue.ts';
import type { HallTransaction } from '../hall-log/hall-log.ts';
import { ticketFromRow } from './rows.ts';

type Reader = Pick<HallTransaction, 'query'>;

/** First of a queue that these clerks are not waiting for at their windows, or that has waited too long for them. */
const CALLABLE = `select t.* from unnest($3::text[], $4::text[]) as q(id, clerks) cross join lateral (
  select * from ticket where hall_id = $1 and day = $2 and queue_id = q.id and state = 'waiting'
    and (waits_for is null or waits_until <= $5 or not (waits_for = any(q.clerks::text[])))
  order by rank, issued_seq limit 1) t`;

/** Where a window looks for its next ticket. */
export interface Calling {
  hallId: string;
  windowId: string;
  dayState: Pick<HallState, 'day' | 'windows'>;
  rules: HallCatalogue['rules'];
  now: number;
}

/**
 * Of queues whose first tickets (`known`) are all awaited at other windows, the first ticket that this window may call. Asked only
 * then: it is rare, and reads past as many tickets as are awaited elsewhere.
 */
export async function readPastAwaited(reader: Reader, calling: Calling, known: readonly Ticket[]): Promise<Ticket[]> {
  const { hallId, windowId, dayState, rules, now } = calling;
  const { day, windows } = dayState;
  const elsewhere = (ticket: Ticket) => {
    const at = awaitedAt(ticket, windows, rules.windows, now);
    return at !== null && at !== windowId;
  };
  const queueIds = [...new Set(known.map(({ queueId }) => queueId))].filter((id) =>
    known.every((ticket) => ticket.queueId !== id || elsewhere(ticket)),
  );
  if (queueIds.length === 0) return [];
  const clerks = queueIds.map((queueId) => {
    const others = Object.values(windows).filter((window) => window.id !== windowId && window.clerkId !== null);
    const awaiting = others.filter(({ clerkId }) => windowOfClerk(clerkId!, queueId, windows, rules.windows) !== null);
    return `{${awaiting.map(({ clerkId }) => `"${clerkId}"`).join(',')}}`;
  });
  const rows = await reader.query<Record<string, unknown>>(CALLABLE, [
    hallId,
    day,
    queueIds,
    clerks,
    new Date(now).toISOString(),
  ]);
  return rows.map(ticketFromRow);
}
