import { wilson } from '../rating/figures.ts';
import type { Measure, Measures } from './measures.ts';
import type { Waits } from './waits.ts';

/** What a figure is in: a share of 1, minutes, or plain things. */
export type IndicatorUnit = 'share' | 'minutes' | 'count';

interface Both {
  zh: string;
  en: string;
}

/** How an indicator is worked out of measures; a share is `k` of `n`, a mean a sum of ms over `n`, a percentile of the waits. */
export type Formula =
  | { of: 'count'; count: Measure }
  | { of: 'share'; k: readonly Measure[]; n: readonly Measure[]; less?: { k: Measure; n: Measure } }
  | { of: 'saved'; k: Measure; n: Measure }
  | { of: 'mean'; sum: Measure; n: Measure }
  | { of: 'percentile'; q: number };

export interface Indicator {
  id: string;
  unit: IndicatorUnit;
  /** Which way is good; `null`: neither. */
  better: 'more' | 'less' | null;
  /** A measure of the list behind it: what is counted, or what it is a share of. */
  behind: Measure;
  formula: Formula;
  name: Both;
  /** What it is, in a sentence. */
  meaning: Both;
  /** What is left out, and why. */
  leftOut: Both;
  /** Where the rule comes from. */
  source: string;
}

const waits: Pick<Indicator, 'leftOut' | 'source'> = {
  leftOut: {
    zh: '没等到叫号的(弃号、取消)不算等候;转队后的等候从转队时算起',
    en: 'Nobody who was never answered (no-show, given up); after a transfer the wait begins with the transfer',
  },
  source: 'DOMAIN §9',
};
const cases: Pick<Indicator, 'leftOut' | 'source'> = {
  leftOut: {
    zh: '没受理的、撤回的、终止的不算;特别程序和延期按规定另计',
    en: 'Not accepted, withdrawn and terminated cases; special procedures and extensions count as the law says',
  },
  source: '行政许可法 art. 42–45; DOMAIN §3, 9',
};
const nothing: Both = { zh: '没有', en: 'Nothing' };

