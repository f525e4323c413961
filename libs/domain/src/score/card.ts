import type { IndicatorId } from '../indicators/indicators.ts';
import { firstMonthOf, type PeriodName } from './period.ts';

/** What points are lost for, in the order of the score card (DOMAIN §7). */
export const SCORE_PARTS = [
  'on-time',
  'waiting',
  'handling',
  'ratings',
  'first-contact',
  'in-order',
  'discipline',
  'opinions',
] as const;
export type ScorePart = (typeof SCORE_PARTS)[number];

/** The indicator that a part is measured by; the other three are counted from the docket and from the windows' log. */
export const PART_INDICATOR: Readonly<Partial<Record<ScorePart, IndicatorId>>> = {
  'on-time': 'on-time',
  waiting: 'within-promise',
  handling: 'over-standard',
  ratings: 'satisfaction',
  'in-order': 'in-order',
};

/** 优秀、良好、合格、不合格. */
export const GRADES = ['excellent', 'good', 'pass', 'fail'] as const;
export type Grade = (typeof GRADES)[number];

/** What counts and how much (评分表): of every period that begins in the month of its id or later, until the next card. */
export interface ScoreCard {
  /** The first month for which it holds, `2026-12`. */
  id: string;
  /** Whole points; together the base of 100. */
  weights: Readonly<Record<ScorePart, number>>;
  /** Points lost for three warnings in a row, for a yellow, for a red card. */
  deductions: Readonly<Record<'warnings' | 'yellow' | 'red', number>>;
  /** Most points that cards cost in a period (扣完为止); 100: no limit. */
  cardsMost: number;
  /** Points won for each 10 % of cases that were decided early. */
  early: number;
  /** Points from which a department's grade is reached; below the last it fails. */
  grades: Readonly<Record<Exclude<Grade, 'fail'>, number>>;
}

/** Until a hall publishes its own: the deductions are published practice, weights, limit and grades our choice (DOMAIN §7). */
export const DEFAULT_SCORE_CARD: ScoreCard = {
  id: '2000-01',
  weights: {
    'on-time': 25,
    waiting: 10,
    handling: 10,
    ratings: 20,
    'first-contact': 15,
    'in-order': 5,
    discipline: 10,
    opinions: 5,
  },
  deductions: { warnings: 3, yellow: 5, red: 10 },
  cardsMost: 30,
  early: 1,
  grades: { excellent: 90, good: 80, pass: 60 },
};

/** The card by which a period is appraised: the last that held when it began. */
export const cardOf = (period: PeriodName, own: readonly ScoreCard[]): ScoreCard =>
  own
    .filter(({ id }) => id <= firstMonthOf(period))
    .reduce<ScoreCard>((last, card) => (card.id > last.id ? card : last), DEFAULT_SCORE_CARD);

/** Weights come to 100, and each grade asks for more than the next. */
export function scoreCardFault({ weights, grades }: Pick<ScoreCard, 'weights' | 'grades'>) {
  if (SCORE_PARTS.reduce((sum, part) => sum + weights[part], 0) !== 100) return { fault: 'weights-not-100' } as const;
  return grades.excellent > grades.good && grades.good > grades.pass
    ? null
    : ({ fault: 'grades-not-falling' } as const);
}
