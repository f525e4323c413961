import { useState } from 'react';
import type { CaseClock } from '@shouwen/contracts/views/docket.schema';
import { formatDay } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import css from './clock-band.module.css';

/** A piece this narrow shows only its number, days. */
const NARROW = 2;

/** Where a day's end stands on the band, 0…1. */
function placeOf(day: string, band: CaseClock['band'], total: number): number {
  let before = 0;
  for (const piece of band) {
    if (day >= piece.until) before += piece.days;
    else if (day >= piece.from) {
      // Within a piece: its working days are not known here, so the share of calendar days stands for them.
      const span = Date.parse(piece.until) - Date.parse(piece.from);
      const part = span === 0 ? 0 : (Date.parse(day) - Date.parse(piece.from)) / span;
      return (before + Math.max(part * piece.days, Math.min(1, piece.days))) / total;
    }
  }
  return before / total;
}

/** The clock of a case drawn as a band: working days only, so that what is drawn can be counted. */
export function ClockBand({ clock }: { clock: CaseClock }) {
  const { t, lng } = useText();
  const [open, setOpen] = useState<number | null>(null);
  const { band, today, promisedLastDay, legalLastDay } = clock;
  const total = band.reduce((sum, { days }) => sum + days, 0);
  if (total === 0) return null;
  const marks = [
    { kind: 'today', day: today, label: t('docket.today', { day: formatDay(today, lng) }), under: '' },
    ...(promisedLastDay
      ? [
          {
            kind: 'promised',
            day: promisedLastDay,
            label: t('docket.promised', { day: formatDay(promisedLastDay, lng) }),
            under: t('docket.workdays', { count: clock.promisedDays }),
          },
        ]
      : []),
    ...(legalLastDay && legalLastDay !== promisedLastDay
      ? [
          {
            kind: 'legal',
            day: legalLastDay,
            label: t('docket.legal', { day: formatDay(legalLastDay, lng) }),
            under: t('docket.workdays', { count: clock.legalDays }),
          },
        ]
      : []),
  ];
  const piece = open === null ? undefined : band[open];
  return (
    <div className={css.scroll} tabIndex={0} role="group" aria-label={t('docket.limits')}>
      <div className={css.frame}>
        <div className={css.above}>
          {marks.slice(0, 1).map((mark) => (
            <span
              key={mark.kind}
              className={css.mark}
              data-kind={mark.kind}
              data-end={placeOf(mark.day, band, total) > 0.8 || undefined}
              style={{ insetInlineStart: `${placeOf(mark.day, band, total) * 100}%` }}
            >
              {mark.label}
            </span>
          ))}
        </div>
        <div className={css.band}>
          {band.map((one, index) => (
            <button
              key={one.from}
              type="button"
              className={css.piece}
              data-part={one.part}
              style={{ flexGrow: one.days }}
              aria-expanded={open === index}
              aria-label={`${t(`docket.band.${one.part}`, { days: one.days })}, ${t('docket.bandPart', { from: formatDay(one.from, lng), until: formatDay(one.until, lng) })}`}
              onClick={() => setOpen(open === index ? null : index)}
            >
              <span>{one.days <= NARROW ? one.days : t(`docket.band.${one.part}`, { days: one.days })}</span>
            </button>
          ))}
          {marks.map((mark) => (
            <i
              key={mark.kind}
              className={css.line}
              data-kind={mark.kind}
              style={{ insetInlineStart: `${placeOf(mark.day, band, total) * 100}%` }}
              aria-hidden="true"
            />
          ))}
        </div>
        <div className={css.below}>
          {marks.slice(1).map((mark) => (
            <span
              key={mark.kind}
              className={css.mark}
              data-kind={mark.kind}
              data-end={placeOf(mark.day, band, total) > 0.8 || undefined}
              style={{ insetInlineStart: `${placeOf(mark.day, band, total) * 100}%` }}
            >
              <strong>{mark.label}</strong>
              <small>{mark.under}</small>
            </span>
          ))}
        </div>
      </div>
      {piece && (
        <p role="status">
          <strong>{t(`docket.band.${piece.part}`, { days: piece.days })}</strong>{' '}
          {t('docket.bandPart', { from: formatDay(piece.from, lng), until: formatDay(piece.until, lng) })}
          {piece.kind && ` · ${t(`docket.kinds.${piece.kind}`)}`}
        </p>
      )}
    </div>
  );
}
