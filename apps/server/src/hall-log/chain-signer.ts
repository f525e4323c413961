import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Subscription } from 'rxjs';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock/clock.ts';
import { CONFIG, type Config } from '../platform/config/config.ts';
import { Keys } from '../platform/keys/keys.ts';
import { Log } from '../platform/logging/log.ts';
import { HallLog, type HallCommit } from './hall-log.ts';

/** A head is signed every so many events, and at the end of each service day. */
export const SIGN_EVERY = 1_000;

/** What is signed: anybody can put this text together from an export. */
export const signedText = (hallId: string, seq: number, hash: string): string =>
  `shouwen-head:${hallId}:${seq}:${hash}`;

/** Signs heads of the chains and publishes them: in the database, over the API, and in a file beside the database. */
@Injectable()
export class ChainSigner implements OnModuleInit, OnModuleDestroy {
  private subscription: Subscription | undefined;
  private readonly busy = new Map<string, Promise<void>>();

  constructor(
    private readonly hallLog: HallLog,
    private readonly database: DataSource,
    private readonly keys: Keys,
    private readonly clock: Clock,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.subscription = this.hallLog.commits.subscribe((commit) => this.consider(commit));
  }

  async onModuleDestroy(): Promise<void> {
    this.subscription?.unsubscribe();
    await Promise.allSettled(this.busy.values());
  }

  private consider({ hallId, prev, events }: HallCommit): void {
    const last = events.at(-1)!;
    const crossed = Math.floor(last.seq / SIGN_EVERY) > Math.floor(prev / SIGN_EVERY);
    if (!crossed && !events.some((event) => event.kind === 'day-closed')) return;
    const turn = (this.busy.get(hallId) ?? Promise.resolve())
      .then(() => this.signDue(hallId, last.kind === 'day-closed' ? last.seq : null))
      .catch((error: unknown) => this.log.error({ error, hallId }, 'head not signed; it is tried again with the next'));
    this.busy.set(hallId, turn);
  }

  /** Signs every thousandth event not signed yet, and `also` this one. Safe to repeat. */
  async signDue(hallId: string, also: number | null): Promise<void> {
    const [known] = (await this.database.query(
      `select h.seq as head, coalesce((select max(seq) from hall_head_signature where hall_id = $1), 0) as signed
       from hall_head h where h.hall_id = $1`,
      [hallId],
    )) as { head: number; signed: number }[];
    const { head, signed } = known!;
    const due = also !== null && also > signed && also % SIGN_EVERY !== 0 ? [also] : [];
    for (let seq = (Math.floor(signed / SIGN_EVERY) + 1) * SIGN_EVERY; seq <= head; seq += SIGN_EVERY) due.push(seq);
    if (due.length === 0) return;
    // By the key: a long log costs no more than a short one.
    const rows = (await this.database.query(
      'select seq, hash from hall_event where hall_id = $1 and seq = any($2) order by seq',
      [hallId, due],
    )) as { seq: number; hash: string }[];
    await this.publish(hallId, rows);
  }

  private async publish(hallId: string, rows: readonly { seq: number; hash: string }[]): Promise<void> {
    const signedAt = this.clock.now();
    const heads = rows.map(({ seq, hash }) => ({
      seq,
      hash,
      signature: this.keys.sign(signedText(hallId, seq, hash)),
    }));
    const inserted = (await this.database.query(
      `insert into hall_head_signature (hall_id, seq, hash, signed_at, signature)
       select $1, h.seq, h.hash, $3, h.signature from jsonb_to_recordset($2::jsonb) as h(seq bigint, hash text, signature text)
       on conflict do nothing returning seq`,
      [hallId, JSON.stringify(heads), new Date(signedAt).toISOString()],
    )) as { seq: number }[];
    const made = new Set(inserted.map(({ seq }) => seq));
    const lines = heads
      .filter(({ seq }) => made.has(seq))
      .map(({ seq, hash, signature }) => `${JSON.stringify({ hallId, seq, hash, signedAt, signature })}\n`);
    if (lines.length === 0) return;
    const folder = join(this.config.dataDir, 'heads');
    await mkdir(folder, { recursive: true });
    await appendFile(join(folder, `${hallId}.jsonl`), lines.join(''));
  }
}
