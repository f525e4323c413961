import { say } from '@shouwen/client/names';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { StaffingScenario, StaffingView } from '@shouwen/contracts/views/staffing.schema';
import { MINUTE } from '@shouwen/domain/time/instant';
import { formatNames, formatNumber, formatPercent } from '@shouwen/ui/i18n/format';
import type { Texts } from '../performance/figure-text.ts';

export type Range = { mean: number; low: number; high: number } | null;

/** How a figure is written: minutes, a share, or a number. */
export type Unit = 'minutes' | 'share' | 'count';

export function valueOf(value: number, unit: Unit, { t, lng }: Texts): string {
  if (unit === 'share') return formatPercent(value, lng);
  if (unit === 'count') return formatNumber(value, lng, Number.isInteger(value) ? 0 : 1);
  return t('staffing.minutes', { minutes: formatNumber(value / MINUTE, lng, 1) });
}

/** `6.2 min (3.1–9.8 min)`; of nothing “—”. */
export function rangeText(range: Range, unit: Unit, texts: Texts): string {
  if (range === null) return '—';
  return `${valueOf(range.mean, unit, texts)} (${valueOf(range.low, unit, texts)} – ${valueOf(range.high, unit, texts)})`;
}

/** A kind of window as people call it: by its queues. */
export function groupName(
  { queues }: Pick<StaffingView['groups'][number], 'queues'>,
  catalogue: PublicCatalogue,
  lng: Texts['lng'],
): string {
  return formatNames(
    queues.map((id) => {
      const queue = catalogue.queues.find((one) => one.id === id);
      return queue ? say(queue.name, lng) : id;
    }),
    lng,
  );
}

/** What is compared, line by line. */
export const LINES: readonly {
  id: 'mean' | 'median' | 'p90' | 'kept' | 'turnedAway' | 'unserved' | 'overtime' | 'use' | 'hours';
  unit: Unit;
  of: (scenario: Pick<StaffingScenario, 'hall'> & Partial<StaffingScenario>) => Range;
}[] = [
  { id: 'mean', unit: 'minutes', of: ({ hall }) => hall?.meanMs ?? null },
  { id: 'median', unit: 'minutes', of: ({ hall }) => hall?.medianMs ?? null },
  { id: 'p90', unit: 'minutes', of: ({ hall }) => hall?.p90Ms ?? null },
  { id: 'kept', unit: 'share', of: ({ hall }) => hall?.kept ?? null },
  { id: 'turnedAway', unit: 'count', of: ({ turnedAway }) => turnedAway ?? null },
  { id: 'unserved', unit: 'count', of: ({ unserved }) => unserved ?? null },
  { id: 'overtime', unit: 'minutes', of: ({ overtimeMs }) => overtimeMs ?? null },
  { id: 'use', unit: 'share', of: ({ use }) => use ?? null },
];
