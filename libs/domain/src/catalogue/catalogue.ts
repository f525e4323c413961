import type { CalendarDay, HallHours } from '../time/opening-hours.ts';
import type { ServiceDay } from '../time/instant.ts';

/** What the rules need to know of the catalogue (事项目录). The full published content is in `@shouwen/contracts/catalogue`. */
export interface HallRule extends HallHours {
  id: string;
  /** Wall clock `HH:MM` at which a service day begins; 00:00 unless the hall keeps its queue overnight. */
  dayStartsAt: string;
  example: boolean;
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
  /** Handling standard (办理标准) at the window, in seconds. */
  handlingStandardSeconds: number;
}

export type Role = 'clerk' | 'guide' | 'supervisor' | 'director' | 'administrator' | 'auditor';

export interface StaffRule {
  id: string;
  role: Role;
}

/** Everything the rules of one hall look up. */
export interface Catalogue {
  hall: HallRule;
  queues: Readonly<Record<string, QueueRule>>;
  windows: Readonly<Record<string, WindowRule>>;
  matters: Readonly<Record<string, MatterRule>>;
  staff: Readonly<Record<string, StaffRule>>;
  calendar: Readonly<Record<ServiceDay, CalendarDay>>;
}
