import '../no-eval.ts';
import { z } from 'zod';
import { slug } from '../catalogue/catalogue.schema.ts';
import type { Operation } from './operation.ts';

export const nothing = z.object({}).strict();
export const ofHall = z.object({ hallId: slug });
export const ofWindow = z.object({ hallId: slug, windowId: slug });

type Given<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> = Pick<
  Operation<P, Q, B, R>,
  'name' | 'summary' | 'path' | 'access' | 'params' | 'reply' | 'file'
> & { query?: Q; body?: B };

type None = typeof nothing;

/** A read: no effect, no key. */
export function read<P extends z.ZodType, R extends z.ZodType, Q extends z.ZodType = None>(
  given: Given<P, Q, None, R>,
): Operation<P, Q, None, R> {
  return { method: 'GET', command: false, query: nothing as unknown as Q, body: nothing, ...given };
}

/** A change: one effect however often it is repeated with the same `Idempotency-Key`. */
export function command<
  P extends z.ZodType,
  R extends z.ZodType,
  B extends z.ZodType = None,
  Q extends z.ZodType = None,
>(given: Given<P, Q, B, R>): Operation<P, Q, B, R> {
  return { method: 'POST', command: true, query: nothing as unknown as Q, body: nothing as unknown as B, ...given };
}

/** A POST outside the hall's log (sign-in, pairing): no key, not repeated by clients. */
export function action<P extends z.ZodType, R extends z.ZodType, B extends z.ZodType = None>(
  given: Given<P, None, B, R>,
): Operation<P, None, B, R> {
  return { method: 'POST', command: false, query: nothing, body: nothing as unknown as B, ...given };
}
