import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import canonicalize from 'canonicalize';
import { DataSource } from 'typeorm';
import { Keys } from '../platform/keys/keys.ts';
import { seal, unseal } from '../platform/keys/sealed.ts';
import type { HallTransaction } from './hall-log.ts';

/** Words about a person: name, telephone, free text. Never in an event, only here. */
export type Words = Record<string, string>;

interface Sealed {
  salt: string;
  words: Words;
}

export interface PersonalRow {
  ref: string;
  commitment: string;
  sealed: Buffer | null;
}

const commitmentOf = ({ salt, words }: Sealed): string =>
  createHash('sha256')
    .update(`${salt}\n${canonicalize(words)}`)
    .digest('hex');

/**
 * Personal data outside the log (DESIGN §2): encrypted (AES-256-GCM, key outside the database), erasable by row. The log holds only
 * a reference and a salted commitment, so after erasure nothing can be guessed from it, and what is kept can be proved unchanged.
 */
@Injectable()
export class PersonalData {
  constructor(
    private readonly keys: Keys,
    private readonly database: DataSource,
  ) {}

  /** Encrypts words for a reference; the commitment goes into the event, the row is stored by `store` in the same transaction. */
  seal(words: Words): { commitment: string; sealed: Buffer } {
    const content: Sealed = { salt: randomBytes(16).toString('base64'), words };
    const sealed = seal(this.keys.personal, Buffer.from(JSON.stringify(content)));
    return { commitment: commitmentOf(content), sealed };
  }

  async store(
    tx: HallTransaction,
    hallId: string,
    ref: string,
    row: { commitment: string; sealed: Buffer },
  ): Promise<void> {
    await tx.query(
      `insert into personal_data (hall_id, ref, commitment, sealed) values ($1, $2, $3, $4)
       on conflict (hall_id, ref) do update set commitment = excluded.commitment, sealed = excluded.sealed, erased_at = null`,
      [hallId, ref, row.commitment, row.sealed],
    );
  }

  /** Stores many new ones at once. */
  async storeAll(
    tx: HallTransaction,
    hallId: string,
    rows: readonly { ref: string; commitment: string; sealed: Buffer }[],
  ): Promise<void> {
    await tx.query(
      `insert into personal_data (hall_id, ref, commitment, sealed)
       select $1, r.ref, r.commitment, r.sealed from unnest($2::text[], $3::text[], $4::bytea[]) as r(ref, commitment, sealed)`,
      [hallId, rows.map(({ ref }) => ref), rows.map(({ commitment }) => commitment), rows.map(({ sealed }) => sealed)],
    );
  }

  /** The words of every reference that begins with `prefix`, without those erased. */
  async read(
    hallId: string,
    prefix: string,
    reader: Pick<HallTransaction, 'query'> = this.database,
  ): Promise<Map<string, Words>> {
    const rows = (await reader.query(
      'select ref, commitment, sealed from personal_data where hall_id = $1 and starts_with(ref, $2) and sealed is not null',
      [hallId, prefix],
    )) as PersonalRow[];
    return new Map(rows.map((row) => [row.ref, this.open(row)]));
  }

  /** The words of these references, without those erased. */
  async readRefs(
    hallId: string,
    refs: readonly string[],
    reader: Pick<HallTransaction, 'query'> = this.database,
  ): Promise<Map<string, Words>> {
    if (refs.length === 0) return new Map();
    const rows = (await reader.query(
      'select ref, commitment, sealed from personal_data where hall_id = $1 and ref = any($2) and sealed is not null',
      [hallId, refs],
    )) as PersonalRow[];
    return new Map(rows.map((row) => [row.ref, this.open(row)]));
  }

  /** Decrypts a row; throws when it was changed or does not match its commitment. */
  open(row: PersonalRow): Words {
    const content = JSON.parse(unseal(this.keys.personal, row.sealed!).toString('utf8')) as Sealed;
    if (commitmentOf(content) !== row.commitment)
      throw new Error(`personal data ${row.ref} does not match its commitment`);
    return content.words;
  }

  /** Forgets: the row stays as a mark, the words are gone; the log and its chain stay valid. */
  async erase(
    hallId: string,
    ref: string,
    at: number,
    reader: Pick<HallTransaction, 'query'> = this.database,
  ): Promise<boolean> {
    const rows = (await reader.query(
      'update personal_data set sealed = null, erased_at = $3 where hall_id = $1 and ref = $2 and sealed is not null returning 1',
      [hallId, ref, new Date(at).toISOString()],
    )) as unknown as [unknown[], number];
    return rows[1] > 0;
  }
}
