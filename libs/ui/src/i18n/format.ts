import type { Language } from './language.ts';

const NBSP = '\u00a0';
const locale: Record<Language, string> = { 'zh-CN': 'zh-CN', en: 'en-GB' };
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs more than using it a thousand times, so each is made once. */
function formatter(lng: Language, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${lng}|${timeZone}|${JSON.stringify(options)}`;
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(locale[lng], { ...options, timeZone });
  formatters.set(key, made);
  return made;
}

function parts(ms: number, timeZone: string, options: Intl.DateTimeFormatOptions, lng: Language = 'en') {
  const found: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of formatter(lng, timeZone, options).formatToParts(ms)) found[type] = value;
  return found;
}

/** Wall-clock time of an instant in the hall, 24 hours: `9:41` (English `09:41`), `10:16`. */
export function formatTime(ms: number, timeZone: string, lng: Language = 'zh-CN'): string {
  const { hour, minute } = parts(ms, timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${lng === 'en' ? hour : Number(hour)}:${minute}`;
}

/** Day of the week: `周二`, `Tue`. */
export function formatWeekday(ms: number, timeZone: string, lng: Language): string {
  return formatter(lng, timeZone, { weekday: 'short' }).format(ms);
}

export interface DateOptions {
  /** Leave out the day of the week. */
  weekday?: boolean;
  /** Add the year. */
  year?: boolean;
}

/** Day of an instant in the hall: `12 月 8 日 周二`, `Tue 8 Dec`. Figures stay with their word by no-break spaces. */
export function formatDate(
  ms: number,
  timeZone: string,
  lng: Language,
  { weekday = true, year = false }: DateOptions = {},
): string {
  if (lng === 'en') {
    const p = parts(ms, timeZone, { day: 'numeric', month: 'short', year: 'numeric', weekday: 'short' }, lng);
    const day = `${Number(p.day)}${NBSP}${p.month}${year ? `${NBSP}${p.year}` : ''}`;
    return weekday ? `${p.weekday} ${day}` : day;
  }
  const p = parts(ms, timeZone, { day: 'numeric', month: 'numeric', year: 'numeric' });
  const day = `${year ? `${p.year}${NBSP}年${NBSP}` : ''}${Number(p.month)}${NBSP}月${NBSP}${Number(p.day)}${NBSP}日`;
  return weekday ? `${day} ${formatWeekday(ms, timeZone, lng)}` : day;
}

/** A calendar day `2026-12-08` as it stands, whatever the time zone: `12 月 8 日 周二`, `Tue 8 Dec`. */
export function formatDay(day: string, lng: Language, options?: DateOptions): string {
  return formatDate(Date.parse(`${day}T00:00:00Z`), 'UTC', lng, options);
}

/** Day and time: `12 月 8 日 17:30`, `8 Dec 17:30`; with the year for what is long past. */
export function formatDateTime(
  ms: number,
  timeZone: string,
  lng: Language,
  { year = false }: DateOptions = {},
): string {
  return `${formatDate(ms, timeZone, lng, { weekday: false, year })} ${formatTime(ms, timeZone, lng)}`;
}

const two = (n: number) => String(n).padStart(2, '0');

/** A running clock from seconds: `6:12`, `31:40`, `1:02:05`. Never negative. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

const unit: Record<Language, { hour: string; minute: string; second: string }> = {
  'zh-CN': { hour: '小时', minute: '分', second: '秒' },
  en: { hour: 'h', minute: 'min', second: 's' },
};

/** A length of time in words, two units at most: `40 秒`, `8 分 05 秒`, `2 小时 5 分`; `8 min 05 s`. Never negative. */
export function formatSpan(seconds: number, lng: Language): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const u = unit[lng];
  if (h > 0) return `${h}${NBSP}${u.hour}${m > 0 ? ` ${m}${NBSP}${u.minute}` : ''}`;
  if (m > 0) return `${m}${NBSP}${u.minute}${s > 0 ? ` ${two(s)}${NBSP}${u.second}` : ''}`;
  return `${s}${NBSP}${u.second}`;
}

/** Whole minutes, from minutes: `31 分`, `31 min`. */
export function formatMinutes(minutes: number, lng: Language): string {
  return `${formatNumber(Math.round(minutes), lng)}${NBSP}${unit[lng].minute}`;
}

/** A range of minutes: `10–25 分钟`, `10–25 min`. */
export function formatRange(low: number, high: number, lng: Language): string {
  const figures = low === high ? String(high) : `${low}–${high}`;
  return `${figures}${NBSP}${lng === 'en' ? 'min' : '分钟'}`;
}

/** The stretch between two instants: `10:16–10:22`. */
export function formatTimeRange(fromMs: number, toMs: number, timeZone: string, lng?: Language): string {
  return `${formatTime(fromMs, timeZone, lng)}–${formatTime(toMs, timeZone, lng)}`;
}

/** Names one after the other: `李青、潘宏`, English `Li Qing, Pan Hong`. */
export function formatNames(names: readonly string[], lng: Language): string {
  return names.join(lng === 'en' ? ', ' : '、');
}

/** A figure with its thousands marked and at most `digits` decimals: `48,213`. */
export function formatNumber(value: number, lng: Language, digits = 0): string {
  return new Intl.NumberFormat(locale[lng], { maximumFractionDigits: digits }).format(value);
}

/** A share of 1 as per cent with one decimal unless it is whole: `91.4 %`, `100 %` (English `91.4%`). */
export function formatPercent(share: number, lng: Language): string {
  const tenths = Math.round(share * 1000) / 10;
  const figure = new Intl.NumberFormat(locale[lng], { minimumFractionDigits: tenths % 1 === 0 ? 0 : 1 }).format(tenths);
  return lng === 'en' ? `${figure}%` : `${figure}${NBSP}%`;
}

/** Size of a file as people say it: `812 KB`, `1.2 MB`. */
export function formatBytes(bytes: number, lng: Language): string {
  const figure = (value: number) =>
    new Intl.NumberFormat(locale[lng], { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
  return bytes < 1_048_576
    ? `${figure(Math.max(1, Math.round(bytes / 1_024)))}${NBSP}KB`
    : `${figure(bytes / 1_048_576)}${NBSP}MB`;
}
