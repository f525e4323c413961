import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { reportPeriodOf, type ReportPeriod } from '../report/report.ts';
import type { ServiceDay } from '../time/instant.ts';
import { addDays } from '../time/zoned.ts';

/** What is appraised (绩效考核, DOMAIN §7): people and windows by the month, departments by the quarter. */
export const SCORE_SCOPES = ['person', 'window', 'department'] as const;
export type ScoreScope = (typeof SCORE_SCOPES)[number];

/** A month, `2026-10`, or a quarter, `2026-Q4`. */
export type PeriodName = string;
export const SCORE_PERIOD = /^20\d\d-(0[1-9]|1[0-2]|Q[1-4])$/;

/** A serving can be rated by the code on its slip for so many days (DOMAIN §5): until then a period's ratings are not complete. */
export const RATED_FOR_DAYS = 5;
/** Working days within which somebody may object to a complete sheet (DOMAIN §7). */
export const OBJECTION_WORKING_DAYS = 5;

const isQuarter = (name: PeriodName): boolean => name.includes('Q');

/** The first month of a period: the weights are those that held when it began. */
export const firstMonthOf = (name: PeriodName): string =>
  isQuarter(name) ? `${name.slice(0, 4)}-${String((Number(name.slice(6)) - 1) * 3 + 1).padStart(2, '0')}` : name;

/** The days of a period; `null` when things of this scope are not appraised by such a period. */
export function scoreDaysOf(scope: ScoreScope, name: PeriodName): ReportPeriod | null {
  if (!SCORE_PERIOD.test(name) || isQuarter(name) !== (scope === 'department')) return null;
  return reportPeriodOf(isQuarter(name) ? 'quarter' : 'month', `${firstMonthOf(name)}-01`);
}

/** The period in which a day lies. */
export function scorePeriodAt(scope: ScoreScope, day: ServiceDay): PeriodName {
  if (scope !== 'department') return day.slice(0, 7);
  return `${day.slice(0, 4)}-Q${Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1}`;
}

/** Where a period stands: it runs; ratings may still come; people may object; it is to be sealed. */
export const SCORE_STAGES = ['running', 'counting', 'objections', 'to-seal'] as const;
export type ScoreStage = (typeof SCORE_STAGES)[number];

/** The days that a period's appraisal goes by, worked out of its last day alone. */
export interface ScoreCourse extends ReportPeriod {
  /** Last day on which its servings can still be rated: from the next on, ratings count. */
  ratedUntil: ServiceDay;
  /** Last day on which somebody may object. */
  objectUntil: ServiceDay;
  stage: ScoreStage;
}

/** Where a period stands on a day. */
export function scoreCourse(days: ReportPeriod, today: ServiceDay, calendar: WorkCalendar): ScoreCourse {
  const ratedUntil = addDays(days.until, RATED_FOR_DAYS);
  const objectUntil = calendar.after(ratedUntil, OBJECTION_WORKING_DAYS);
  const stage =
    today <= days.until
      ? 'running'
      : today <= ratedUntil
        ? 'counting'
        : today <= objectUntil
          ? 'objections'
          : 'to-seal';
  return { ...days, ratedUntil, objectUntil, stage };
}
