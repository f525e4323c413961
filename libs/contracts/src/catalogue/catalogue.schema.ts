import '../no-eval.ts';
import { z } from 'zod';
import { DEFAULT_FILES } from '@shouwen/domain/case/case-files';
import { DEFAULT_LIMITS } from '@shouwen/domain/case/limits';
import { calendarDayFault, leaveFault, matterFault, yearTableFault } from '@shouwen/domain/catalogue/item-faults';
import { day, photoId, slug, text, wallTime } from './primitives.ts';
import { questionnaireSchema } from './questionnaire.schema.ts';
import { faqSchema } from './faq.schema.ts';
import { causeRulesSchema } from './cause-rules.schema.ts';
import { alarmSchema } from './alarm.schema.ts';
import { checklistSchema } from './checklist.schema.ts';
import { scoreCardSchema } from './score-card.schema.ts';
import { ratingFormSchema } from './rating-form.schema.ts';
import { oversightSchema, regionSchema } from './region.schema.ts';
import { sound } from './sound.ts';
import { noticeSchema } from './notice.schema.ts';

export { day, slug, text, wallTime, type Text } from './primitives.ts';

const telephone = z.string().max(40);

const workingDays = z.number().int().min(1).max(400);
const span = z.number().int().min(60_000).max(172_800_000);
/** Settings of limits (时限设置), see `LimitSettings` of the domain; each left out has its default. */
export const limitsSchema = z.object({
  yellowShare: z.number().min(0.1).max(1).default(DEFAULT_LIMITS.yellowShare),
  yellowDaysLeft: z.number().int().min(0).max(60).default(DEFAULT_LIMITS.yellowDaysLeft),
  promptDaysLeft: z.number().int().min(0).max(60).default(DEFAULT_LIMITS.promptDaysLeft),
  acceptanceDays: workingDays.max(5).default(DEFAULT_LIMITS.acceptanceDays),
  deliveryDays: workingDays.max(10).default(DEFAULT_LIMITS.deliveryDays),
  jointLegalDays: workingDays.default(DEFAULT_LIMITS.jointLegalDays),
  extensionDays: workingDays.max(10).default(DEFAULT_LIMITS.extensionDays),
  jointExtensionDays: workingDays.max(15).default(DEFAULT_LIMITS.jointExtensionDays),
  supplementDays: workingDays.default(DEFAULT_LIMITS.supplementDays),
  missingDays: workingDays.default(DEFAULT_LIMITS.missingDays),
  acknowledgeMs: span.default(DEFAULT_LIMITS.acknowledgeMs),
  acknowledgeWrittenMs: span.default(DEFAULT_LIMITS.acknowledgeWrittenMs),
  feedbackDays: workingDays.default(DEFAULT_LIMITS.feedbackDays),
  replyDays: workingDays.default(DEFAULT_LIMITS.replyDays),
  ratingOpenDays: z.number().int().min(1).max(30).default(DEFAULT_LIMITS.ratingOpenDays),
  verifyDays: workingDays.default(DEFAULT_LIMITS.verifyDays),
  rectifyDays: workingDays.default(DEFAULT_LIMITS.rectifyDays),
  rectifyComplexDays: workingDays.default(DEFAULT_LIMITS.rectifyComplexDays),
  revisitDays: workingDays.default(DEFAULT_LIMITS.revisitDays),
  appealDays: workingDays.default(DEFAULT_LIMITS.appealDays),
  appealDecideDays: workingDays.default(DEFAULT_LIMITS.appealDecideDays),
  opinionDays: workingDays.default(DEFAULT_LIMITS.opinionDays),
  opinionExtensionDays: workingDays.default(DEFAULT_LIMITS.opinionExtensionDays),
  takeUpDays: workingDays.default(DEFAULT_LIMITS.takeUpDays),
  sendBackHours: z.number().int().min(1).max(240).default(DEFAULT_LIMITS.sendBackHours),
  tellDays: workingDays.default(DEFAULT_LIMITS.tellDays),
  enquiryOnlineDays: workingDays.default(DEFAULT_LIMITS.enquiryOnlineDays),
  disclosureDays: workingDays.max(20).default(DEFAULT_LIMITS.disclosureDays),
  disclosureExtensionDays: workingDays.max(20).default(DEFAULT_LIMITS.disclosureExtensionDays),
  correctionAskDays: workingDays.max(7).default(DEFAULT_LIMITS.correctionAskDays),
  correctionDays: workingDays.default(DEFAULT_LIMITS.correctionDays),
});

