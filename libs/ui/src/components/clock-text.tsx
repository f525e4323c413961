import { useNow } from '../hooks/use-now.ts';
import { formatDuration, formatTime, formatWeekday } from '../i18n/format.ts';
import { useUiText } from '../i18n/use-text.ts';

export interface ClockTextProps {
  /** The server's clock in ms, or `Date.now`. */
  now: () => number;
  timeZone: string;
  /** `10:12 · 周二`. */
  weekday?: boolean;
}

/** The hall's time, to the minute. */
export function ClockText({ now, timeZone, weekday = false }: ClockTextProps) {
  const { lng } = useUiText();
  const ms = useNow(now, 1000);
  return (
    <time dateTime={new Date(Math.floor(ms / 60_000) * 60_000).toISOString()}>
      {formatTime(ms, timeZone, lng)}
      {weekday && ` · ${formatWeekday(ms, timeZone, lng)}`}
    </time>
  );
}

export interface ElapsedTextProps {
  now: () => number;
  /** Start, ms. */
  since: number;
}

/** A running clock: `6:12`. */
export function ElapsedText({ now, since }: ElapsedTextProps) {
  const ms = useNow(now, 1000);
  return <>{formatDuration((ms - since) / 1000)}</>;
}
