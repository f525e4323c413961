import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { AppError } from '../platform/http/app-error.ts';

/** So many in a minute from one address: a family behind one router, not a machine. Others say it at the kiosk or the desk. */
const POINTS = 20;

/** How much one address may say to the hall without showing who it is. */
@Injectable()
export class AddressLimit {
  private readonly said = new RateLimiterMemory({ points: POINTS, duration: 60 });

  /** Errors: `too-many-requests`. */
  async spend({ ip }: FastifyRequest): Promise<void> {
    await this.said.consume(ip).catch(() => {
      throw new AppError('too-many-requests');
    });
  }
}