/** Every indicator once (指标目录, DOMAIN §9): screens, exports and reports all take it from here. */
export const INDICATORS = [
  {
    id: 'issued',
    unit: 'count',
    better: null,
    behind: 'issued',
    formula: { of: 'count', count: 'issued' },
    name: { zh: '取号', en: 'Tickets' },
    meaning: { zh: '当天取的号,按取号时间算', en: 'Tickets taken, by the time of issue' },
    leftOut: nothing,
    source: 'DOMAIN §9',
  },
  {
    id: 'within-promise',
    unit: 'share',
    better: 'more',
    behind: 'promised',
    formula: { of: 'share', k: ['withinPromise'], n: ['promised'] },
    name: { zh: '按承诺等到', en: 'Waited as promised' },
    meaning: {
      zh: '等候不超过本队当天承诺的 ÷ 等到叫号、本队有承诺的',
      en: 'Waits within the promise of the queue on that day ÷ waits for a queue with a promise that ended in an answered call',
    },
    ...waits,
  },
  {
    id: 'wait-median',
    unit: 'minutes',
    better: 'less',
    behind: 'answered',
    formula: { of: 'percentile', q: 0.5 },
    name: { zh: '等候中位', en: 'Median wait' },
    meaning: {
      zh: '一半的人等得不比这久(误差 1 % 以内)',
      en: 'Half of the citizens waited no longer (within 1 % of the exact value)',
    },
    ...waits,
  },
  {
    id: 'wait-p90',
    unit: 'minutes',
    better: 'less',
    behind: 'answered',
    formula: { of: 'percentile', q: 0.9 },
    name: { zh: '九成等候', en: 'Nine in ten waited' },
    meaning: {
      zh: '九成的人等得不比这久(误差 1 % 以内)',
      en: 'Nine in ten waited no longer (within 1 % of the exact value)',
    },
    ...waits,
  },
  {
    id: 'wait-mean',
    unit: 'minutes',
    better: 'less',
    behind: 'answered',
    formula: { of: 'mean', sum: 'waitedMs', n: 'answered' },
    name: { zh: '平均等候', en: 'Mean wait' },
    meaning: { zh: '等候时间之和 ÷ 等到叫号的', en: 'Sum of waits ÷ waits that ended in an answered call' },
    ...waits,
  },
  {
    id: 'served',
    unit: 'count',
    better: null,
    behind: 'served',
    formula: { of: 'count', count: 'served' },
    name: { zh: '办理', en: 'Servings' },
    meaning: { zh: '在窗口办完的次数', en: 'Servings that ended at a window' },
    leftOut: { zh: '还在办的', en: 'Those that go on' },
    source: 'DOMAIN §9',
  },
  {
    id: 'handling-mean',
    unit: 'minutes',
    better: 'less',
    behind: 'served',
    formula: { of: 'mean', sum: 'handledMs', n: 'served' },
    name: { zh: '平均办理', en: 'Mean handling' },
    meaning: {
      zh: '到窗口至办完的时间之和 ÷ 办理',
      en: 'Sum of the times from arrival at the window to the end ÷ servings',
    },
    leftOut: { zh: '挂起的时间', en: 'Time on hold' },
    source: 'DOMAIN §9',
  },
  {
    id: 'over-standard',
    unit: 'share',
    better: 'less',
    behind: 'overStandard',
    formula: { of: 'share', k: ['overStandard'], n: ['served'] },
    name: { zh: '超办理标准', en: 'Over standard' },
    meaning: {
      zh: '办理时间超过事项当天标准的 ÷ 办理',
      en: 'Servings longer than the standard of the matter on that day ÷ servings',
    },
    leftOut: { zh: '挂起的时间', en: 'Time on hold' },
    source: 'DOMAIN §9',
  },
  {
    id: 'no-show',
    unit: 'share',
    better: 'less',
    behind: 'noShows',
    formula: { of: 'share', k: ['noShows'], n: ['issued'] },
    name: { zh: '弃号率', en: 'No-show rate' },
    meaning: { zh: '叫满三次没来、也没回来的 ÷ 取号', en: 'Called three times and never back ÷ tickets' },
    leftOut: { zh: '过号后回来的', en: 'Those who came back' },
    source: 'DOMAIN §9',
  },
  {
    id: 'in-order',
    unit: 'share',
    better: 'more',
    behind: 'calls',
    formula: { of: 'share', k: ['inOrder'], n: ['calls'] },
    name: { zh: '秩序率', en: 'Called in order' },
    meaning: { zh: '叫了最该叫的那位 ÷ 叫号', en: 'Calls of the smallest rank ÷ calls' },
    leftOut: { zh: '重呼', en: 'Repeated calls' },
    source: 'DOMAIN §9',
  },
  {
    id: 'on-the-spot',
    unit: 'share',
    better: 'more',
    behind: 'onTheSpot',
    formula: { of: 'share', k: ['onTheSpot'], n: ['served'] },
    name: { zh: '当场办结', en: 'Settled on the spot' },
    meaning: { zh: '以“当场办结”结束的 ÷ 办理', en: 'Servings that ended with “settled on the spot” ÷ servings' },
    leftOut: nothing,
    source: 'DOMAIN §9',
  },
  {
    id: 'window-use',
    unit: 'share',
    better: null,
    behind: 'served',
    formula: { of: 'share', k: ['handledMs'], n: ['openMs'] },
    name: { zh: '窗口利用率', en: 'Window use' },
    meaning: { zh: '办理时间 ÷ 开窗时间', en: 'Handling time ÷ time the window was open' },
    leftOut: { zh: '暂停和挂起的时间', en: 'Pauses and time on hold' },
    source: 'DOMAIN §9',
  },
  {
    id: 'on-time',
    unit: 'share',
    better: 'more',
    behind: 'decided',
    formula: { of: 'share', k: ['onTime'], n: ['decided'] },
    name: { zh: '按时办结率', en: 'On time' },
    meaning: {
      zh: '承诺期限内办结的 ÷(办结的 + 超期还没办的)',
      en: 'Decided within the promise ÷ (decided + past the promise and still open)',
    },
    ...cases,
  },
  {
    id: 'legal-on-time',
    unit: 'share',
    better: 'more',
    behind: 'decided',
    formula: { of: 'share', k: ['legalOnTime'], n: ['decided'] },
    name: { zh: '法定期限内', en: 'Within the legal limit' },
    meaning: {
      zh: '法定期限内办结的 ÷(办结的 + 超法定期限还没办的)',
      en: 'Decided within the legal limit ÷ (decided + past it and still open)',
    },
    ...cases,
  },
  {
    id: 'early',
    unit: 'share',
    better: 'more',
    behind: 'decided',
    formula: { of: 'share', k: ['early'], n: ['decided'] },
    name: { zh: '提前办结率', en: 'Decided early' },
    meaning: { zh: '承诺的最后一天之前办结的 ÷ 办结的', en: 'Decided before the last promised day ÷ decided' },
    ...cases,
  },
  {
    id: 'compression',
    unit: 'share',
    better: 'more',
    behind: 'decided',
    formula: { of: 'saved', k: 'promisedDays', n: 'legalDays' },
    name: { zh: '时限压缩率', en: 'Compression' },
    meaning: { zh: '1 − 承诺工作日 ÷ 法定工作日', en: '1 − promised working days ÷ working days that the law allows' },
    ...cases,
  },
  {
    id: 'two-visits',
    unit: 'share',
    better: 'more',
    behind: 'decided',
    formula: { of: 'share', k: ['twoVisits'], n: ['decided'] },
    name: { zh: '最多跑两次', en: 'Two visits at most' },
    meaning: { zh: '来过不超过两次的 ÷ 办结的', en: 'Cases with at most two visits ÷ decided' },
    ...cases,
  },
  {
    id: 'supplement',
    unit: 'share',
    better: 'less',
    behind: 'supplemented',
    formula: { of: 'share', k: ['supplemented'], n: ['decided'] },
    name: { zh: '补正率', en: 'Had to supplement' },
    meaning: { zh: '告知过补正的 ÷ 办结的', en: 'Cases with a notice of what was missing ÷ decided' },
    ...cases,
  },
  {
    id: 'satisfaction',
    unit: 'share',
    better: 'more',
    behind: 'rated',
    formula: { of: 'share', k: ['satisfied'], n: ['rated'], less: { k: 'leftOutSatisfied', n: 'leftOut' } },
    name: { zh: '满意率', en: 'Satisfaction' },
    meaning: { zh: '评价 3–5 级的 ÷ 评价', en: 'Ratings of level 3–5 ÷ ratings' },
    leftOut: {
      zh: '认定为误评、恶意的;没评的',
      en: 'Ratings found mistaken or malicious; servings that were not rated',
    },
    source: 'DOMAIN §5',
  },
  {
    id: 'rating-rate',
    unit: 'share',
    better: null,
    behind: 'rated',
    formula: { of: 'share', k: ['rated'], n: ['served'] },
    name: { zh: '评价率', en: 'Rating rate' },
    meaning: { zh: '评价 ÷ 办理', en: 'Ratings ÷ servings' },
    leftOut: nothing,
    source: 'DOMAIN §5',
  },
] as const satisfies readonly Indicator[];
export type IndicatorId = (typeof INDICATORS)[number]['id'];

