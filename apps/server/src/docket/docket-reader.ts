import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CaseFile } from '@shouwen/domain/case/case';
import type { Card } from '@shouwen/domain/docket/card';
import type { FirstContact } from '@shouwen/domain/first-contact/first-contact';
import type { Rating } from '@shouwen/domain/rating/rating';
import type { Petition, PetitionKind } from '@shouwen/domain/petition/petition';
import { actsFor } from '@shouwen/domain/first-contact/duty';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import type { HallCatalogue } from '../catalogue/hall-catalogue.ts';
import type { LogEvent } from '../hall-log/log-event.ts';
import { eventOf, LogReader, type EventRow } from '../hall-log/log-reader.ts';
import { PersonalData } from '../hall-log/personal-data.ts';
import { AppError } from '../platform/http/app-error.ts';
import { DocketService } from './docket.service.ts';
import { caseFromRow, cardFromRow, contactFromRow } from './rows.ts';
import { readFile, readRatings } from './slice.ts';

type Row = Record<string, unknown>;

/** A first contact, with the case or the petition that hangs on it. */
export interface Held {
  contact: FirstContact;
  file: CaseFile | null;
  petition: Petition | null;
}

/** A file with everything that its screen shows. */
export interface HeldWhole extends Held {
  /** The rating behind a loop. */
  rating: Rating | null;
  cards: Card[];
  story: LogEvent[];
  words: Map<string, Record<string, string>>;
}

const HELD_COLUMNS = 'f.body as contact, c.body as file, v.body as petition';
const WITH_CASE = `left join case_file c on c.hall_id = f.hall_id and c.id = f.case_id
  left join petition v on v.hall_id = f.hall_id and v.contact_id = f.id`;
const HELD = `select ${HELD_COLUMNS} from first_contact f ${WITH_CASE} where f.hall_id = $1 and f.closed_at is null`;
/** Most rows of a list: a hall with more open than this has other worries, and the list says so by its counts. */
const MOST = 2_000;

/** Questions to the docket that several screens ask. */
@Injectable()
export class DocketReader {
  constructor(
    readonly database: DataSource,
    private readonly log: LogReader,
    private readonly catalogues: CatalogueService,
    private readonly personal: PersonalData,
    private readonly docket: DocketService,
  ) {}

  /** The catalogue and what decisions would know now. */
  async present(hallId: string) {
    const { seq, catalogueSeq } = await this.log.head(hallId);
    const catalogue = await this.catalogues.at(hallId, catalogueSeq);
    return { seq, catalogue, context: this.docket.context(hallId, catalogue) };
  }

  /** One file by the number of its case or card. Errors: `unknown-case`, `unknown-contact`. */
  async one(hallId: string, ids: { contactId?: string; caseId?: string }): Promise<Held> {
    const { contacts, files, petitions } = await readFile(this.database, hallId, ids);
    const [contact] = contacts;
    if (!contact) throw new AppError(ids.caseId ? 'unknown-case' : 'unknown-contact');
    return { contact, file: files[0] ?? null, petition: petitions[0] ?? null };
  }

  /** One file with cards, story and words. */
  async whole(hallId: string, contactId: string): Promise<HeldWhole> {
    const held = await this.one(hallId, { contactId });
    const cards = (
      (await this.database.query('select body from card where hall_id = $1 and contact_id = $2 order by id desc', [
        hallId,
        contactId,
      ])) as Row[]
    ).map(cardFromRow);
    const subjects = [
      `contact:${contactId}`,
      ...(held.file ? [`case:${held.file.id}`] : []),
      ...(held.petition?.kind === 'rating' ? [`rating:${held.petition.ratingId}`] : []),
      ...cards.map(({ id }) => `card:${id}`),
    ];
    const rows = (await this.database.query(
      'select seq, day, at, actor, kind, subject, data, hash from hall_event where hall_id = $1 and subject = any($2) order by seq',
      [hallId, subjects],
    )) as EventRow[];
    const story = rows.map((row) => eventOf(hallId, row));
    const refs = refsOf(story);
    const rating =
      held.petition?.kind === 'rating' ? await readRatings(this.database, hallId, [held.petition.ratingId]) : [];
    return { ...held, rating: rating[0] ?? null, cards, story, words: await this.personal.readRefs(hallId, refs) };
  }

