import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AppError } from './app-error.ts';

const KEY = /^[\w.:-]{8,100}$/;

/** The `Idempotency-Key` of a command: 8–100 characters; without one a repeat counts as a new command. */
export const CommandKey = createParamDecorator((_data: unknown, context: ExecutionContext): string | undefined => {
  const key = context.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !KEY.test(key)) {
    throw new AppError('invalid-input', {
      fields: [{ path: 'headers.idempotency-key', message: '8–100 letters, digits, . : _ -' }],
    });
  }
  return key;
});
