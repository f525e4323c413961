import { useState, type ReactNode } from 'react';
import type { BandPart, CaseClock } from '@shouwen/contracts/views/docket.schema';
import { formatDay } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import css from './clock-band.module.css';

/** Shares of the band's length: a narrower piece shows only its number of days; nearer marks stand one below the other. */
const NARROW = 0.12;
const CLOSE = 0.22;
const AT_END = 0.78;

interface Props {
  clock: CaseClock;
  /** Who did it and why, when a piece is opened. */
  behind?: (piece: BandPart) => ReactNode;
}

/** The clock of a case drawn as a band: working days only, so that what is drawn can be counted. */
export function ClockBand({ clock, behind }: Props) {
  const { t, lng } = useText();
  const [open, setOpen] = useState<number | null>(null);
  const { band, marks, expected } = clock;
  const total = band.reduce((sum, { days }) => sum + days, 0);
  if (total === 0) return null;
  const day = (value: string) => formatDay(value, lng, { weekday: false });
  const at = (days: number) => Math.min(1, days / total);
  const until = band.findLast(({ part }) => part === 'running' || part === 'over')?.until ?? clock.today;
  const today = clock.leftDays === null && !expected ? until : clock.today;
  const [promisedDay, legalDay] = expected
    ? [expected.promised, expected.legal]
    : [clock.promisedLastDay, clock.legalLastDay];
  const lasts = [
    ...(promisedDay && marks.promised !== null
      ? [
          {
            kind: 'promised',
            at: at(marks.promised),
            label: t(expected ? 'clock.promisedExpected' : 'clock.promised', { day: formatDay(promisedDay, lng) }),
            under: t('docket.workdays', { count: clock.promisedDays }),
          },
        ]
      : []),
    ...(legalDay && marks.legal !== null && legalDay !== promisedDay
      ? [
          {
            kind: 'legal',
            at: at(marks.legal),
            label: t(expected ? 'clock.legalExpected' : 'clock.legal', { day: formatDay(legalDay, lng) }),
            under: t('docket.workdays', { count: clock.legalDays }),
          },
        ]
      : []),
  ];
  const near = lasts.length === 2 && lasts[1]!.at - lasts[0]!.at < CLOSE;
  const starts = band.map((_, index) => band.slice(0, index).reduce((sum, { days }) => sum + days, 0));
  const piece = open === null ? undefined : band[open];
  return (
    <div className={css.scroll} tabIndex={0} role="group" aria-label={t('clock.limits')}>
      <div className={css.frame}>
        <div className={css.above}>
          <Mark kind="today" at={at(marks.today)}>
            {t(clock.today === today ? 'clock.today' : 'clock.decidedOn', { day: day(today) })}
          </Mark>
        </div>
        <div className={css.starts}>
          <span style={{ insetInlineStart: 0 }}>{t('clock.acceptedOn', { day: day(clock.acceptedDay) })}</span>
          {band.map(
            (one, index) =>
              one.kind !== null &&
              one.days / total >= NARROW &&
              at(starts[index]!) >= CLOSE && (
                <span key={one.from} style={{ insetInlineStart: `${at(starts[index]!) * 100}%` }}>
                  {t('clock.stoodFrom', { day: day(one.from), kind: t(`docket.kinds.${one.kind}`) })}
                </span>
              ),
          )}
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
              aria-label={`${t(`clock.band.${one.part}`, { days: one.days })}, ${t('clock.bandPart', { from: formatDay(one.from, lng), until: formatDay(one.until, lng) })}`}
              onClick={() => setOpen(open === index ? null : index)}
            >
              {one.part !== 'beyond-promise' && (
                <span>{one.days / total < NARROW ? one.days : t(`clock.band.${one.part}`, { days: one.days })}</span>
              )}
            </button>
          ))}
          <i className={css.line} data-kind="today" style={{ insetInlineStart: `${at(marks.today) * 100}%` }} />
          {lasts.map((mark) => (
            <i
              key={mark.kind}
              className={css.line}
              data-kind={mark.kind}
              style={{ insetInlineStart: `${mark.at * 100}%` }}
            />
          ))}
        </div>
        <div className={css.below} data-near={near || undefined}>
          {lasts.map((mark) => (
            <Mark key={mark.kind} kind={mark.kind} at={mark.at}>
              <strong>{mark.label}</strong>
              <small>{mark.under}</small>
            </Mark>
          ))}
        </div>
      </div>
      {piece && (
        <p role="status" className={css.behind}>
          <strong>{t(`clock.band.${piece.part}`, { days: piece.days })}</strong>{' '}
          {t('clock.bandPart', { from: formatDay(piece.from, lng), until: formatDay(piece.until, lng) })}
          {piece.kind && ` · ${t(`docket.kinds.${piece.kind}`)}`}
          {behind && <span>{behind(piece)}</span>}
        </p>
      )}
    </div>
  );
}

function Mark({ kind, at, children }: { kind: string; at: number; children: ReactNode }) {
  return (
    <span
      className={css.mark}
      data-kind={kind}
      data-end={at > AT_END || undefined}
      data-start={at < 1 - AT_END || undefined}
      style={{ insetInlineStart: `${at * 100}%` }}
    >
      {children}
    </span>
  );
}
