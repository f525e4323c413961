import { z } from 'zod';
import { slug } from '../catalogue/catalogue.schema.ts';
import { matterRecord, progress, receipt } from '../views/progress.schema.ts';
import { slip } from '../views/ticket.schema.ts';
import { action, command, ofHall, read } from './define.ts';
import { ofContact, WORKS } from './docket.operations.ts';
import type { Access } from './operation.ts';
import { ticketCode } from './queue.operations.ts';

const PUBLIC: Access = { who: 'public' };

export const issueReceipt = action({
  name: 'issueReceipt',
  summary: 'Receipt for the citizen with a new code (回执); the code before it stops working',
  path: '/api/halls/:hallId/contacts/:contactId/receipt',
  access: WORKS,
  params: ofContact,
  reply: receipt,
});
export const viewProgress = action({
  name: 'viewProgress',
  summary: 'Where my matter stands, by number and code',
  path: '/api/halls/:hallId/progress',
  access: PUBLIC,
  params: ofHall,
  body: z.object({ number: z.string().max(40), code: z.string().regex(/^\d{8}$/) }).strict(),
  reply: progress,
});
export const takeSecondVisit = command({
  name: 'takeSecondVisit',
  summary: 'Take a number for the same case, by number and code: ranked 30 minutes earlier (第二次来)',
  path: '/api/halls/:hallId/second-visit',
  access: { who: 'device', kinds: ['kiosk'], roles: ['guide', 'supervisor', 'administrator'] },
  params: ofHall,
  body: z.object({ number: z.string().max(40), code: z.string().regex(/^\d{8}$/) }).strict(),
  reply: slip,
});
export const viewTicketProgress = read({
  name: 'viewTicketProgress',
  summary: 'Where the matters of my ticket stand, by the code on the slip',
  path: '/api/t/:code/progress',
  access: PUBLIC,
  params: z.object({ code: ticketCode }),
  reply: z.array(progress),
});
export const viewMatterRecord = read({
  name: 'viewMatterRecord',
  summary: 'How long a matter really took in the last 90 days, beside the promise',
  path: '/api/halls/:hallId/matters/:matterId/record',
  access: PUBLIC,
  params: ofHall.extend({ matterId: slug }),
  reply: matterRecord,
});
/** Receipts, and what citizens ask about their matters. */
export const PROGRESS_OPERATIONS = [issueReceipt, viewProgress, takeSecondVisit, viewTicketProgress, viewMatterRecord];
