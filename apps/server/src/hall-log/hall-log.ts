import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import canonicalize from 'canonicalize';
import { Subject } from 'rxjs';
import { DataSource, type QueryRunner } from 'typeorm';
import { AppError } from '../platform/http/app-error.ts';
import { Metrics } from '../platform/metrics/metrics.ts';
import { genesisHash, place, type LogEvent, type NewLogEvent } from './log-event.ts';
import { Lanes } from './lane.ts';

/** Who asks for what: `actor` stands in the log, `key` makes a repeat harmless. */
export interface Request {
  hallId: string;
  /** `staff:liqing`, `device:…`, `citizen`, `clock`, `installer`. */
  actor: string;
  /** Name of the command, for metrics and for telling two requests with the same key apart. */
  name: string;
  key?: string | undefined;
  /** What was asked, hashed with the key. */
  input?: unknown;
}

/** The head of a hall's log, locked for this transaction. */
export interface Head {
  seq: number;
  hash: string;
  catalogueSeq: number;
}

/** What a command's work hands back to the write path. */
export interface Work<T> {
  events: NewLogEvent[];
  /** Small, plain JSON: stored with the key and given again to a repeated request. */
  result: T;
  /** Writes the state tables from the placed events, in the same transaction. */
  project(events: LogEvent[], tx: HallTransaction): Promise<void>;
  /** The events change the catalogue. */
  catalogue?: boolean;
  /** Runs after the commit, before anybody is told: to keep what was decided in memory. */
  committed?(events: LogEvent[]): void;
}

/** The only way for a command to reach the database: everything runs on this one connection, or not at all. */
export interface HallTransaction {
  head: Head;
  query<R = unknown>(sql: string, parameters?: unknown[]): Promise<R[]>;
}

/** One commit, told to listeners after it is durable. */
export interface HallCommit {
  hallId: string;
  prev: number;
  events: LogEvent[];
  catalogue: boolean;
}

/** Locks a hall's head: always a statement of its own, before anything is read. */
export const LOCK_HEAD = 'select seq, hash, catalogue_seq from hall_head where hall_id = $1 for update';
/** Appends events and moves the head. Their data goes over as one JSON text: a list of texts would be quoted a second time. */
export const APPEND = `with appended as (
  insert into hall_event (hall_id, seq, day, at, actor, kind, subject, data, hash)
  select $1, e.seq, e.day, e.at, e.actor, e.kind, e.subject, e.data, e.hash
  from rows from (unnest($2::text[], $3::bigint[], $4::date[], $5::timestamptz[], $6::text[], $7::text[], $8::text[]),
    jsonb_array_elements($9::jsonb)) as e(actor, seq, day, at, kind, subject, hash, data)), moved as (
  update hall_head set seq = $10, hash = $11, catalogue_seq = $12 where hall_id = $1)`;
/** What goes with it: $1 to $12. */
export function appendParameters(hallId: string, events: readonly LogEvent[], catalogueSeq: number): unknown[] {
  const last = events.at(-1)!;
  return [
    hallId,
    events.map((event) => event.actor),
    events.map((event) => event.seq),
    events.map((event) => event.day),
    events.map((event) => new Date(event.at).toISOString()),
    events.map((event) => event.kind),
    events.map((event) => event.subject),
    events.map((event) => event.hash),
    JSON.stringify(events.map((event) => event.data)),
    last.seq,
    last.hash,
    catalogueSeq,
  ];
}
/** Keeps the key with the result in the same statement; no row comes back when the key was used before. */
export const KEEP_KEY = `insert into idempotency (hall_id, key, request_hash, result, at) values ($1, $13, $14, $15, $16)
  on conflict do nothing returning 1 as kept`;

/**
 * The one write path (DESIGN §2): lock the hall's head, read, decide, append, project, commit, then tell. A command that fails
 * anywhere leaves nothing behind.
 */
@Injectable()
export class HallLog {
  /** Commits in the order of each hall's log. */
  readonly commits = new Subject<HallCommit>();
  private readonly lanes = new Lanes();

  constructor(
    private readonly database: DataSource,
    private readonly metrics: Metrics,
  ) {}

  /**
   * Runs one command. Throws the refusal as `AppError`. A repeat with the same key returns the first result.
   * @param work decides; gets the locked head and the transaction's only connection.
   */
  async transaction<T>(request: Request, work: (tx: HallTransaction) => Promise<Work<T>>): Promise<T> {
    const end = this.metrics.commandSeconds.startTimer({ command: request.name });
    try {
      const { result, outcome } = await this.lanes.run(request.hallId, () => this.once(request, work));
      this.metrics.commands.inc({ command: request.name, outcome });
      return result;
    } catch (error) {
      const outcome = error instanceof AppError ? 'refused' : 'failed';
      this.metrics.commands.inc({ command: request.name, outcome });
      throw error;
    } finally {
      end();
    }
  }

