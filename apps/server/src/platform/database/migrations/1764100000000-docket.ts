import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Cases, first contacts, their cards, and when something falls due. `body` is the whole state as the rules see it; the columns beside
 * it are what lists ask for. Not partitioned: a county has some 30,000 cases a year, and open ones are found by partial indexes.
 */
const DOCKET = `
create table case_file (
  hall_id text not null,
  id text not null,
  contact_id text not null,
  matter_id text not null,
  department_id text not null,
  state text not null,
  received_day date not null,
  accepted_day date,
  promised_last_day date,
  decided_day date,
  ended_at timestamptz,
  body jsonb not null,
  primary key (hall_id, id)
);
create unique index case_file_contact on case_file (hall_id, contact_id);
create index case_file_open on case_file (hall_id, department_id) where ended_at is null;
create index case_file_record on case_file (hall_id, matter_id, decided_day) where decided_day is not null;

create table first_contact (
  hall_id text not null,
  id text not null,
  case_id text,
  ticket_id text,
  department_id text,
  day date not null,
  first_receiver_id text not null,
  answerable_id text not null,
  offered_to_id text,
  closed_at timestamptz,
  body jsonb not null,
  primary key (hall_id, id)
);
create index first_contact_open on first_contact (hall_id, answerable_id) where closed_at is null;
create index first_contact_ticket on first_contact (hall_id, ticket_id) where ticket_id is not null;
create index first_contact_day on first_contact (hall_id, day);

create table card (
  hall_id text not null,
  id bigint not null,
  contact_id text not null,
  case_id text,
  kind text not null,
  level text not null,
  handler_id text not null,
  given_at timestamptz not null,
  acknowledged boolean not null,
  body jsonb not null,
  primary key (hall_id, id)
);
create index card_of_contact on card (hall_id, contact_id, id);
create index card_unacknowledged on card (hall_id, given_at) where not acknowledged;

create table due_item (
  hall_id text not null,
  contact_id text not null,
  case_id text,
  at timestamptz not null,
  primary key (hall_id, contact_id)
);
create index due_item_next on due_item (at);
create index due_item_of_hall on due_item (hall_id, at);

create table docket_counter (
  hall_id text not null,
  id text not null,
  n integer not null,
  primary key (hall_id, id)
);
create table docket_calendar (
  hall_id text primary key,
  catalogue_seq bigint not null
);
create table file_code (
  hall_id text not null,
  contact_id text not null,
  code_hash text not null,
  failed integer not null default 0,
  locked_until timestamptz,
  primary key (hall_id, contact_id)
);
grant select, insert, update, delete on case_file, first_contact, card, due_item, docket_counter, docket_calendar, file_code to shouwen_app;`;

/** The docket. Forward only. */
export class Docket1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DOCKET);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: write a new one.'));
  }
}
