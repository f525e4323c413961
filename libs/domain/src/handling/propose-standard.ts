import { SECOND } from '../time/instant.ts';

/** What is wrong with a handling standard (办理标准): nearly nobody keeps it, or nearly everybody needs less than half of it. */
export const STANDARD_FINDINGS = ['always-broken', 'never-reached'] as const;
export type StandardFinding = (typeof STANDARD_FINDINGS)[number];

/** Fewer servings than this say nothing about a standard. Our choice, like the two shares; no rule names a figure. */
export const LEAST_SERVINGS = 20;
/** Always broken: at least this share of servings took longer. */
export const BROKEN_SHARE = 0.8;
/** Never reached: four of five servings take less than this share of the standard. */
export const UNUSED_SHARE = 0.5;
/** A standard up to this long is proposed in half minutes, a longer one in whole minutes: nobody publishes 7 min 43 s. */
const HALF_MINUTES_UP_TO = 300;
/** What a standard may be, seconds: as the catalogue takes it. */
export const SHORTEST_STANDARD = 30;
export const LONGEST_STANDARD = 14_400;

/** Handling of a matter at the window over some time: holds left out, only servings that a clerk ended with an outcome. */
export interface HandlingRecord {
  standardSeconds: number;
  servings: number;
  over: number;
  /** The time within which four of five servings were done, ms; `null` without servings. */
  p80Ms: number | null;
}

/** A standard that the hall could keep, rounded up: to half minutes as far as five minutes, then to whole ones. */
export function roundedStandard(ms: number): number {
  const seconds = ms / SECOND;
  const step = seconds <= HALF_MINUTES_UP_TO ? 30 : 60;
  return Math.min(LONGEST_STANDARD, Math.max(SHORTEST_STANDARD, Math.ceil(seconds / step) * step));
}

/**
 * What a matter's own past says of its standard: four of five servings should be done within it (p80). A proposal that would change
 * nothing is none.
 */
export function proposeStandard(record: HandlingRecord): { finding: StandardFinding; seconds: number } | null {
  const { servings, over, p80Ms, standardSeconds } = record;
  if (servings < LEAST_SERVINGS || p80Ms === null) return null;
  const seconds = roundedStandard(p80Ms);
  if (seconds === standardSeconds) return null;
  if (over / servings >= BROKEN_SHARE) return { finding: 'always-broken', seconds };
  if (p80Ms < standardSeconds * SECOND * UNUSED_SHARE) return { finding: 'never-reached', seconds };
  return null;
}
