import { z } from 'zod';
import { OPENED_KINDS } from '@shouwen/domain/case/case';
import { day, slug } from '../catalogue/catalogue.schema.ts';
import {
  breachReason,
  calendarPreview,
  caseResult,
  cardView,
  contactChannel,
  docketFile,
  docketItem,
  matterRecord,
  progress,
  receipt,
  refuseReason,
  suspensionKind,
} from '../views/docket.schema.ts';
import { slip } from '../views/ticket.schema.ts';
import { action, command, ofHall, read } from './define.ts';
import { catalogueChange } from './hall.operations.ts';
import { EVERY_ROLE, type Access } from './operation.ts';
import { ticketCode } from './queue.operations.ts';

const WORKS: Access = { who: 'staff', roles: ['clerk', 'guide', 'supervisor', 'director'] };
const READS: Access = { who: 'staff', roles: EVERY_ROLE };
const LEADS: Access = { who: 'staff', roles: ['supervisor', 'director'] };
const PUBLIC: Access = { who: 'public' };

const caseId = z.string().regex(/^[A-Z]{2,4}-\d{4}-\d{5,7}-\d$/);
const contactId = z.string().regex(/^[A-Z]{2,4}-F-\d{4}-\d{5,7}-\d$/);
const ofCase = ofHall.extend({ caseId });
const ofContact = ofHall.extend({ contactId });
const ofCard = ofHall.extend({ cardId: z.string().regex(/^\d{1,15}$/) });
/** What people write; kept apart from the log, encrypted. */
const words = z.string().trim().min(1).max(2000);
const someWords = words.nullable().default(null);
const materialIds = z.array(slug).max(100);
const none = z.object({}).strict();

/** Name and telephone of the person, only where the matter or the answer needs them (DOMAIN §10). */
const citizen = z
  .object({ name: z.string().trim().max(60).default(''), telephone: z.string().trim().max(30).default('') })
  .strict()
  .nullable()
  .default(null);

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
const onContact = <B extends z.ZodType>(name: string, verb: string, summary: string, body: B, access: Access = WORKS) =>
  command({
    name,
    summary,
    path: `/api/halls/:hallId/contacts/:contactId/${verb}`,
    access,
    params: ofContact,
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
  'One notice of everything missing (一次性告知)',
  z.object({ missing: materialIds, words: someWords }).strict(),
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
  z.object({ words: someWords }).strict(),
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

export const registerContact = command({
  name: 'registerContact',
  summary: 'Register a first contact at desk, telephone, by letter or online (首问登记)',
  path: '/api/halls/:hallId/contacts',
  access: WORKS,
  params: ofHall,
  body: z
    .object({
      channel: contactChannel,
      about: z.enum(['question', 'matter']),
      matterId: slug.nullable().default(null),
      departmentId: slug.nullable().default(null),
      materialsTaken: z.number().int().min(0).max(999).default(0),
      answered: z.boolean().default(false),
      words: someWords,
      citizen,
    })
    .strict(),
  reply: docketFile,
});
export const handOver = onContact(
  'handOver',
  'hand-over',
  'Hand the matter on (转办)',
  z.object({ toId: z.string().max(41), words: someWords }).strict(),
);
export const acknowledge = onContact('acknowledge', 'acknowledge', 'Take it over (承接)', none);
export const refuseHandOver = onContact(
  'refuseHandOver',
  'refuse-hand-over',
  'Do not take it over, with the reason',
  z.object({ reason: refuseReason, words: someWords }).strict(),
);
export const reportUnclear = onContact(
  'reportUnclear',
  'report-unclear',
  'Nobody is clearly competent: ask the supervisor',
  z.object({ words: someWords }).strict(),
);
export const appoint = onContact(
  'appoint',
  'appoint',
  'Name who answers for it (指定承办)',
  z.object({ toId: z.string().max(41) }).strict(),
  LEADS,
);
export const answerContact = onContact(
  'answerContact',
  'answer',
  'Answer it (答复)',
  z.object({ told: z.boolean(), words: someWords }).strict(),
);
export const referOut = onContact(
  'referOut',
  'refer-out',
  'Not ours: name the right office and the way there',
  z.object({ words: someWords }).strict(),
);
export const tellCitizen = onContact(
  'tellCitizen',
  'tell',
  'The citizen was told (反馈)',
  z.object({ words: someWords }).strict(),
);
export const urge = onContact(
  'urge',
  'urge',
  'Urge (督办): a card to who answers',
  z.object({ words }).strict(),
  LEADS,
);

export const viewFile = read({
  name: 'viewFile',
  summary: 'A case or first contact: its clock, its story, what can be done',
  path: '/api/halls/:hallId/contacts/:contactId',
  access: READS,
  params: ofContact,
  reply: docketFile,
});
export const findFile = read({
  name: 'findFile',
  summary: 'Find a case or first contact by its number',
  path: '/api/halls/:hallId/files/:number',
  access: READS,
  params: ofHall.extend({ number: z.string().max(40) }),
  reply: docketFile,
});
export const listMine = read({
  name: 'listMine',
  summary: 'What I owe, in order of what goes red first',
  path: '/api/halls/:hallId/mine',
  access: READS,
  params: ofHall,
  reply: z.object({ items: z.array(docketItem), cards: z.array(cardView) }),
});
export const listDocket = read({
  name: 'listDocket',
  summary: 'The hall’s open cases and first contacts: everything yellow, red, unacknowledged, or of a department',
  path: '/api/halls/:hallId/docket',
  access: READS,
  params: ofHall,
  query: z.object({ show: z.enum(['trouble', 'open', 'department']).default('trouble') }),
  reply: z.object({
    counts: z.object({
      open: z.number().int(),
      yellow: z.number().int(),
      red: z.number().int(),
      unacknowledged: z.number().int(),
      awaiting: z.number().int(),
    }),
    items: z.array(docketItem),
    cards: z.array(cardView),
  }),
});
export const acknowledgeCard = command({
  name: 'acknowledgeCard',
  summary: 'I have seen the card (知悉)',
  path: '/api/halls/:hallId/cards/:cardId/acknowledge',
  access: WORKS,
  params: ofCard,
  reply: cardView,
});
export const replyCard = command({
  name: 'replyCard',
  summary: 'Answer a card (回复)',
  path: '/api/halls/:hallId/cards/:cardId/reply',
  access: WORKS,
  params: ofCard,
  body: z.object({ words }).strict(),
  reply: cardView,
});
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
export const previewCalendar = action({
  name: 'previewCalendar',
  summary: 'Which open cases a change of the calendar would move; nothing is saved',
  path: '/api/halls/:hallId/calendar-preview',
  access: { who: 'staff', roles: ['administrator', 'supervisor', 'director'] },
  params: ofHall,
  body: z.object({ changes: z.array(catalogueChange).min(1).max(100) }).strict(),
  reply: calendarPreview,
});

/** What the docket answers to commands on a case or card. */
export const DOCKET_OPERATIONS = [
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
  registerContact,
  handOver,
  acknowledge,
  refuseHandOver,
  reportUnclear,
  appoint,
  answerContact,
  referOut,
  tellCitizen,
  urge,
  viewFile,
  findFile,
  listMine,
  listDocket,
  acknowledgeCard,
  replyCard,
  issueReceipt,
  viewProgress,
  takeSecondVisit,
  viewTicketProgress,
  viewMatterRecord,
  previewCalendar,
];
