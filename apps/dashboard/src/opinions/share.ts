import type { ScreenLanguage } from '@shouwen/client/names';

/** A share as people read it; nothing counted is a dash, never 0 %. */
export const share = (rate: number | null, lng: ScreenLanguage): string =>
  rate === null ? '—' : new Intl.NumberFormat(lng, { style: 'percent', maximumFractionDigits: 1 }).format(rate);
