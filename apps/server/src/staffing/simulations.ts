import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Comparison, StaffingQuestion } from '@shouwen/domain/staffing/answer';
import type { Proposal, SearchProgress } from '@shouwen/domain/staffing/propose';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { AppError } from '../platform/http/app-error.ts';

const WORKER = fileURLToPath(new URL('../../bin/staffing-worker.mjs', import.meta.url));
/** Questions that wait for their turn; the rest is asked to come back. */
const MOST_WAITING = 6;
/** Answers that are kept: people go back and forth between two rosters. */
const KEPT = 40;
/** Simulated days are thrown away young. */
const YOUNG_MB = 32;
/** A question that takes longer than this is given up, ms. */
const PATIENCE_MS = 120_000;

type AnswerOf<Q extends StaffingQuestion> = Q extends { ask: 'compare' } ? Comparison : Proposal;

/** Rosters are tried on a thread of its own, one question after another; the same question is answered once. */
@Injectable()
export class Simulations implements OnModuleDestroy {
  private readonly answers = new Map<string, Promise<Comparison | Proposal>>();
  private readonly failures = new Map<string, Error>();
  private readonly progress = new Map<string, SearchProgress>();
  private turn: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private working: Worker | null = null;
  private stopping = false;

  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    await this.working?.terminate();
  }

  /** @param key the same for the same question. Errors: `staffing-busy`. */
  async answer<Q extends StaffingQuestion>(key: string, question: Q): Promise<AnswerOf<Q>> {
    const known = this.answers.get(key);
    if (known) return (await known) as AnswerOf<Q>;
    if (this.waiting >= MOST_WAITING) throw new AppError('staffing-busy');
    this.waiting += 1;
    const answer = this.turn.then(() => this.work(key, question));
    this.turn = answer.catch(() => undefined);
    this.answers.set(key, answer);
    const [oldest] = this.answers.keys();
    if (this.answers.size > KEPT && oldest !== undefined) this.answers.delete(oldest);
    try {
      return (await answer) as AnswerOf<Q>;
    } catch (error) {
      this.answers.delete(key);
      throw error;
    } finally {
      this.waiting -= 1;
      this.progress.delete(key);
    }
  }

  /**
   * As `answer`, for a search that whoever looks asks for again and again: waits no longer than `ms`, then says how far it is; `null`: its turn
   * has not come. A search that failed meanwhile says so once and is begun anew when it is asked for the next time.
   */
  async watch(
    key: string,
    question: Extract<StaffingQuestion, { ask: 'propose' }>,
    ms: number,
  ): Promise<{ found: Proposal } | { progress: SearchProgress | null }> {
    const failure = this.failures.get(key);
    if (failure !== undefined) {
      this.failures.delete(key);
      throw failure;
    }
    const search = this.answer(key, question);
    const late = new Promise<null>((resolve) => setTimeout(resolve, ms, null));
    const found = await Promise.race([search, late]);
    if (found !== null) return { found };
    search.catch((error: Error) => this.failures.set(key, error));
    return { progress: this.progress.get(key) ?? null };
  }

  private work(key: string, question: StaffingQuestion): Promise<Comparison | Proposal> {
    if (this.stopping) return Promise.reject(new AppError('staffing-busy'));
    return new Promise((resolve, reject) => {
      const worker = new Worker(WORKER, {
        workerData: question,
        execArgv: [],
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
      });
      this.working = worker;
      const timer = setTimeout(() => void worker.terminate(), PATIENCE_MS);
      worker.on('message', (message: { progress: SearchProgress } | { answer: Comparison | Proposal }) => {
        if ('progress' in message) this.progress.set(key, message.progress);
        else resolve(message.answer);
      });
      worker.once('error', reject);
      worker.once('exit', () => {
        clearTimeout(timer);
        this.working = null;
        reject(new AppError('staffing-busy'));
      });
    });
  }
}
