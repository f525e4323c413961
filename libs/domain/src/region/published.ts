import { INDICATORS, type IndicatorId } from '../indicators/indicators.ts';
import type { Measure } from '../indicators/measures.ts';

/** What a hall shows to those above it: how its public was served, nothing of what one of its people did. */
export const REGION_INDICATORS = [
  'issued',
  'wait-median',
  'wait-p90',
  'within-promise',
  'satisfaction',
  'rating-rate',
  'served',
  'handling-mean',
  'no-show',
] as const satisfies readonly IndicatorId[];
export type RegionIndicator = (typeof REGION_INDICATORS)[number];

function measuresOf(indicator: (typeof INDICATORS)[number]): readonly Measure[] {
  const { formula } = indicator;
  switch (formula.of) {
    case 'count':
      return [formula.count];
    case 'mean':
      return [formula.sum, formula.n];
    case 'percentile':
      return ['answered'];
    case 'saved':
      return [formula.k, formula.n];
    case 'share':
      return [...formula.k, ...formula.n, ...('less' in formula ? [formula.less.k, formula.less.n] : [])];
  }
}

/** The measures that those are worked out of, each once. */
export const REGION_MEASURES: readonly Measure[] = [
  ...new Set(
    INDICATORS.filter(({ id }) => (REGION_INDICATORS as readonly string[]).includes(id)).flatMap((one) => [
      ...measuresOf(one),
    ]),
  ),
];
