import { Injectable } from '@nestjs/common';
import { CARD_LEVELS, type CardLevel } from '@shouwen/domain/docket/card';
import type { ContactChannel, ContactSubject } from '@shouwen/domain/first-contact/first-contact';
import type { ReportPeriod } from '@shouwen/domain/report/report';
import { DataSource } from 'typeorm';
import { NOT_VOID, TOLD_LATE } from '../docket/contact-counts.sql.ts';

const COUNTED = `count(*)::int as registered,
  (count(*) filter (where body->'settled' <> 'null'))::int as settled,
  (count(*) filter (where body->>'toldAt' is not null))::int as told,
  (count(*) filter (where ${TOLD_LATE}))::int as late,
  (count(*) filter (where body->'settled'->>'how' = 'referred-out'))::int as "referredOut"
  from first_contact where hall_id = $1 and day between $2 and $3 and ${NOT_VOID}`;
const BY = {
  department: `select coalesce(department_id, '') as key, ${COUNTED} group by 1 order by 1`,
  subject: `select body->>'about' as key, ${COUNTED} group by 1 order by 1`,
  channel: `select body->>'channel' as key, ${COUNTED} group by 1 order by 1`,
} as const;
const CARDS = `select level, count(*)::int as given, (count(*) filter (where acknowledged))::int as acknowledged,
    (count(*) filter (where kind = 'urged'))::int as urged
  from card where hall_id = $1 and (given_at at time zone $4)::date between $2 and $3 group by 1`;

/** What the files counted here are about: orders are no contacts. */
export type CountedSubject = Exclude<ContactSubject, 'order'>;

/** First-contact files of a kind: everything settled (件件有落实), everybody told (事事有回音), those too late, those sent elsewhere. */
export interface ContactCount<K extends string = string> {
  key: K;
  registered: number;
  settled: number;
  told: number;
  late: number;
  referredOut: number;
}
export interface CardCount {
  level: CardLevel;
  given: number;
  acknowledged: number;
  /** Of them urging orders (督办). */
  urged: number;
}

/** Counts of first-contact files by when they were registered, and of cards by when they were given. Those taken back are none. */
@Injectable()
export class DocketCounts {
  constructor(private readonly database: DataSource) {}

  async contacts(hallId: string, { from, until }: ReportPeriod) {
    const of = <K extends string>(by: keyof typeof BY) =>
      this.database.query(BY[by], [hallId, from, until]) as Promise<ContactCount<K>[]>;
    return {
      byDepartment: await of('department'),
      bySubject: await of<CountedSubject>('subject'),
      byChannel: await of<ContactChannel>('channel'),
    };
  }

  async cards(hallId: string, { from, until }: ReportPeriod, timeZone: string): Promise<CardCount[]> {
    const rows = (await this.database.query(CARDS, [hallId, from, until, timeZone])) as CardCount[];
    return CARD_LEVELS.map(
      (level) => rows.find((row) => row.level === level) ?? { level, given: 0, acknowledged: 0, urged: 0 },
    );
  }
}
