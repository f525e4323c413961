import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Comparison, StaffingQuestion } from '@shouwen/domain/staffing/answer';
import type { Proposal } from '@shouwen/domain/staffing/propose';
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
    const answer = this.turn.then(() => this.work(question));
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
    }
  }

  private work(question: StaffingQuestion): Promise<Comparison | Proposal> {
    if (this.stopping) return Promise.reject(new AppError('staffing-busy'));
    return new Promise((resolve, reject) => {
      const worker = new Worker(WORKER, {
        workerData: question,
        execArgv: [],
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
      });
      this.working = worker;
      const timer = setTimeout(() => void worker.terminate(), PATIENCE_MS);
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => {
        clearTimeout(timer);
        this.working = null;
        reject(new AppError('staffing-busy'));
      });
    });
  }
}