/** Settings of files attached to cases (附件设置). */
export const filesSchema = z.object({
  maxMegabytes: z.number().int().min(1).max(100).default(DEFAULT_FILES.maxMegabytes),
  maxPerCase: z.number().int().min(1).max(500).default(DEFAULT_FILES.maxPerCase),
});

export const hallSchema = z.object({
  id: slug,
  name: text,
  address: text,
  telephone,
  /** Where to complain (监督电话). */
  complaintTelephone: telephone,
  timeZone: z.string().max(60),
  dayStartsAt: wallTime,
  nationalCalendar: z.boolean().default(true),
  hours: z
    .array(z.object({ weekdays: z.array(z.number().int().min(1).max(7)).min(1), open: wallTime, close: wallTime }))
    .min(1),
  /** Letters before its case numbers (办件编号), unlike those of its neighbours. */
  casePrefix: z
    .string()
    .regex(/^[A-Z]{2,4}$/)
    .default('SW'),
  limits: limitsSchema.default(DEFAULT_LIMITS),
  files: filesSchema.default(DEFAULT_FILES),
  /** Where somebody who was refused or denied may turn: who reconsiders (复议机关) and which court (法院); `null`: as the law says. */
  appeal: z.object({ reconsideration: text, court: text }).nullable().default(null),
  /** How many people it holds (容量); `null`: not said, and crowding is not watched. */
  capacity: z.number().int().min(1).max(100_000).nullable().default(null),
  /** Where it stands (行政区划); `null`: not said, and no view of a region shows it. */
  region: regionSchema.nullable().default(null),
  /** Example data: marked on every screen, example accounts allowed. */
  example: z.boolean(),
});
export type Hall = z.infer<typeof hallSchema>;

export const departmentSchema = z.object({
  id: slug,
  name: text,
  short: text,
  hint: text,
  telephone,
  /** Head of the department (科长), a member of staff. */
  headId: slug.nullable().default(null),
});
export type Department = z.infer<typeof departmentSchema>;

export const zoneSchema = z.object({ id: z.string().regex(/^[A-Z0-9]{1,4}$/), name: text, theme: text });
export type Zone = z.infer<typeof zoneSchema>;

export const queueSchema = z.object({
  id: slug,
  letter: z.string().regex(/^[A-Z]{1,2}$/),
  name: text,
  departmentId: slug.nullable(),
  zoneId: z.string(),
  waitPromiseSeconds: z.number().int().min(60).max(14_400),
  dailyQuota: z.number().int().min(1).max(99_999).nullable(),
});
export type Queue = z.infer<typeof queueSchema>;

export const windowSchema = z.object({
  id: slug,
  number: z.number().int().min(0).max(999),
  zoneId: z.string(),
  name: text,
  firstQueues: z.array(slug).min(1),
  secondQueues: z.array(slug).default([]),
  secondAfterSeconds: z.number().int().min(0).max(14_400).default(0),
  /** Moved for one day (临时调整): takes these first; its usual ones become its second choice. */
  moved: z
    .object({ day, queues: z.array(slug).min(1).max(12) })
    .nullable()
    .default(null),
});
export type Window = z.infer<typeof windowSchema>;

export const ROLES = ['clerk', 'guide', 'supervisor', 'director', 'administrator', 'auditor'] as const;

export const staffSchema = z.object({
  id: slug,
  name: z.string().min(1).max(40),
  latinName: z.string().min(1).max(60),
  username: z.string().regex(/^[a-z][a-z0-9.-]{1,30}$/),
  role: z.enum(ROLES),
  departmentId: slug.nullable(),
  post: text,
  postNumber: z.string().max(20),
  telephone,
  /** The B post (B 岗) that stands in when this one is away. */
  standInId: slug.nullable(),
  homeWindowId: slug.nullable(),
  /** The photograph kept of them; only its id is here and in the log. */
  photoId: photoId.nullable().default(null),
});
export type Staff = z.infer<typeof staffSchema>;

