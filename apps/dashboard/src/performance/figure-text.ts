import type { FigureView } from '@shouwen/contracts/views/performance.schema';
import { INDICATORS, type Indicator, type IndicatorId } from '@shouwen/domain/indicators/indicators';
import { formatNumber, formatPercent } from '@shouwen/ui/i18n/format';
import type { Say } from '../i18n/text.ts';

export interface Texts {
  t: Say;
  lng: 'zh-CN' | 'en';
}

export const indicator = (id: IndicatorId): Indicator => INDICATORS.find((one) => one.id === id)!;
export const find = (figures: readonly FigureView[], id: IndicatorId): FigureView =>
  figures.find((one) => one.id === id)!;

/** Text of an indicator in the language of the screen. */
export const both = (text: { zh: string; en: string }, lng: Texts['lng']) => (lng === 'en' ? text.en : text.zh);

/** The value with its unit; of nothing “—”, never 0 (DOMAIN §9). */
export function valueText({ id, value }: FigureView, { t, lng }: Texts): string {
  if (value === null) return '—';
  switch (indicator(id).unit) {
    case 'share':
      return formatPercent(value, lng);
    case 'minutes':
      return t('performance.minutes', { minutes: formatNumber(value, lng, value < 10 ? 1 : 0) });
    case 'count':
      return formatNumber(value, lng);
  }
}

/** What it is a figure of: `2,911 / 3,503` of a share, `n = 412` of the rest. */
export function ofText({ id, k, n }: FigureView, { t, lng }: Texts): string {
  const { formula } = indicator(id);
  if (formula.of === 'count') return '';
  if (formula.of === 'share' && !formula.n[0]!.endsWith('Ms'))
    return `${formatNumber(k, lng)} / ${formatNumber(n, lng)}`;
  if (formula.of === 'share')
    return `${formatNumber(k / 3_600_000, lng, 1)} / ${t('performance.hours', { hours: formatNumber(n / 3_600_000, lng, 1) })}`;
  if (formula.of === 'saved')
    return t('performance.days', { promised: formatNumber(k, lng), legal: formatNumber(n, lng) });
  return `n = ${formatNumber(n, lng)}`;
}

/** Against the period before: by how much, which way, and whether that is good. */
export function changeOf(now: FigureView, before: FigureView, { t, lng }: Texts) {
  if (now.value === null || before.value === null) return null;
  const { unit, better } = indicator(now.id);
  const by = now.value - before.value;
  const size = Math.abs(by);
  const text =
    unit === 'share'
      ? t('performance.points', { points: formatNumber(size * 100, lng, 1) })
      : unit === 'minutes'
        ? t('performance.minutes', { minutes: formatNumber(size, lng, 1) })
        : formatNumber(size, lng);
  const still = unit === 'share' ? size < 0.0005 : size < 0.05;
  const way = still ? 'same' : by > 0 ? 'up' : 'down';
  const good = still || better === null ? null : by > 0 === (better === 'more');
  return { text: still ? t('performance.same') : `${by > 0 ? '▲' : '▼'} ${text}`, way, good } as const;
}
