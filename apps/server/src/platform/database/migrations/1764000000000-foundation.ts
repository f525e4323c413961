import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Service years that have a partition of their own; see docs/decisions/0001-one-log-per-hall.md. */
const YEARS = [2026, 2027, 2028, 2029, 2030, 2031];

const partition = (table: string, name: string, from: string, to: string) =>
  `create table ${table}_${name} partition of ${table} for values from (${from}) to (${to});`;

const partitionsOf = (table: string): string =>
  [
    partition(table, 'before_2026', 'minvalue', `'2026-01-01'`),
    ...YEARS.map((year) => partition(table, `${year}`, `'${year}-01-01'`, `'${year + 1}-01-01'`)),
    partition(table, 'from_2032', `'2032-01-01'`, 'maxvalue'),
  ].join('\n');

const LOG = `
create table hall_head (
  hall_id text primary key,
  seq bigint not null default 0,
  hash text not null,
  catalogue_seq bigint not null default 0,
  check (seq >= 0)
);
create table hall_event (
  hall_id text not null,
  seq bigint not null,
  day date not null,
  at timestamptz not null,
  actor text not null,
  kind text not null,
  subject text not null,
  data jsonb not null,
  hash text not null,
  primary key (hall_id, seq, day)
) partition by range (day);
${partitionsOf('hall_event')}
create index hall_event_subject on hall_event (hall_id, subject, seq);

create table hall_head_signature (
  hall_id text not null,
  seq bigint not null,
  hash text not null,
  signed_at timestamptz not null,
  signature text not null,
  primary key (hall_id, seq)
);
create table idempotency (
  hall_id text not null,
  key text not null,
  request_hash text not null,
  result jsonb not null,
  at timestamptz not null,
  primary key (hall_id, key)
);
create index idempotency_age on idempotency (hall_id, at);
create table personal_data (
  hall_id text not null,
  ref text not null,
  commitment text not null,
  sealed bytea,
  erased_at timestamptz,
  primary key (hall_id, ref),
  check ((sealed is null) = (erased_at is not null))
);`;

const QUEUE = `
create table ticket (
  hall_id text not null,
  day date not null,
  number text not null,
  queue_id text not null,
  matter_id text,
  head_start text,
  channel text not null,
  issued_seq bigint not null,
  issued_at timestamptz not null,
  rank timestamptz not null,
  waiting_since timestamptz not null,
  state text not null,
  window_id text,
  first_called_at timestamptz,
  called_at timestamptz,
  last_call_at timestamptz,
  calls integer not null,
  servings integer not null,
  returns integer not null,
  ended_at timestamptz,
  primary key (hall_id, day, number)
) partition by range (day);
${partitionsOf('ticket')}
create index ticket_waiting on ticket (hall_id, day, queue_id, rank, issued_seq) where state = 'waiting';
create index ticket_longest on ticket (hall_id, day, queue_id, waiting_since) where state = 'waiting';
create unique index ticket_at_window on ticket (hall_id, day, window_id) where state in ('called', 'serving');
create index ticket_open on ticket (hall_id, day) where state in ('waiting', 'called', 'serving', 'held');

create table serving (
  hall_id text not null,
  day date not null,
  number text not null,
  n integer not null,
  queue_id text not null,
  matter_id text,
  window_id text not null,
  clerk_id text not null,
  waited_ms bigint not null,
  called_at timestamptz not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  held_since timestamptz,
  held_ms bigint not null,
  ending text,
  primary key (hall_id, day, number, n)
) partition by range (day);
${partitionsOf('serving')}
create index serving_at_window on serving (hall_id, day, window_id, ended_at);

create table queue_day (
  hall_id text not null,
  day date not null,
  queue_id text not null,
  last_number integer not null,
  waiting integer not null,
  pace_count integer not null,
  pace_ms bigint not null,
  pace_spread_ms bigint not null,
  primary key (hall_id, day, queue_id),
  check (waiting >= 0)
);
create table window_day (
  hall_id text not null,
  day date not null,
  window_id text not null,
  state text not null,
  clerk_id text,
  since timestamptz not null,
  pause_reason text,
  ticket_id text,
  held_ticket_ids text[] not null,
  last_finished_id text,
  last_finished_at timestamptz,
  away_since timestamptz,
  finished integer not null,
  handled_ms bigint not null,
  primary key (hall_id, day, window_id)
);
create unique index window_day_clerk on window_day (hall_id, day, clerk_id) where clerk_id is not null;
create table hall_day (
  hall_id text not null,
  day date not null,
  closed boolean not null,
  primary key (hall_id, day)
);
create table appointment (
  hall_id text not null,
  id text not null,
  day date not null,
  slot_at timestamptz not null,
  queue_id text not null,
  matter_id text,
  state text not null,
  ticket_id text,
  primary key (hall_id, id)
);
create table window_presence (
  hall_id text not null,
  window_id text not null,
  seen_at timestamptz not null,
  primary key (hall_id, window_id)
);
create index appointment_of_day on appointment (hall_id, day, slot_at);
create table ticket_code (
  hall_id text not null,
  code_hash text not null,
  day date not null,
  number text not null,
  primary key (hall_id, code_hash)
);
create index ticket_code_of_day on ticket_code (hall_id, day);`;