export const guideSchema = z.object({
  version: z.number().int().min(1),
  effectiveFrom: day,
  basis: z.array(text).min(1),
  dutyHolder: text,
  conditions: z.array(text),
  materials: z.array(z.object({ id: slug, name: text, note: text.optional(), minor: z.boolean().default(false) })),
  procedure: z
    .array(
      z.object({
        step: text,
        detail: text,
        who: z.enum(['citizen', 'window', 'office']),
        within: text.optional(),
      }),
    )
    .min(1),
  flow: z.array(
    z.object({
      id: z.string().max(20),
      kind: z.enum(['start', 'step', 'decision', 'end']),
      text,
      next: z.array(z.object({ to: z.string().max(20), when: text.optional() })).default([]),
    }),
  ),
  fee: text,
  result: text,
  telephone,
  place: text,
});
/** Published guide (办事指南) with its six elements and more. */
export type Guide = z.infer<typeof guideSchema>;

export const matterSchema = z
  .object({
    id: slug,
    queueId: slug,
    departmentId: slug,
    name: text,
    aliases: z.array(z.string().max(40)),
    kind: z.enum(['immediate', 'commitment']),
    popular: z.boolean().default(false),
    handlingStandardSeconds: z.number().int().min(30).max(14_400),
    /** Working days; `null` for an immediate matter. */
    legalDays: z.number().int().min(1).max(400).nullable(),
    promisedDays: z.number().int().min(1).max(400).nullable(),
    guide: guideSchema,
  })
  .superRefine(sound(matterFault, 'promisedDays'));
/** Matter (事项). */
export type Matter = z.infer<typeof matterSchema>;

export const calendarDaySchema = z
  .object({
    day,
    kind: z.enum(['closed', 'open']),
    open: wallTime.optional(),
    close: wallTime.optional(),
    /** Whether limits count it; left out: a closed day no, an open one by the national calendar. */
    working: z.boolean().optional(),
    reason: text,
  })
  .superRefine(sound(calendarDayFault, 'working'));
export type CalendarDay = z.infer<typeof calendarDaySchema>;

/** A year's table of the State Council (节假日安排), loaded before the calendar package has it. Its id is the year. */
export const yearTableSchema = z
  .object({
    id: z.string().regex(/^20\d\d$/),
    year: z.number().int().min(2000).max(2060),
    holidays: z.array(day).max(366),
    worked: z.array(day).max(60),
  })
  .superRefine(sound(yearTableFault, 'worked'))
  .refine((table) => table.id === String(table.year), { message: 'the id is the year', path: ['id'] });

/** Leave (请假) of a member of staff, both days included. Why is nobody's business here. */
export const leaveSchema = z
  .object({ id: slug, staffId: slug, from: day, until: day })
  .superRefine(sound(leaveFault, 'until'));

/** Kinds of catalogue item and the schema of each; the id of an item is its `id`, a calendar day's is its `day`. */
export const CATALOGUE_KINDS = {
  hall: hallSchema,
  department: departmentSchema,
  zone: zoneSchema,
  queue: queueSchema,
  window: windowSchema,
  matter: matterSchema,
  staff: staffSchema,
  notice: noticeSchema,
  calendar: calendarDaySchema,
  'year-table': yearTableSchema,
  leave: leaveSchema,
  'rating-form': ratingFormSchema,
  checklist: checklistSchema,
  questionnaire: questionnaireSchema,
  faq: faqSchema,
  'cause-rules': causeRulesSchema,
  alarm: alarmSchema,
  'score-card': scoreCardSchema,
  oversight: oversightSchema,
} as const;
export type CatalogueKind = keyof typeof CATALOGUE_KINDS;

/** What a kiosk, a display and a terminal need of the catalogue; nothing personal beyond staff in office. */
export const publicCatalogueSchema = z.object({
  seq: z.number().int(),
  hall: hallSchema,
  departments: z.array(departmentSchema),
  zones: z.array(zoneSchema),
  queues: z.array(queueSchema),
  windows: z.array(windowSchema),
  matters: z.array(matterSchema),
  notices: z.array(noticeSchema),
  calendar: z.array(calendarDaySchema),
  yearTables: z.array(yearTableSchema),
  ratingForms: z.array(ratingFormSchema).min(1),
  checklists: z.array(checklistSchema).min(1),
  questionnaires: z.array(questionnaireSchema),
  faqs: z.array(faqSchema),
});
export type PublicCatalogue = z.infer<typeof publicCatalogueSchema>;
