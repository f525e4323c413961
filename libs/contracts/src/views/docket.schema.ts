import '../no-eval.ts';
import { z } from 'zod';
import {
  ACCEPTANCES,
  BREACH_REASONS,
  CASE_KINDS,
  CASE_RESULTS,
  CASE_STATES,
  SUSPENSION_KINDS,
  THIRD_VISIT_CAUSES,
} from '@shouwen/domain/case/case';
import { CARD_LEVELS, LEVEL_OF, type CardKind } from '@shouwen/domain/docket/card';
import { FILE_TYPES } from '@shouwen/domain/case/case-files';
import { LIMIT_KINDS } from '@shouwen/domain/docket/level';
import { BAND_PARTS } from '@shouwen/domain/case/band';
import {
  CASE_ACTIONS,
  CONTACT_ACTIONS,
  DATA_ACTIONS,
  LOOP_ACTIONS,
  PETITION_ACTIONS,
} from '@shouwen/domain/docket/available-actions';
import {
  CONTACT_CHANNELS,
  CONTACT_SUBJECTS,
  REFUSE_REASONS,
  SETTLEMENTS,
} from '@shouwen/domain/first-contact/first-contact';
import { ORDER_CAUSES } from '@shouwen/domain/order/order';
import { OPINION_KINDS } from '@shouwen/domain/opinion/opinion';
import { LOOP_STATES, REMEDIES, REVISITS } from '@shouwen/domain/rating/loop';
import { FINDINGS, RATING_LEVELS } from '@shouwen/domain/rating/rating';
import { day, text } from '../catalogue/catalogue.schema.ts';
import { hallClock, instant } from './common.schema.ts';
import { officer, type Officer } from './officer.schema.ts';
import { disclosureView, opinionView, orderState, orderView, replyState } from './petition.schema.ts';

export const caseState = z.enum(CASE_STATES);
export const suspensionKind = z.enum(SUSPENSION_KINDS);
export const caseResult = z.enum(CASE_RESULTS);
export const breachReason = z.enum(BREACH_REASONS);
export const contactChannel = z.enum(CONTACT_CHANNELS);
export const refuseReason = z.enum(REFUSE_REASONS);
export const ratingLevel = z.enum(RATING_LEVELS);
export const finding = z.enum(FINDINGS);
export const remedy = z.enum(REMEDIES);
export const revisit = z.enum(REVISITS);
export const loopState = z.enum(LOOP_STATES);
export const cardKind = z.enum(Object.keys(LEVEL_OF) as [CardKind, ...CardKind[]]);
export const cardLevel = z.enum(CARD_LEVELS);

export { officer, type Officer };

/** A piece of the clock's band (时限条): working days only, both ends included. */
export const bandPart = z.object({
  part: z.enum(BAND_PARTS),
  from: day,
  until: day,
  days: z.number().int(),
  kind: suspensionKind.nullable(),
});
export type BandPart = z.infer<typeof bandPart>;

/** The clock of a case, frozen dates and where today stands; `null` before acceptance. */
export const caseClock = z.object({
  acceptedDay: day,
  how: z.enum(ACCEPTANCES),
  guideVersion: z.number().int(),
  promisedDays: z.number().int(),
  legalDays: z.number().int(),
  /** `null` while the clock stands still. */
  promisedLastDay: day.nullable(),
  legalLastDay: day.nullable(),
  provisional: z.boolean(),
  usedDays: z.number().int(),
  /** Working days left after today; below 0 when the promise has passed. */
  leftDays: z.number().int().nullable(),
  today: day,
  band: z.array(bandPart),
  /** Where today and the last days stand on the band: so many working days from its beginning. */
  marks: z.object({
    today: z.number().int(),
    promised: z.number().int().nullable(),
    legal: z.number().int().nullable(),
  }),
  /** While the clock stands still: when it is expected to go on, and the last days that would then be. */
  expected: z.object({ resumes: day, promised: day, legal: day.nullable() }).nullable(),
});
export type CaseClock = z.infer<typeof caseClock>;

/** What a citizen said, when it is that which is owed an answer: a bad rating, an opinion of its kind, a request for disclosure; or what an order came of. */
const said = z.enum(['rating', ...OPINION_KINDS, 'disclosure', ...ORDER_CAUSES]).nullable();

export const cardView = z.object({
  id: z.string(),
  kind: cardKind,
  level: cardLevel,
  number: z.string(),
  contactId: z.string(),
  caseId: z.string().nullable(),
  matterId: z.string().nullable(),
  said,
  to: z.array(officer),
  dueAt: instant,
  givenAt: instant,
  givenBy: officer.nullable(),
  /** An urging order: until when it is to be answered. */
  replyBy: instant.nullable(),
  words: z.string().nullable(),
  /** When the handler saw it; `null`: not acknowledged (未回应). */
  acknowledgedAt: instant.nullable(),
  replies: z.array(z.object({ by: officer.nullable(), at: instant, words: z.string() })),
});
export type CardView = z.infer<typeof cardView>;

