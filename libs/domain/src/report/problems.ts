import { ENOUGH } from '../rating/figures.ts';
import { INDICATORS, type Figure, type IndicatorId } from '../indicators/indicators.ts';

/** The worst figures of a period (存在的问题, DOMAIN §8). */
export interface ProblemFound {
  id: IndicatorId;
  figure: Figure;
  /** How far it is from what it could be at best, 0…1. */
  gap: number;
  /** The figure in each part of the period; `null` where nothing was counted. */
  trend: (number | null)[];
  /** Proposed for the next period: what the best part of this one reached, of those with enough to count; `null`: none had. */
  target: number | null;
}

export const MOST_PROBLEMS = 10;

/**
 * Shares that are not yet what they could be, furthest first. Only shares that were counted (n > 0), of which one way is good: how far a
 * share is from all (or from none) can be compared between indicators, minutes cannot — a long wait shows as a promise not kept.
 */
export function problemsIn(figures: readonly Figure[], parts: readonly (readonly Figure[])[]): ProblemFound[] {
  return figures
    .flatMap((figure): ProblemFound[] => {
      const { unit, better } = INDICATORS.find(({ id }) => id === figure.id)!;
      // Compression is agreed in the catalogue of matters, not done at the windows.
      if (unit !== 'share' || better === null || figure.value === null || figure.id === 'compression') return [];
      const gap = better === 'more' ? 1 - figure.value : figure.value;
      if (gap <= 0) return [];
      const own = parts.map((part) => part.find(({ id }) => id === figure.id));
      const trend = own.map((one) => one?.value ?? null);
      const known = own.flatMap((one) => (one && one.n >= ENOUGH && one.value !== null ? [one.value] : []));
      const best = better === 'more' ? Math.max(...known) : Math.min(...known);
      return [{ id: figure.id, figure, gap, trend, target: known.length === 0 ? null : best }];
    })
    .sort((a, b) => b.gap - a.gap)
    .slice(0, MOST_PROBLEMS);
}
