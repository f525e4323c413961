import { z } from 'zod';
import { importedCaseView } from '../views/history.schema.ts';
import { ofHall, read } from './define.ts';
import { EVERY_ROLE } from './operation.ts';

export const findImported = read({
  name: 'findImported',
  summary: 'Cases of other systems by their number there',
  path: '/api/halls/:hallId/history/:number',
  access: { who: 'staff', roles: EVERY_ROLE },
  params: ofHall.extend({ number: z.string().min(1).max(100) }),
  /** Two systems may have given the same number. */
  reply: z.array(importedCaseView),
});

export const HISTORY_OPERATIONS = [findImported];
