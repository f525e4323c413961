import { Injectable } from '@nestjs/common';
import type { ScoreLine } from '@shouwen/domain/score/sheet';
import { DataSource } from 'typeorm';

/**
 * What a sheet's lines count, for whoever looks: cards by the case or contact that they hang on. What hangs on something that a citizen
 * said of the one who looks is left out; the points say that there was something, not what (DOMAIN §10).
 */
@Injectable()
export class EvidenceView {
  constructor(private readonly database: DataSource) {}

  async shownTo(hallId: string, me: string, lines: readonly ScoreLine[]) {
    const subjects = lines.flatMap(({ evidence }) => evidence.map(({ subject }) => subject));
    const cards = await this.pairs<{ id: string; subject: string; contact_id: string }>(
      `select id::text as id, case when case_id is null then 'contact:' || contact_id else 'case:' || case_id end as subject, contact_id
       from card where hall_id = $1 and id = any($2::bigint[])`,
      [hallId, idsOf('card:', subjects)],
    );
    const cardOf = new Map(cards.map((card) => [`card:${card.id}`, card]));
    const contactIds = [...idsOf('contact:', subjects), ...cards.map(({ contact_id }) => contact_id)];
    const cases = await this.pairs<{ id: string; contact_id: string }>(
      'select id, contact_id from case_file where hall_id = $1 and id = any($2)',
      [hallId, idsOf('case:', subjects)],
    );
    const fileOf = new Map(cases.map(({ id, contact_id }) => [`case:${id}`, contact_id]));
    const hidden = new Set(
      (
        await this.pairs<{ id: string }>(
          `select contact_id as id from petition where hall_id = $1 and contact_id = any($2) and body->'concerned' ? $3`,
          [hallId, contactIds, me],
        )
      ).map(({ id }) => `contact:${id}`),
    );
    return lines.map(({ evidence, leftOut, ...line }) => ({
      ...line,
      leftOut: [...leftOut],
      evidence: evidence.flatMap(({ ref, subject, day }) => {
        const card = cardOf.get(subject);
        const own = subject.startsWith('contact:') ? subject.slice('contact:'.length) : null;
        const contactId = card?.contact_id ?? fileOf.get(subject) ?? own;
        return hidden.has(`contact:${contactId}`) ? [] : [{ ref, subject: card?.subject ?? subject, day, contactId }];
      }),
    }));
  }

  private async pairs<T>(sql: string, parameters: unknown[]): Promise<T[]> {
    return (parameters[1] as unknown[]).length === 0 ? [] : ((await this.database.query(sql, parameters)) as T[]);
  }
}

const idsOf = (prefix: string, subjects: readonly string[]): string[] =>
  subjects.flatMap((subject) => (subject.startsWith(prefix) ? subject.slice(prefix.length) : []));
