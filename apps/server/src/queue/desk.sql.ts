/**
 * Everything that a terminal shows beyond windows and queues of the day, in one statement: a clerk presses 120 times a day, and 200
 * clerks press at once. Parameters: hall, day, numbers at the window, queues in order of choice, first-choice queues, ticket subject, window.
 */
export const DESK = `select
  (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
     select s.n is not null as served, t.*, s.n, s.waited_ms, s.window_id as s_window_id, s.clerk_id, s.queue_id as s_queue_id,
       s.matter_id as s_matter_id, s.called_at as s_called_at, s.started_at, s.ended_at as s_ended_at, s.held_since, s.held_ms, s.ending
     from ticket t left join serving s on s.hall_id = t.hall_id and s.day = t.day and s.number = t.number and s.n = t.servings
     where t.hall_id = $1 and t.day = $2 and t.number = any($3::text[])) x) as at_window,
  (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
     select t.* from unnest($4::text[]) as q(id) cross join lateral (
       select * from ticket where hall_id = $1 and day = $2 and queue_id = q.id and state = 'waiting'
       order by rank, issued_seq limit 5) t) x) as next,
  (select min(l.waiting_since) from unnest($5::text[]) as q(id) cross join lateral (
     select waiting_since from ticket where hall_id = $1 and day = $2 and queue_id = q.id and state = 'waiting'
     order by waiting_since limit 1) l) as longest_since,
  (select coalesce(jsonb_agg(to_jsonb(x) order by x.seq), '[]') from (
     select seq, at, kind, data from hall_event where hall_id = $1 and day = $2 and subject = $6 order by seq limit 60) x) as story,
  (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
     select number, matter_id, ended_at, ending, greatest(0, extract(epoch from ended_at - started_at) * 1000 - held_ms)::bigint as handled_ms
     from serving where hall_id = $1 and day = $2 and window_id = $7 and ended_at is not null
     order by ended_at desc limit 10) x) as finished`;

type Row = Record<string, unknown>;

export interface DeskRow {
  at_window: Row[];
  next: Row[];
  longest_since: Date | null;
  story: { seq: number; at: string; kind: string; data: Record<string, unknown> }[];
  finished: { number: string; matter_id: string | null; ended_at: string; ending: string; handled_ms: number }[];
}
