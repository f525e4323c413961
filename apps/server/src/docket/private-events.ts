import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isAlarmKind } from '@shouwen/domain/alarm/alarm';
import type { Role } from '@shouwen/domain/catalogue/catalogue';
import { isConductKind } from '@shouwen/domain/conduct/conduct';
import { isDocketKind } from '@shouwen/domain/docket/evolve';
import { isScoreKind } from '@shouwen/domain/score/score';
import type { Petition } from '@shouwen/domain/petition/petition';
import type { LogEvent } from '../hall-log/log-event.ts';

/** Who reads the log. */
export interface LogViewer {
  staffId: string;
  role: Role;
}

/** Kind of an entry that its reader may not see. */
export const WITHHELD = 'withheld';

const OVERSEES: readonly Role[] = ['supervisor', 'director', 'auditor'];

/** Sheets, objections and measures: directors and auditors read them in the log, people their own on their own page. */
const DECIDES: readonly Role[] = ['director', 'auditor'];
const isOfStaff = ({ kind }: LogEvent): boolean => isScoreKind(kind) || isConductKind(kind);
const isAbout = ({ data }: LogEvent, staffId: string): boolean =>
  data['staffId'] === staffId || (data['scope'] === 'person' && data['key'] === staffId);

const withheld = (event: LogEvent): LogEvent => ({
  ...event,
  at: Date.parse(event.day),
  kind: WITHHELD,
  actor: '',
  subject: '',
  data: {},
});

/**
 * What citizens said of people, in the log: supervisors, directors and auditors may read it, but not what is about themselves; nobody
 * else may (DOMAIN §5, §10). An entry that is withheld stays in its place with its fingerprint, so that the chain can be followed, and
 * says nothing of what, whom or when within the day.
 */
@Injectable()
export class PrivateEvents {
  constructor(private readonly database: DataSource) {}

  async readableBy({ staffId, role }: LogViewer, hallId: string, events: readonly LogEvent[]): Promise<LogEvent[]> {
    const concerned = await this.concernedIn(hallId, events);
    const ofRatings = ({ kind, data }: LogEvent) => isAlarmKind(kind) && data['measure'] === 'bad-ratings';
    return events.map((event) => {
      if (isOfStaff(event)) return DECIDES.includes(role) && !isAbout(event, staffId) ? event : withheld(event);
      const about = concerned.get(event) ?? (ofRatings(event) ? [] : undefined);
      if (about === undefined || (OVERSEES.includes(role) && !about.includes(staffId))) return event;
      return withheld(event);
    });
  }

  /** The events that are about people, and about whom. */
  private async concernedIn(
    hallId: string,
    events: readonly LogEvent[],
  ): Promise<ReadonlyMap<LogEvent, readonly string[]>> {
    const docket = events.filter(({ kind }) => isDocketKind(kind));
    const cardIds = docket.flatMap(({ data }) => (typeof data['cardId'] === 'string' ? data['cardId'] : []));
    const cards = await this.pairs(
      'select id as key, contact_id as value from card where hall_id = $1 and id = any($2)',
      [hallId, cardIds],
    );
    const contactOf = ({ data }: LogEvent) => data['contactId'] ?? cards.get(data['cardId']);
    const contactIds = docket.flatMap((event) => (contactOf(event) as string | undefined) ?? []);
    const petitions = await this.pairs<Petition>(
      'select contact_id as key, body as value from petition where hall_id = $1 and contact_id = any($2)',
      [hallId, contactIds],
    );
    const ratingIds = docket.flatMap(({ data }) => (typeof data['ratingId'] === 'string' ? data['ratingId'] : []));
    const rated = await this.pairs(
      'select id as key, clerk_id as value from rating where hall_id = $1 and day = any($2::date[]) and id = any($3)',
      [hallId, ratingIds.map((id) => id.slice(0, 10)), ratingIds],
    );
    const found = new Map<LogEvent, readonly string[]>();
    for (const event of docket) {
      const about = petitions.get(contactOf(event))?.concerned;
      const clerk = rated.get(event.data['ratingId']);
      if (about !== undefined) found.set(event, about);
      else if (clerk !== undefined) found.set(event, [clerk]);
    }
    return found;
  }

  private async pairs<T = string>(sql: string, parameters: unknown[]): Promise<ReadonlyMap<unknown, T>> {
    if ((parameters.at(-1) as unknown[]).length === 0) return new Map();
    const rows = (await this.database.query(sql, parameters)) as { key: string; value: T }[];
    return new Map(rows.map(({ key, value }) => [key, value]));
  }
}