/** A figure with what it is a figure of; of nothing it is `null`, never 0 (DOMAIN §9). Minutes and shares are not rounded. */
export interface Figure {
  id: IndicatorId;
  value: number | null;
  /** What was counted or added up (ms for a mean). */
  k: number;
  n: number;
  /** Wilson 95 % interval of a share, where it is a share of things that were counted. */
  interval: [number, number] | null;
}

const total = (measures: Measures, names: readonly Measure[]) => names.reduce((sum, name) => sum + measures[name], 0);
/** Milliseconds over milliseconds is no sample: it has no interval. */
const isCounted = (names: readonly Measure[]) => names.every((name) => !name.endsWith('Ms') && !name.endsWith('Days'));
const MINUTE = 60_000;

/** Overdue and still open at the end of the period: they count against being on time (DOMAIN §9). */
export interface Overdue {
  promised: number;
  legal: number;
}

function worked({ id, formula }: (typeof INDICATORS)[number], m: Measures, waited: Waits, overdue: Overdue): Figure {
  const figure = (value: number | null, k: number, n: number, interval: Figure['interval'] = null): Figure => ({
    id,
    value,
    k,
    n,
    interval,
  });
  switch (formula.of) {
    case 'count':
      return figure(m[formula.count], m[formula.count], m[formula.count]);
    case 'mean':
      return figure(m[formula.n] === 0 ? null : m[formula.sum] / m[formula.n] / MINUTE, m[formula.sum], m[formula.n]);
    case 'percentile': {
      const ms = waited.quantileMs(formula.q);
      return figure(ms === null ? null : ms / MINUTE, m.answered, m.answered);
    }
    case 'saved':
      return figure(m[formula.n] === 0 ? null : 1 - m[formula.k] / m[formula.n], m[formula.k], m[formula.n]);
    case 'share': {
      const less = 'less' in formula ? formula.less : null;
      const late = id === 'on-time' ? overdue.promised : id === 'legal-on-time' ? overdue.legal : 0;
      const k = total(m, formula.k) - (less ? m[less.k] : 0);
      const n = total(m, formula.n) - (less ? m[less.n] : 0) + late;
      return figure(n === 0 ? null : k / n, k, n, n > 0 && isCounted(formula.n) ? wilson(k, n) : null);
    }
  }
}

/** Every figure of what was measured. */
export const figuresOf = (measures: Measures, waited: Waits, overdue: Overdue = { promised: 0, legal: 0 }): Figure[] =>
  INDICATORS.map((indicator) => worked(indicator, measures, waited, overdue));
