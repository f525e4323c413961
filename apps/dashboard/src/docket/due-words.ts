import type { DocketItem } from '@shouwen/contracts/views/docket.schema';
import type { Say } from '../i18n/text.ts';

type Due = Pick<DocketItem, 'leftDays' | 'state'>;

/** How far the limit is, in words: 剩 2 个工作日、今天到期、超了 1 个工作日. */
export function dueWords({ leftDays, state }: Due, t: Say): string {
  if (state === 'suspended') return t('docket.standsStill');
  if (leftDays === null) return t('docket.noLimit');
  if (leftDays === 0) return t('docket.lastToday');
  return leftDays > 0 ? t('docket.left', { count: leftDays }) : t('docket.over', { count: -leftDays });
}

/** Tone of a level, always shown with its word and shape. */
export const TONE_OF = { prompt: 'explained', yellow: 'soon', red: 'broken', 'legal-red': 'broken' } as const;