  /** Makes the head of a new hall; harmless when it exists. */
  async begin(hallId: string): Promise<void> {
    await this.database.query('insert into hall_head (hall_id, hash) values ($1, $2) on conflict do nothing', [
      hallId,
      genesisHash(hallId),
    ]);
  }

  /** Forgets the keys of commands made before a moment: nobody repeats a request days later, and a first answer holds a slip's code. */
  async forgetKeys(hallId: string, before: number): Promise<void> {
    await this.database.query('delete from idempotency where hall_id = $1 and at < $2', [
      hallId,
      new Date(before).toISOString(),
    ]);
  }

  private async once<T>(
    request: Request,
    work: (tx: HallTransaction) => Promise<Work<T>>,
  ): Promise<{ result: T; outcome: 'done' | 'replayed' }> {
    const runner = this.database.createQueryRunner();
    let commit: HallCommit | null = null;
    try {
      await runner.startTransaction();
      const attempt = await this.attempt(request, runner, work);
      if ('replay' in attempt) {
        await runner.rollbackTransaction();
        return { result: attempt.replay as T, outcome: 'replayed' };
      }
      await runner.commitTransaction();
      const { decided, events, prev } = attempt;
      decided.committed?.(events);
      if (events.length > 0) commit = { hallId: request.hallId, prev, events, catalogue: decided.catalogue ?? false };
      return { result: decided.result, outcome: 'done' };
    } catch (error) {
      await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
      if (commit) {
        this.metrics.events.inc(commit.events.length);
        this.commits.next(commit);
      }
    }
  }

  private async attempt<T>(
    request: Request,
    runner: QueryRunner,
    work: (tx: HallTransaction) => Promise<Work<T>>,
  ): Promise<{ decided: Work<T>; events: LogEvent[]; prev: number } | { replay: unknown }> {
    const [row] = (await runner.query(LOCK_HEAD, [request.hallId])) as {
      seq: number;
      hash: string;
      catalogue_seq: number;
    }[];
    if (!row) throw new AppError('unknown-hall');
    const head: Head = { seq: row.seq, hash: row.hash, catalogueSeq: row.catalogue_seq };
    const tx: HallTransaction = { head, query: (sql, parameters) => runner.query(sql, parameters) };
    let decided: Work<T>;
    try {
      decided = await work(tx);
    } catch (error) {
      // A repeated request often finds its own effect in the way: the first answer goes before the refusal.
      const first = error instanceof AppError ? await this.firstAnswer(request, runner) : undefined;
      if (first !== undefined) return { replay: first };
      throw error;
    }
    const events = place(request.hallId, head, request.actor, decided.events);
    if (events.length === 0) {
      const first = await this.firstAnswer(request, runner);
      return first === undefined ? { decided, events, prev: head.seq } : { replay: first };
    }
    const kept = await this.append(request, runner, head, events, decided);
    if (!kept) return { replay: await this.firstAnswer(request, runner) };
    await decided.project(events, tx);
    return { decided, events, prev: head.seq };
  }

  /** Appends, moves the head and keeps the key in one statement; `false` when the key was used before. */
  private async append<T>(
    request: Request,
    runner: QueryRunner,
    head: Head,
    events: LogEvent[],
    decided: Work<T>,
  ): Promise<boolean> {
    const last = events.at(-1)!;
    const parameters = appendParameters(request.hallId, events, decided.catalogue ? last.seq : head.catalogueSeq);
    if (request.key === undefined) {
      await runner.query(`${APPEND} select 1`, parameters);
      return true;
    }
    parameters.push(request.key, requestHash(request), JSON.stringify(decided.result), new Date(last.at).toISOString());
    const kept = (await runner.query(`${APPEND} ${KEEP_KEY}`, parameters)) as unknown[];
    return kept.length > 0;
  }

  private async firstAnswer(request: Request, runner: QueryRunner): Promise<unknown> {
    if (request.key === undefined) return undefined;
    const [row] = (await runner.query('select request_hash, result from idempotency where hall_id = $1 and key = $2', [
      request.hallId,
      request.key,
    ])) as { request_hash: string; result: unknown }[];
    if (!row) return undefined;
    if (row.request_hash !== requestHash(request)) throw new AppError('key-reused');
    return row.result;
  }
}

function requestHash({ name, actor, input }: Request): string {
  return createHash('sha256')
    .update(canonicalize({ name, actor, input: input ?? null }) ?? '')
    .digest('hex');
}