/** A line of a list: a case, or a first contact that is not one. */
export const docketItem = z.object({
  /** Case number, or the card's when there is no case. */
  number: z.string(),
  contactId: z.string(),
  caseId: z.string().nullable(),
  matterId: z.string().nullable(),
  departmentId: z.string().nullable(),
  said,
  state: z.union([
    caseState,
    loopState,
    replyState,
    orderState,
    z.enum(['open', 'offered', 'awaits-appointment', 'settled']),
  ]),
  channel: contactChannel,
  receivedDay: day,
  answerable: officer,
  /** Who acts today when the answerable person is away. */
  actsFor: officer.nullable(),
  firstReceiver: officer,
  offeredTo: officer.nullable(),
  promisedLastDay: day.nullable(),
  legalLastDay: day.nullable(),
  provisional: z.boolean(),
  feedbackBy: day.nullable(),
  /** What goes red first, or went, and when: what lists are ordered by. */
  due: z.object({ what: z.enum(LIMIT_KINDS), at: instant, day }).nullable(),
  /** Working days up to that day after today; below 0 when it has passed. */
  leftDays: z.number().int().nullable(),
  /** The gravest card so far whose cause still stands. */
  level: cardLevel.nullable(),
  /** Cards about it that their handler has not seen. */
  unacknowledged: z.number().int(),
  /** More time was asked for and nobody has answered. */
  extensionAsked: z.boolean(),
  /** A third visit that the office caused: a breach, with its cause and who answered for the case then. */
  thirdVisit: z.object({ cause: z.enum(THIRD_VISIT_CAUSES), responsible: officer.nullable() }).nullable(),
  /** What I have to do with it: answer for it, take it over, tell the citizen, approve an extension, name somebody. */
  owes: z.enum([
    'handle',
    'acknowledge',
    'tell',
    'approve',
    'appoint',
    'deliver',
    'verify',
    'rectify',
    'revisit',
    'decide-appeal',
    'take-up',
    'reply',
    'carry-out',
    'check',
    'watch',
  ]),
});
export type DocketItem = z.infer<typeof docketItem>;

export const caseAction = z.object({ action: z.enum(CASE_ACTIONS), refused: z.string().optional() });
export const loopAction = z.object({ action: z.enum(LOOP_ACTIONS), refused: z.string().optional() });
export const petitionAction = z.object({ action: z.enum(PETITION_ACTIONS), refused: z.string().optional() });
export const dataAction = z.object({ action: z.enum(DATA_ACTIONS), refused: z.string().optional() });
export const contactAction = z.object({ action: z.enum(CONTACT_ACTIONS), refused: z.string().optional() });

/** Name and telephone of the person; masked unless somebody looked with a reason. */
export const applicant = z.object({ name: z.string(), telephone: z.string() });

/** Another office that is competent, as it was told to the citizen. */
export const officeNamed = z.object({ name: z.string(), address: z.string(), telephone: z.string() });
export type OfficeNamed = z.infer<typeof officeNamed>;

/** A file on the checklist. Its name may tell of the person: it comes with the content, to who looks with a reason. */
export const attachedFile = z.object({
  id: z.string(),
  material: z.string(),
  type: z.enum(FILE_TYPES),
  size: z.number().int(),
  at: instant,
  by: officer,
});
export type AttachedFile = z.infer<typeof attachedFile>;

/** An event of a case or first contact, as its story shows it. */
export const storyLine = z.object({
  seq: z.number().int(),
  at: instant,
  kind: z.string(),
  actor: z.string(),
  data: z.record(z.string(), z.unknown()),
  /** Words kept apart from the log; `null` when there are none or they were erased. */
  words: z.string().nullable(),
  office: officeNamed.nullable(),
});
export type StoryLine = z.infer<typeof storyLine>;

/** The loop of a bad rating (差评处理) as whoever handles it sees it: nothing here names the citizen. */
export const loopView = z.object({
  ratingId: z.string(),
  level: ratingLevel,
  dimensions: z.record(z.string(), ratingLevel),
  labels: z.array(z.string()),
  form: z.number().int(),
  servingDay: day,
  windowId: z.string(),
  /** Who is rated; they never handle it. */
  rated: officer,
  state: loopState,
  /** Last day of the step that is due now; `null` once published. */
  dueBy: day.nullable(),
  named: z.boolean(),
  finding: finding.nullable(),
  remedy: remedy.nullable(),
  verifiedBy: officer.nullable(),
  revisit: revisit.nullable(),
  reopened: z.number().int(),
  appealUntil: day.nullable(),
  appeal: z
    .object({ at: instant, decideBy: day, upheld: z.boolean().nullable(), decidedBy: officer.nullable() })
    .nullable(),
  addedAt: instant.nullable(),
});
export type LoopView = z.infer<typeof loopView>;

/** A case or first contact as staff see it. */
export const docketFile = docketItem.extend({
  seq: z.number().int(),
  clock: hallClock,
  about: z.enum(CONTACT_SUBJECTS),
  ticketId: z.string().nullable(),
  kind: z.enum(CASE_KINDS).nullable(),
  applicant: applicant.nullable(),
  materials: z.array(
    z.object({ id: z.string(), name: text, minor: z.boolean(), state: z.enum(['given', 'missing', 'asked']) }),
  ),
  files: z.array(attachedFile),
  missingBy: day.nullable(),
  notices: z.number().int(),
  visits: z.number().int(),
  limits: caseClock.nullable(),
  extension: z.object({ days: z.number().int(), askedBy: officer, approvedBy: officer.nullable() }).nullable(),
  result: caseResult.nullable(),
  broken: z.object({ promised: z.boolean(), legal: z.boolean() }),
  breachReason: breachReason.nullable(),
  settled: z.enum(SETTLEMENTS).nullable(),
  toldAt: instant.nullable(),
  late: z.boolean(),
  line: z.array(officer),
  cards: z.array(cardView),
  story: z.array(storyLine),
  loop: loopView.nullable(),
  loopActions: z.array(loopAction),
  opinion: opinionView.nullable(),
  disclosure: disclosureView.nullable(),
  order: orderView.nullable(),
  petitionActions: z.array(petitionAction),
  caseActions: z.array(caseAction),
  contactActions: z.array(contactAction),
  dataActions: z.array(dataAction),
});
export type DocketFile = z.infer<typeof docketFile>;
