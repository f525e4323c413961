import type { FastifyRequest } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { ErrorCode } from '@shouwen/contracts/errors';
import { AppError } from './app-error.ts';

/** Wrong codes from one address in a minute. What guards a code is its length; this keeps guessing from costing anything. */
const MOST = 30;

/** Counts wrong codes by address and answers `too-many-requests` past the limit. Right ones cost nothing. */
export class WrongCodes {
  private readonly limiter = new RateLimiterMemory({ points: MOST, duration: 60 });

  constructor(private readonly wrong: ErrorCode) {}

  async guard<T>({ ip }: FastifyRequest, work: () => Promise<T>): Promise<T> {
    const state = await this.limiter.get(ip);
    if (state && state.remainingPoints <= 0) throw new AppError('too-many-requests');
    try {
      return await work();
    } catch (error) {
      if (error instanceof AppError && error.code === this.wrong) await this.limiter.consume(ip).catch(() => undefined);
      throw error;
    }
  }
}
