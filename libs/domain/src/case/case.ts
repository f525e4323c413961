import type { Instant, ServiceDay } from '../time/instant.ts';
import type { CaseAttachment } from './case-files.ts';
import type { CaseLimits } from './limits.ts';

/** Life of a case (办件). Accepted and deciding are one state: the clock runs from acceptance, whoever has it on the desk. */
export const CASE_STATES = [
  'received',
  'supplement-asked',
  'deciding',
  'suspended',
  'decided',
  'delivered',
  'refused',
  'withdrawn',
  'terminated',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** The trade's six kinds: 即办件、承诺件、上报件、联办件、补办件、退件. */
export const CASE_KINDS = ['immediate', 'commitment', 'sent-up', 'joint', 'supplement', 'returned'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];
/** Those that a clerk may open; the other two come about. */
export const OPENED_KINDS = ['immediate', 'commitment', 'sent-up', 'joint'] as const;
export type OpenedKind = (typeof OPENED_KINDS)[number];

/** Special procedures whose time is not counted (行政许可法 art. 45): 听证、招标、拍卖、检验、检测、检疫、鉴定、专家评审. */
export const SUSPENSION_KINDS = [
  'hearing',
  'tender',
  'auction',
  'testing',
  'measurement',
  'quarantine',
  'appraisal',
  'expert-review',
] as const;
export type SuspensionKind = (typeof SUSPENSION_KINDS)[number];

export const CASE_RESULTS = ['granted', 'denied'] as const;
export type CaseResult = (typeof CASE_RESULTS)[number];

/** Why an application is not accepted (不予受理的理由, 行政许可法 art. 32); not competent: the office that is has to be named. */
export const REFUSAL_GROUNDS = ['not-competent', 'not-required', 'not-eligible', 'not-corrected'] as const;
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number];

/** How a case came to be accepted: in form, with something minor to follow (容缺受理), or because no notice came in time (视为受理). */
export const ACCEPTANCES = ['complete', 'with-missing', 'deemed'] as const;
export type Acceptance = (typeof ACCEPTANCES)[number];

/** Why a promise was not kept, for the public (优化营商环境条例 art. 36). */
export const BREACH_REASONS = ['other-office', 'materials', 'workload', 'system-fault', 'complex', 'staff'] as const;
export type BreachReason = (typeof BREACH_REASONS)[number];

/** Why a citizen had to come a third time (两次受理制): a second notice, or the result was not there when it was promised. */
export const THIRD_VISIT_CAUSES = ['second-notice', 'missing-result'] as const;
export type ThirdVisitCause = (typeof THIRD_VISIT_CAUSES)[number];

/** What falls due in the life of a case; each at a moment frozen when it was set. */
export const CASE_ALARMS = [
  'deemed',
  'missing-late',
  'prompt',
  'yellow',
  'red',
  'legal-red',
  'suspension-overrun',
  'delivery-late',
] as const;
export type CaseAlarm = (typeof CASE_ALARMS)[number];
export type Alarms<K extends string> = Readonly<Partial<Record<K, Instant>>>;

/** A suspension (暂停计时), both days not counted; `until` null while it lasts. */
export interface Suspension {
  kind: SuspensionKind;
  from: ServiceDay;
  expectedEnd: ServiceDay;
  until: ServiceDay | null;
}

/** An extension asked for (延期): approved by the head before expiry, once. */
export interface Extension {
  days: number;
  askedBy: string;
  approvedBy: string | null;
}

/** What of a case a serving's end overwrites and an undone finish gives back. */
export interface BeforeClosing {
  state: 'received' | 'deciding';
  guideVersion: number;
  limits: CaseLimits;
}

/** An application being decided. Nothing of the applicant: words about people are kept apart (DOMAIN §10). */
export interface CaseFile {
  id: string;
  matterId: string;
  /** Version of the guide that was in force when it was received; the one at acceptance once accepted. */
  guideVersion: number;
  kind: CaseKind;
  state: CaseState;
  departmentId: string;
  /** Card of the first contact whose answerable person handles the case. */
  contactId: string;
  ticketId: string | null;
  receivedAt: Instant;
  receivedDay: ServiceDay;
  /** Materials of the guide that were handed in, by id; the rest is missing. */
  materials: readonly string[];
  missing: readonly string[];
  /** Scans, photographs and documents on the checklist, removed ones with their mark. */
  files: readonly CaseAttachment[];
  /** Day by which what is missing follows: asked for before acceptance, or minor and left open at it; `null` when nothing is awaited. */
  missingBy: ServiceDay | null;
  /** One-time notices given so far; the second is a breach. */
  notices: number;
  /** Visits of the citizen for this case, the first included. */
  visits: number;
  /** Day of the last one: several tickets of a day are one visit. */
  visitedOn: ServiceDay;
  accepted: { how: Acceptance; day: ServiceDay; at: Instant } | null;
  /** Working days, frozen at acceptance, extension included. */
  promisedDays: number;
  legalDays: number;
  /** The hall's settings as they were when it was received, then when it was accepted. */
  limits: CaseLimits;
  /** Last days; `null` before acceptance, while suspended, and for an immediate matter. */
  promisedLastDay: ServiceDay | null;
  legalLastDay: ServiceDay | null;
  /** The last day lies in a year whose calendar is not published. */
  provisional: boolean;
  suspensions: readonly Suspension[];
  extension: Extension | null;
  /** What is still to fall due, and when. */
  alarms: Alarms<CaseAlarm>;
  /** When each alarm went off last. */
  fired: Alarms<CaseAlarm>;
  decided: { result: CaseResult; at: Instant; day: ServiceDay } | null;
  deliveredAt: Instant | null;
  /** Delivered by the end of a serving: how it stood then, so that a finish that is undone brings it back there. */
  closedFrom: BeforeClosing | null;
  endedAt: Instant | null;
  /** Promised / legal limit passed before the decision. */
  broken: { promised: boolean; legal: boolean };
  breachReason: BreachReason | null;
  /** A third visit that the office caused: why, and who answered for the case then. */
  thirdVisit: { cause: ThirdVisitCause; responsibleId: string | null } | null;
}

export const OPEN_CASE_STATES: ReadonlySet<CaseState> = new Set([
  'received',
  'supplement-asked',
  'deciding',
  'suspended',
  'decided',
]);
