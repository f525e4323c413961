import '../no-eval.ts';
import { z } from 'zod';
import {
  ACCEPTANCES,
  BREACH_REASONS,
  CASE_KINDS,
  CASE_RESULTS,
  CASE_STATES,
  SUSPENSION_KINDS,
} from '@shouwen/domain/case/case';
import { CARD_LEVELS, LEVEL_OF, type CardKind } from '@shouwen/domain/docket/card';
import { BAND_PARTS } from '@shouwen/domain/case/band';
import { CASE_ACTIONS, CONTACT_ACTIONS } from '@shouwen/domain/docket/available-actions';
import {
  CONTACT_CHANNELS,
  CONTACT_SUBJECTS,
  REFUSE_REASONS,
  SETTLEMENTS,
} from '@shouwen/domain/first-contact/first-contact';
import { day, text } from '../catalogue/catalogue.schema.ts';
import { hallClock, instant } from './common.schema.ts';

export const caseState = z.enum(CASE_STATES);
export const suspensionKind = z.enum(SUSPENSION_KINDS);
export const caseResult = z.enum(CASE_RESULTS);
export const breachReason = z.enum(BREACH_REASONS);
export const contactChannel = z.enum(CONTACT_CHANNELS);
export const refuseReason = z.enum(REFUSE_REASONS);
export const cardKind = z.enum(Object.keys(LEVEL_OF) as [CardKind, ...CardKind[]]);
export const cardLevel = z.enum(CARD_LEVELS);

/** A member of staff as citizens and colleagues see them in office. */
export const officer = z.object({
  id: z.string(),
  name: z.string(),
  latinName: z.string(),
  post: text,
  telephone: z.string(),
});
export type Officer = z.infer<typeof officer>;

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
});
export type CaseClock = z.infer<typeof caseClock>;

export const cardView = z.object({
  id: z.string(),
  kind: cardKind,
  level: cardLevel,
  number: z.string(),
  contactId: z.string(),
  caseId: z.string().nullable(),
  matterId: z.string().nullable(),
  to: z.array(officer),
  dueAt: instant,
  givenAt: instant,
  givenBy: officer.nullable(),
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
  state: z.union([caseState, z.enum(['open', 'offered', 'awaits-appointment', 'settled'])]),
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
  leftDays: z.number().int().nullable(),
  /** The gravest card so far whose cause still stands. */
  level: cardLevel.nullable(),
  unacknowledged: z.number().int(),
  /** When it goes red: what the list is ordered by. */
  redAt: instant.nullable(),
  /** What I have to do with it: answer for it, take it over, tell the citizen, approve an extension, name somebody. */
  owes: z.enum(['handle', 'acknowledge', 'tell', 'approve', 'appoint', 'deliver', 'watch']),
});
export type DocketItem = z.infer<typeof docketItem>;

export const caseAction = z.object({ action: z.enum(CASE_ACTIONS), refused: z.string().optional() });
export const contactAction = z.object({ action: z.enum(CONTACT_ACTIONS), refused: z.string().optional() });

/** An event of a case or first contact, as its story shows it. */
export const storyLine = z.object({
  seq: z.number().int(),
  at: instant,
  kind: z.string(),
  actor: z.string(),
  data: z.record(z.string(), z.unknown()),
  /** Words kept apart from the log; `null` when there are none or they were erased. */
  words: z.string().nullable(),
});
export type StoryLine = z.infer<typeof storyLine>;

/** A case or first contact as staff see it. */
export const docketFile = docketItem.extend({
  seq: z.number().int(),
  clock: hallClock,
  about: z.enum(CONTACT_SUBJECTS),
  ticketId: z.string().nullable(),
  kind: z.enum(CASE_KINDS).nullable(),
  applicant: z.object({ name: z.string(), telephone: z.string() }).nullable(),
  materials: z.array(
    z.object({ id: z.string(), name: text, minor: z.boolean(), state: z.enum(['given', 'missing', 'asked']) }),
  ),
  missingBy: day.nullable(),
  notices: z.number().int(),
  visits: z.number().int(),
  thirdVisit: z.enum(['second-notice', 'missing-result']).nullable(),
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
  caseActions: z.array(caseAction),
  contactActions: z.array(contactAction),
});
export type DocketFile = z.infer<typeof docketFile>;

/** What the citizen sees of it with number and code, or with the ticket's code: where it is, who has it, what was promised. */
export const progress = z.object({
  number: z.string(),
  isCase: z.boolean(),
  matterId: z.string().nullable(),
  state: docketItem.shape.state,
  receivedAt: instant,
  firstReceiver: officer,
  answerable: officer,
  /** A hand-over is on its way: until it is acknowledged the person above answers. */
  offered: z.boolean(),
  limits: caseClock.nullable(),
  missing: z.array(text),
  missingBy: day.nullable(),
  feedbackBy: day.nullable(),
  result: caseResult.nullable(),
  settled: z.enum(SETTLEMENTS).nullable(),
  broken: z.boolean(),
  breachReason: breachReason.nullable(),
  /** What was told: the answer, the right office, grounds of a refusal. */
  words: z.array(z.object({ at: instant, kind: z.string(), words: z.string() })),
  steps: z.array(z.object({ at: instant, kind: z.string(), data: z.record(z.string(), z.unknown()) })),
  complaintTelephone: z.string(),
});
export type Progress = z.infer<typeof progress>;

/** The receipt (回执): who received, when to expect an answer, where to complain; the code opens the progress. */
export const receipt = progress.extend({ code: z.string() });
export type Receipt = z.infer<typeof receipt>;

/** How long a matter really took, last 90 days, in working days from acceptance to decision. */
export const matterRecord = z.object({
  matterId: z.string(),
  from: day,
  until: day,
  decided: z.number().int(),
  onTime: z.number().int(),
  medianDays: z.number().nullable(),
  p90Days: z.number().nullable(),
  promisedDays: z.number().int().nullable(),
  legalDays: z.number().int().nullable(),
  /** Broken promises with the reason given in public. */
  breaches: z.array(z.object({ reason: breachReason.nullable(), count: z.number().int() })),
});
export type MatterRecord = z.infer<typeof matterRecord>;

/** Cases whose last day a change of the calendar would move. */
export const calendarPreview = z.object({
  open: z.number().int(),
  moved: z.array(
    z.object({
      caseId: z.string(),
      matterId: z.string(),
      from: day.nullable(),
      to: day.nullable(),
      answerable: officer,
    }),
  ),
});
export type CalendarPreview = z.infer<typeof calendarPreview>;
