import { z } from 'zod';
import { OPENED_KINDS, REFUSAL_GROUNDS } from '@shouwen/domain/case/case';
import { day, slug } from '../catalogue/catalogue.schema.ts';
import { breachReason, caseResult, contactChannel, docketFile, suspensionKind } from '../views/docket.schema.ts';
import { command, ofHall } from './define.ts';
import { citizen, contactId, none, office, someWords, WORKS } from './docket.operations.ts';

const caseId = z.string().regex(/^[A-Z]{2,4}-\d{4}-\d{5,7}-\d$/);
export const ofCase = ofHall.extend({ caseId });
const materialIds = z.array(slug).max(100);

const onCase = <B extends z.ZodType>(name: string, verb: string, summary: string, body: B) =>
  command({
    name,
    summary,
    path: `/api/halls/:hallId/cases/:caseId/${verb}`,
    access: WORKS,
    params: ofCase,
    body,
    reply: docketFile,
  });
export const receiveCase = command({
  name: 'receiveCase',
  summary: 'Open a case from a serving or at the desk (收件)',
  path: '/api/halls/:hallId/cases',
  access: WORKS,
  params: ofHall,
  body: z
    .object({
      matterId: slug,
      kind: z.enum(OPENED_KINDS),
      channel: contactChannel,
      contactId: contactId.nullable().default(null),
      ticketId: z.string().max(40).nullable().default(null),
      materials: materialIds,
      citizen,
    })
    .strict(),
  reply: docketFile,
});
export const acceptCase = onCase(
  'acceptCase',
  'accept',
  'Accept (受理); with something minor to follow by a day (容缺受理)',
  z.object({ missingBy: day.nullable().default(null) }).strict(),
);
export const askSupplement = onCase(
  'askSupplement',
  'ask-supplement',
  'One notice of everything missing and the day by which it is brought (一次性告知)',
  z.object({ missing: materialIds, bringBy: day.nullable().default(null), words: someWords }).strict(),
);
export const bringMaterials = onCase(
  'bringMaterials',
  'bring-materials',
  'Materials brought later (补正、补交)',
  z.object({ materials: materialIds.min(1) }).strict(),
);
export const refuseCase = onCase(
  'refuseCase',
  'refuse',
  'Do not accept, with grounds and the competent office (不予受理)',
  z.object({ ground: z.enum(REFUSAL_GROUNDS), office, words: someWords }).strict(),
);
export const suspendCase = onCase(
  'suspendCase',
  'suspend',
  'Stop the clock for a special procedure (特别程序)',
  z.object({ kind: suspensionKind, expectedEnd: day, words: someWords }).strict(),
);
export const resumeCase = onCase('resumeCase', 'resume', 'The special procedure is over: the clock goes on', none);
export const askExtension = onCase(
  'askExtension',
  'ask-extension',
  'Ask the head for more working days (延期)',
  z.object({ days: z.number().int().min(1).max(60), words: someWords }).strict(),
);
export const approveExtension = onCase(
  'approveExtension',
  'approve-extension',
  'Approve the extension, before expiry',
  none,
);
export const declineExtension = onCase(
  'declineExtension',
  'decline-extension',
  'Do not approve the extension',
  z.object({ words: someWords }).strict(),
);
export const decideCase = onCase(
  'decideCase',
  'decide',
  'Decide: granted, or denied with grounds (办结)',
  z.object({ result: caseResult, words: someWords }).strict(),
);
export const deliverCase = onCase('deliverCase', 'deliver', 'Hand over the result (送达)', none);
export const withdrawCase = onCase('withdrawCase', 'withdraw', 'The applicant takes it back (撤回)', none);
export const terminateCase = onCase(
  'terminateCase',
  'terminate',
  'End without a decision, with grounds (终止)',
  z.object({ words: someWords }).strict(),
);
export const explainBreach = onCase(
  'explainBreach',
  'explain-breach',
  'Say in public why the promise was not kept',
  z.object({ reason: breachReason, words: someWords }).strict(),
);

/** The steps of a case. */
export const CASE_OPERATIONS = [
  receiveCase,
  acceptCase,
  askSupplement,
  bringMaterials,
  refuseCase,
  suspendCase,
  resumeCase,
  askExtension,
  approveExtension,
  declineExtension,
  decideCase,
  deliverCase,
  withdrawCase,
  terminateCase,
  explainBreach,
];
