import { z } from 'zod';
import { day, slug } from '../catalogue/catalogue.schema.ts';
import { cardView, contactChannel, docketFile, docketItem, refuseReason } from '../views/docket.schema.ts';
import { command, ofHall, read } from './define.ts';
import { EVERY_ROLE, type Access } from './operation.ts';

/** Everybody who receives citizens. */
export const WORKS: Access = { who: 'staff', roles: ['clerk', 'guide', 'supervisor', 'director'] };
const READS: Access = { who: 'staff', roles: EVERY_ROLE };
const LEADS: Access = { who: 'staff', roles: ['supervisor', 'director'] };

/** Number of a first-contact card. */
export const contactId = z.string().regex(/^[A-Z]{2,4}-F-\d{4}-\d{5,7}-\d$/);
/** Where a first contact stands in paths. */
export const ofContact = ofHall.extend({ contactId });
const ofCard = ofHall.extend({ cardId: z.string().regex(/^\d{1,15}$/) });
/** What people write; kept apart from the log, encrypted. */
export const words = z.string().trim().min(1).max(2000);
/** Words that may be left out. */
export const someWords = words.nullable().default(null);
/** A step without questions. */
export const none = z.object({}).strict();

/** Days of a figure, both included. */
export const span = z.object({ from: day, until: day });

/** Name and telephone of the person, only where the matter or the answer needs them (DOMAIN §10). */
export const citizen = z
  .object({ name: z.string().trim().max(60).default(''), telephone: z.string().trim().max(30).default('') })
  .strict()
  .nullable()
  .default(null);

/** Another office that is competent: its name, and its address or telephone; kept with the words, since people write it. */
export const office = z
  .object({
    name: z.string().trim().max(100).default(''),
    address: z.string().trim().max(200).default(''),
    telephone: z.string().trim().max(40).default(''),
  })
  .strict()
  .nullable()
  .default(null);

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
  'Not ours: name the right office, where it is and how to reach it',
  z.object({ office, words: someWords }).strict(),
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
/** What the docket can be narrowed to; `trouble` is everything yellow, red, or waiting for somebody. */
export const DOCKET_FILTERS = [
  'trouble',
  'all',
  'due-today',
  'yellow',
  'red',
  'legal-red',
  'unseen',
  'offered',
  'awaits-appointment',
  'extension',
  'received',
  'supplement',
  'suspended',
  'to-deliver',
  'third-visit',
] as const;
export type DocketFilter = (typeof DOCKET_FILTERS)[number];

export const listDocket = read({
  name: 'listDocket',
  summary: 'The open cases and first contacts of the hall or of my department, what goes red first at the top',
  path: '/api/halls/:hallId/docket',
  access: READS,
  params: ofHall,
  query: z.object({
    scope: z.enum(['hall', 'department']).default('hall'),
    filter: z.enum(DOCKET_FILTERS).default('trouble'),
    departmentId: slug.optional(),
    /** Who answers for it. */
    staffId: z.string().max(41).optional(),
    matterId: slug.optional(),
    limit: z.coerce.number().int().min(1).max(2000).default(100),
  }),
  reply: z.object({
    /** How many each filter would show of the scope, department, person and matter chosen. */
    counts: z.record(z.enum(DOCKET_FILTERS), z.number().int()),
    /** How many the filter shows in all; `items` may hold fewer. */
    total: z.number().int(),
    items: z.array(docketItem),
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
/** What the docket answers to commands on a case or card. */
export const DOCKET_OPERATIONS = [
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
];