  /** What hangs on a ticket. */
  async ofTicket(hallId: string, ticketId: string): Promise<string[]> {
    const rows = (await this.database.query(
      `select id from first_contact where hall_id = $1 and ticket_id = $2 and coalesce(body->'settled'->>'how', '') <> 'void' order by id`,
      [hallId, ticketId],
    )) as { id: string }[];
    return rows.map(({ id }) => id);
  }

  /** Everything open in a hall, or in a department. */
  async open(hallId: string, departmentId: string | null): Promise<Held[]> {
    const where = departmentId === null ? '' : 'and f.department_id = $2';
    const rows = (await this.database.query(`${HELD} ${where} order by f.id limit ${MOST}`, [
      hallId,
      ...(departmentId === null ? [] : [departmentId]),
    ])) as Row[];
    return rows.map(toHeld);
  }

  /** Petitions of a kind that came in on these days, both included; most are closed. */
  petitions(hallId: string, kind: PetitionKind, { from, until }: { from: string; until: string }): Promise<Row[]> {
    return this.database.query(
      `select body from petition where hall_id = $1 and kind = $2 and body->>'openedDay' between $3 and $4`,
      [hallId, kind, from, until],
    );
  }

  /** For whom a member of staff acts today: themselves, and whoever is away and leaves it to them. */
  actsForWhom(staffId: string, { rules }: HallCatalogue, day: string): string[] {
    return Object.keys(rules.staff).filter((id) => actsFor(id, day, rules) === staffId);
  }

  /** Open files that these people answer for, received first, or are offered. */
  async ofPeople(hallId: string, staffIds: readonly string[]): Promise<Held[]> {
    const rows = (await this.database.query(
      `${HELD} and (f.answerable_id = any($2) or f.first_receiver_id = any($2) or f.offered_to_id = any($2)) order by f.id limit ${MOST}`,
      [hallId, staffIds],
    )) as Row[];
    return rows.map(toHeld);
  }

  /** Cards addressed to one of these people that nobody has acknowledged yet, with what they are about and what was said. */
  async unacknowledged(hallId: string, to: readonly string[]) {
    const rows = (await this.database.query(
      `select k.body as card, ${HELD_COLUMNS} from card k join first_contact f on f.hall_id = k.hall_id and f.id = k.contact_id
       ${WITH_CASE} where k.hall_id = $1 and not k.acknowledged and k.handler_id = any($2) order by k.given_at desc limit 200`,
      [hallId, to],
    )) as Row[];
    const cards = rows.map((row) => ({ card: row['card'] as Card, held: toHeld(row) }));
    const ids = cards.map(({ card }) => card.id);
    const events = (await this.database.query(
      `select seq, day, at, actor, kind, subject, data, hash from hall_event
       where hall_id = $1 and (seq = any($2) or subject = any($3)) order by seq`,
      [hallId, ids, ids.map((id) => `card:${id}`)],
    )) as EventRow[];
    const story = events.map((row) => eventOf(hallId, row));
    return { cards, story, words: await this.personal.readRefs(hallId, refsOf(story)) };
  }

  /** How many cards nobody has seen, by first contact. */
  async unseenByContact(hallId: string): Promise<Map<string, number>> {
    const rows = (await this.database.query(
      'select contact_id, count(*)::int as n from card where hall_id = $1 and not acknowledged group by contact_id',
      [hallId],
    )) as { contact_id: string; n: number }[];
    return new Map(rows.map(({ contact_id, n }) => [contact_id, n]));
  }

  /** One card with the words about it. */
  async card(hallId: string, cardId: string): Promise<Card> {
    const [row] = (await this.database.query('select body from card where hall_id = $1 and id = $2', [
      hallId,
      cardId,
    ])) as Row[];
    if (!row) throw new AppError('unknown-card');
    return cardFromRow(row);
  }
}

const toHeld = (row: Row): Held => ({
  contact: contactFromRow({ body: row['contact'] }),
  file: row['file'] ? caseFromRow({ body: row['file'] }) : null,
  petition: (row['petition'] as Petition | null) ?? null,
});

/** Where the words of an event are. */
export const refOf = (data: Record<string, unknown>): string | undefined =>
  (data['words'] as { ref: string } | null)?.ref;

const refsOf = (story: readonly LogEvent[]): string[] => story.flatMap(({ data }) => refOf(data) ?? []);
