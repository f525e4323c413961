import '../no-eval.ts';
import { z } from 'zod';
import { APPLICANT_KINDS, DISCLOSURE_OUTCOMES } from '@shouwen/domain/disclosure/disclosure';
import { TABLE_ROWS, type TableRowId } from '@shouwen/domain/disclosure/statutory-table';
import { ENQUIRY_CHANNELS } from '@shouwen/domain/enquiry/enquiry';
import { OPINION_KINDS, OPINION_OUTCOMES, OPINION_SOURCES } from '@shouwen/domain/opinion/opinion';
import { ORDER_CAUSES, ORDER_STATES, PHOTO_TYPES } from '@shouwen/domain/order/order';
import { REPLY_STATES } from '@shouwen/domain/petition/reply';
import { day, text } from '../catalogue/primitives.ts';
import { instant } from './common.schema.ts';
import { officer } from './officer.schema.ts';

export const replyState = z.enum(REPLY_STATES);
export const opinionKind = z.enum(OPINION_KINDS);
export const opinionSource = z.enum(OPINION_SOURCES);
export const opinionOutcome = z.enum(OPINION_OUTCOMES);
export const applicantKind = z.enum(APPLICANT_KINDS);
export const disclosureOutcome = z.enum(DISCLOSURE_OUTCOMES);

const moreTime = z.object({ days: z.number().int(), askedBy: officer, approvedBy: officer.nullable() }).nullable();
const answered = z.object({ by: officer, day, late: z.boolean() }).nullable();
const course = z.object({
  state: replyState,
  /** Last day of the step that is due now; `null` once closed. */
  dueBy: day.nullable(),
  named: z.boolean(),
  moreTime,
  answered,
});

/** An opinion (意见、投诉、举报) as whoever handles it sees it; who it came from stands masked beside it. */
export const opinionView = course.extend({
  opinion: opinionKind,
  source: opinionSource,
  subject: z.object({
    staff: officer.nullable(),
    windowId: z.string().nullable(),
    departmentId: z.string().nullable(),
    everybody: z.boolean(),
  }),
  /** Who keeps out of it (回避), as the data showed. */
  concerned: z.array(officer),
  /** Everybody is concerned; somebody had to take it all the same. */
  unavoidable: z.boolean(),
  sendBackUntil: instant,
  outcome: opinionOutcome.nullable(),
});
export type OpinionView = z.infer<typeof opinionView>;

/** A request for disclosure (依申请公开). */
export const disclosureView = course.extend({
  applicant: applicantKind,
  openedDay: day,
  correction: z.object({ askedDay: day, broughtDay: day.nullable() }).nullable(),
  outcome: disclosureOutcome.nullable(),
});
export type DisclosureView = z.infer<typeof disclosureView>;

export const orderState = z.enum(ORDER_STATES);
/** An order to put right or to answer (整改通知单、督办单), as whoever may see it sees it. */
export const orderView = z.object({
  state: orderState,
  cause: z.enum(ORDER_CAUSES),
  inspectionId: z.string().nullable(),
  /** Point of the checklist at which it was found. */
  point: z.string().nullable(),
  windowId: z.string().nullable(),
  givenBy: officer,
  dueBy: day.nullable(),
  days: z.number().int(),
  reported: answered,
  /** How often it was found not to be done. */
  again: z.number().int(),
  checkedBy: officer.nullable(),
  photos: z.array(z.object({ id: z.string(), type: z.enum(PHOTO_TYPES), at: instant, by: officer, state: orderState })),
});
export type OrderView = z.infer<typeof orderView>;

/** Whom somebody can be said to have been served by: name and post, as they stand on the wall of the hall (监督台). */
export const publicOfficer = z.object({ id: z.string(), name: z.string(), latinName: z.string(), post: text });
export type PublicOfficer = z.infer<typeof publicOfficer>;

/** Opinions of a span by source; the closing rate counts those that are closed by now. */
export const closingRate = z.object({
  source: opinionSource,
  received: z.number().int(),
  closed: z.number().int(),
  late: z.number().int(),
  rate: z.number().nullable(),
});
export type ClosingRate = z.infer<typeof closingRate>;

export const enquiryFigure = z.object({
  channel: z.enum(ENQUIRY_CHANNELS),
  received: z.number().int(),
  answered: z.number().int(),
  late: z.number().int(),
  rate: z.number().nullable(),
});
export type EnquiryFigure = z.infer<typeof enquiryFigure>;

/** An answered enquiry with its words, to be put among what is often asked. */
export const answeredEnquiry = z.object({
  contactId: z.string(),
  channel: z.enum(ENQUIRY_CHANNELS),
  matterId: z.string().nullable(),
  day,
  question: z.string(),
  answer: z.string(),
  /** It stands among what is often asked. */
  published: z.boolean(),
});
export type AnsweredEnquiry = z.infer<typeof answeredEnquiry>;

const counts = Object.fromEntries(APPLICANT_KINDS.map((kind) => [kind, z.number().int()])) as Record<
  (typeof APPLICANT_KINDS)[number],
  z.ZodNumber
>;
/** A row of the third table of the annual report on disclosure. */
export const disclosureRow = z.object({
  id: z.enum(TABLE_ROWS.map(({ id }) => id) as [TableRowId, ...TableRowId[]]),
  number: z.string(),
  counts: z.object(counts),
  total: z.number().int(),
});
export type DisclosureRow = z.infer<typeof disclosureRow>;
