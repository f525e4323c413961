import { z } from 'zod';
import { slug } from '../catalogue/catalogue.schema.ts';
import { docketFile, docketItem } from '../views/docket.schema.ts';
import { receipt } from '../views/progress.schema.ts';
import { closingRate, opinionKind, opinionSource, publicOfficer } from '../views/petition.schema.ts';
import { command, ofHall, read } from './define.ts';
import { citizen, none, ofContact, span, someWords, WORKS, words } from './docket.operations.ts';
import type { Access } from './operation.ts';
import { ticketCode } from './queue.operations.ts';

const PUBLIC: Access = { who: 'public' };
const LOOKS: Access = { who: 'staff', roles: ['supervisor', 'director', 'administrator', 'auditor'] };

/** Whom or what it is about; all left out: nobody in particular. */
const subject = z
  .object({
    staffId: slug.nullable().default(null),
    windowId: slug.nullable().default(null),
    departmentId: slug.nullable().default(null),
    everybody: z.boolean().default(false),
  })
  .strict()
  .default({ staffId: null, windowId: null, departmentId: null, everybody: false });

const said = z
  .object({
    opinion: opinionKind,
    subject,
    matterId: slug.nullable().default(null),
    /** The code of a slip: window and clerk are found by it, nothing else of it is kept with what was said. */
    ticketCode: ticketCode.nullable().default(null),
    words,
    /** A way to be told; without one it is anonymous and followed by number and code. */
    citizen,
  })
  .strict();

export const sayOpinion = command({
  name: 'sayOpinion',
  summary: 'Say what should be better, complain, report (意见、投诉、举报): a number and a code to follow it',
  path: '/api/halls/:hallId/say',
  access: PUBLIC,
  params: ofHall,
  body: said,
  reply: receipt,
});
export const sayAtKiosk = command({
  name: 'sayAtKiosk',
  summary: 'The suggestion box at the kiosk (意见箱)',
  path: '/api/halls/:hallId/box',
  access: { who: 'device', kinds: ['kiosk'], roles: ['guide', 'supervisor'] },
  params: ofHall,
  body: said,
  reply: receipt,
});
export const listOfficers = read({
  name: 'listOfficers',
  summary: 'Who works in the hall, name and post, as on its wall (监督台)',
  path: '/api/halls/:hallId/officers',
  access: PUBLIC,
  params: ofHall,
  reply: z.array(publicOfficer),
});
export const registerOpinion = command({
  name: 'registerOpinion',
  summary:
    'Enter an opinion that came by telephone, letter, visit, on paper or from above; a number and a code for the citizen',
  path: '/api/halls/:hallId/opinions',
  access: WORKS,
  params: ofHall,
  body: said.omit({ ticketCode: true }).extend({ source: opinionSource }),
  reply: receipt,
});
export const viewOpinions = read({
  name: 'viewOpinions',
  summary: 'Opinions of a span by source with their closing rate (办结率), and those that are open',
  path: '/api/halls/:hallId/opinions',
  access: LOOKS,
  params: ofHall,
  query: span,
  reply: z.object({ ...span.shape, rates: z.array(closingRate), items: z.array(docketItem) }),
});

const onPetition = <B extends z.ZodType>(name: string, verb: string, summary: string, body: B) =>
  command({
    name,
    summary,
    path: `/api/halls/:hallId/contacts/:contactId/${verb}`,
    access: WORKS,
    params: ofContact,
    body,
    reply: docketFile,
  });

export const takeUpOpinion = onPetition(
  'takeUpOpinion',
  'take-up',
  'Say whether a report is taken up, with the grounds (受理)',
  z.object({ taken: z.boolean(), words }).strict(),
);
export const sendBackOpinion = onPetition(
  'sendBackOpinion',
  'send-back',
  'Not ours: back within 24 hours with the reason and the right place',
  z.object({ words }).strict(),
);
export const answerOpinion = onPetition(
  'answerOpinion',
  'answer-opinion',
  'Answer an opinion: what was found and what is done (答复)',
  z.object({ words }).strict(),
);
export const tellPetition = onPetition(
  'tellPetition',
  'tell-petition',
  'Whoever left a contact was told, or the reply was delivered, and how (告知、送达)',
  z.object({ words }).strict(),
);
export const askTime = onPetition(
  'askTime',
  'ask-time',
  'Ask for more time before the answer is due, once (延期)',
  z.object({ words }).strict(),
);
export const approveTime = onPetition('approveTime', 'approve-time', 'Approve more time', none);
export const declineTime = onPetition(
  'declineTime',
  'decline-time',
  'Decline more time',
  z.object({ words: someWords }).strict(),
);

/** Opinions (意见、投诉、举报), and the steps that they share with requests for disclosure. */
export const OPINION_OPERATIONS = [
  sayOpinion,
  sayAtKiosk,
  listOfficers,
  registerOpinion,
  viewOpinions,
  takeUpOpinion,
  sendBackOpinion,
  answerOpinion,
  tellPetition,
  askTime,
  approveTime,
  declineTime,
];
