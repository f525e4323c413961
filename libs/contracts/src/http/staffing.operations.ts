import { z } from 'zod';
import { day } from '../catalogue/primitives.ts';
import { staffingProposal, staffingView } from '../views/staffing.schema.ts';
import { ofHall, read } from './define.ts';
import type { Access } from './operation.ts';

const PLANS: Access = { who: 'staff', roles: ['supervisor', 'director'] };

const asked = {
  /** The day; the next on which the hall is open when left out. */
  day: day.optional(),
  /** Days of the same weekday to learn from, at most. */
  learn: z.coerce.number().int().min(1).max(26).default(8),
  /** Per cent of people to be called within the promise. */
  target: z.coerce.number().int().min(50).max(99).default(80),
};

export const viewStaffing = read({
  name: 'viewStaffing',
  summary: 'Waits of a day under its usual roster and under another, simulated from the hall’s own days (排班推演)',
  path: '/api/halls/:hallId/staffing',
  access: PLANS,
  params: ofHall,
  query: z.object({
    ...asked,
    /** Windows by hour of the groups that change: `market:3-3-2,ethnic~civil:1-1-1`. */
    windows: z.string().max(4000).optional(),
  }),
  reply: staffingView,
});
export const proposeStaffing = read({
  name: 'proposeStaffing',
  summary:
    'A roster with few window hours that keeps the waiting promise on that day: begins the search and says how far it is; ask again until it is found',
  path: '/api/halls/:hallId/staffing/proposal',
  access: PLANS,
  params: ofHall,
  query: z.object(asked),
  reply: staffingProposal,
});

export const STAFFING_OPERATIONS = [viewStaffing, proposeStaffing];