const CATALOGUE = `
create table catalogue_item (
  hall_id text not null,
  kind text not null,
  id text not null,
  item jsonb not null,
  seq bigint not null,
  primary key (hall_id, kind, id)
);
create table example_clock (
  hall_id text primary key,
  anchor_real timestamptz not null,
  anchor_hall timestamptz not null,
  speed double precision not null
);`;

const ACCESS = `
create table staff_account (
  hall_id text not null,
  staff_id text not null,
  username text not null,
  password_hash text not null,
  example boolean not null default false,
  failed integer not null default 0,
  locked_until timestamptz,
  primary key (hall_id, staff_id),
  unique (hall_id, username)
);
create table staff_session (
  hall_id text not null,
  token_hash text not null,
  staff_id text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  user_agent text not null,
  primary key (hall_id, token_hash)
);
create index staff_session_of on staff_session (hall_id, staff_id);
create table device (
  hall_id text not null,
  id text not null,
  kind text not null,
  name text not null,
  zone_id text,
  window_id text,
  token_hash text not null,
  paired_at timestamptz not null,
  revoked_at timestamptz,
  primary key (hall_id, id)
);
create unique index device_token on device (hall_id, token_hash);
create table device_pairing (
  hall_id text not null,
  code_hash text not null,
  kind text not null,
  name text not null,
  zone_id text,
  window_id text,
  expires_at timestamptz not null,
  primary key (hall_id, code_hash)
);`;

/**
 * Append-only twice: the server's role may not update or delete, and a trigger stops everybody else short of switching
 * triggers off by hand — which the chain and its published heads then show.
 */
const APPEND_ONLY = `
create function refuse_change_of_log() returns trigger language plpgsql as $$
begin
  raise exception 'the log of a hall is append-only (%, %)', tg_table_name, tg_op using errcode = 'insufficient_privilege';
end $$;
create trigger hall_event_append_only before update or delete on hall_event
  for each row execute function refuse_change_of_log();
create trigger hall_head_signature_append_only before update or delete on hall_head_signature
  for each row execute function refuse_change_of_log();
create trigger hall_head_signature_no_truncate before truncate on hall_head_signature
  for each statement execute function refuse_change_of_log();
do $$
declare part regclass;
begin
  for part in select inhrelid::regclass from pg_inherits where inhparent = 'hall_event'::regclass
    union all select 'hall_event'::regclass loop
    execute format('create trigger no_truncate before truncate on %s for each statement execute function refuse_change_of_log()', part);
  end loop;
end $$;
do $$
begin
  if not exists (select from pg_roles where rolname = 'shouwen_app') then
    begin
      create role shouwen_app nologin;
    exception when duplicate_object or unique_violation then null;
    end;
  end if;
  execute format('grant shouwen_app to %I', current_user);
end $$;
grant usage on schema public to shouwen_app;
grant select, insert, update, delete on all tables in schema public to shouwen_app;
revoke update, delete, truncate on hall_event, hall_head_signature from shouwen_app;
do $$
declare part regclass;
begin
  for part in select inhrelid::regclass from pg_inherits where inhparent = 'hall_event'::regclass loop
    execute format('revoke update, delete, truncate on %s from shouwen_app', part);
  end loop;
end $$;`;

/** The log, the day's state, the catalogue and access. Forward only. */
export class Foundation1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [LOG, QUEUE, CATALOGUE, ACCESS, APPEND_ONLY]) await runner.query(part);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: write a new one.'));
  }
}
