import { z } from 'zod';
import { LOOP_SHOWS, loopBoard } from '../views/loop.schema.ts';
import { ofHall, read } from './define.ts';
import type { Access } from './operation.ts';

/** Whoever may look at what citizens said of people, and at the figures made of it; not who is rated (DOMAIN §10). */
export const OVERSEES: Access = { who: 'staff', roles: ['supervisor', 'director', 'auditor'] };

export const listLoops = read({
  name: 'listLoops',
  summary: 'Bad ratings and where each stands: age, next step, last day, who has it (差评台账)',
  path: '/api/halls/:hallId/loops',
  access: OVERSEES,
  params: ofHall,
  query: z.object({ show: z.enum(LOOP_SHOWS).default('open') }),
  reply: loopBoard,
});

/** The board of bad ratings. */
export const LOOP_OPERATIONS = [listLoops];
