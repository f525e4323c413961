import type { CalendarDay, HallHours } from '../time/opening-hours.ts';
import type { YearTable } from '../calendar/national.ts';
import type { FileSettings } from '../case/case-files.ts';
import type { LimitSettings } from '../case/limits.ts';
import type { QuestionnaireRule } from '../questionnaire/questionnaire.ts';
import type { ServiceDay } from '../time/instant.ts';

/** What the rules need to know of the catalogue (事项目录). The full published content is in `@shouwen/contracts/catalogue`. */
export interface HallRule extends HallHours {
  id: string;
  /** Wall clock `HH:MM` at which a service day begins; 00:00 unless the hall keeps its queue overnight. */
  dayStartsAt: string;
  example: boolean;
  /** Letters before its case numbers. */
  casePrefix: string;
  limits: LimitSettings;
  files: FileSettings;
}

export interface QueueRule {
  id: string;
  /** One or two capitals; unique in the hall, so that a number names its queue. */
  letter: string;
  /** Waiting promise (等候承诺) in seconds. */
  waitPromiseSeconds: number;
  /** Most tickets in a day (限号), `null` for no limit. */
  dailyQuota: number | null;
}

export interface WindowRule {
  id: string;
  number: number;
  zoneId: string;
  firstQueues: string[];
  secondQueues: string[];
  /** How long the head of a second-choice queue must have waited before this window helps out, in seconds. */
  secondAfterSeconds: number;
}

export interface MatterRule {
  id: string;
  queueId: string;
  departmentId: string;
  kind: 'immediate' | 'commitment';
  /** Handling standard (办理标准) at the window, in seconds. */
  handlingStandardSeconds: number;
  /** Limits in working days; `null` for an immediate matter. Promised ≤ legal, checked when it is saved. */
  legalDays: number | null;
  promisedDays: number | null;
  guide: { version: number; materials: readonly { id: string; minor: boolean }[] };
}

export type Role = 'clerk' | 'guide' | 'supervisor' | 'director' | 'administrator' | 'auditor';

export interface StaffRule {
  id: string;
  role: Role;
  departmentId: string | null;
  /** The B post (B 岗). */
  standInId: string | null;
}

export interface DepartmentRule {
  id: string;
  /** Head of the department (科长): approves extensions, receives what nobody on duty can take. */
  headId: string | null;
}

/** A version of the hall's rating form (评价表): which dimensions and labels it offers. */
export interface RatingFormRule {
  version: number;
  dimensions: readonly string[];
  labels: readonly string[];
}

/** A version of what inspections look at (检查表): its points. */
export interface ChecklistRule {
  version: number;
  points: readonly string[];
}

/** A member of staff is away, both days included. */
export interface Leave {
  id: string;
  staffId: string;
  from: ServiceDay;
  until: ServiceDay;
}

/** Everything the rules of one hall look up. */
export interface Catalogue {
  hall: HallRule;
  queues: Readonly<Record<string, QueueRule>>;
  windows: Readonly<Record<string, WindowRule>>;
  matters: Readonly<Record<string, MatterRule>>;
  staff: Readonly<Record<string, StaffRule>>;
  departments: Readonly<Record<string, DepartmentRule>>;
  leaves: Readonly<Record<string, Leave>>;
  yearTables: readonly YearTable[];
  questionnaires: Readonly<Record<string, QuestionnaireRule>>;
  /** Every version of the rating form there has been, by its number. */
  ratingForms: Readonly<Record<number, RatingFormRule>>;
  /** Every version of the inspections' checklist there has been, by its number. */
  checklists: Readonly<Record<number, ChecklistRule>>;
  calendar: Readonly<Record<ServiceDay, CalendarDay>>;
}
