import type { CalendarDay } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { CatalogueChange } from '@shouwen/contracts/http/hall.operations';
import type { ServiceDay } from '@shouwen/domain/time/instant';

/** What can be made of chosen days: 停开、照常上班、改开放时间、恢复原样. */
export const EFFECTS = ['closed', 'working', 'hours', 'normal'] as const;
export type Effect = (typeof EFFECTS)[number];

/** What the form says of the chosen days. */
export interface DayWish {
  effect: Effect;
  open: string;
  close: string;
  reason: string;
  /** Left empty, the Chinese reason stands in. */
  reasonEn: string;
}

/** The chosen days as changes of the catalogue; days that are as they should be already are left out. */
export function dayChanges(
  days: readonly ServiceDay[],
  { effect, open, close, reason, reasonEn }: DayWish,
  own: readonly CalendarDay[],
): CatalogueChange[] {
  if (effect === 'normal') {
    return days
      .filter((day) => own.some((entry) => entry.day === day))
      .map((day) => ({ kind: 'calendar', id: day, item: null }));
  }
  const text = { zh: reason.trim(), en: reasonEn.trim() || reason.trim() };
  const hours = effect === 'hours' ? { open, close } : {};
  const working = effect === 'working' ? { working: true } : {};
  return days.map((day) => ({
    kind: 'calendar',
    id: day,
    item: { day, kind: effect === 'closed' ? 'closed' : 'open', ...hours, ...working, reason: text },
  }));
}
