import { useState } from 'react';
import { Link } from 'wouter';
import type { EvidenceView, ScoreSheetView } from '@shouwen/contracts/views/score.schema';
import { Button } from '@shouwen/ui/button';
import { formatDay, formatNumber } from '@shouwen/ui/i18n/format';
import { VisuallyHidden } from '@shouwen/ui/visually-hidden';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { placesOf } from '../shell/places.ts';
import { ObjectionForm } from './objection-form.tsx';
import { changeText, pointsText } from './score-words.ts';
import css from './scores.module.css';

type Line = ScoreSheetView['lines'][number];

/** Every line of a sheet with what it counts; each record leads to its file or its events. */
export function SheetLines({ sheet }: { sheet: ScoreSheetView }) {
  const { t, lng } = useText();
  const me = useMe();
  const [objecting, setObjecting] = useState<Line | null>(null);
  const { scope, key, course } = sheet;
  const ratings = new URLSearchParams({ from: course.from, until: course.until, scope, key, measure: 'rated' });
  const mayOpenRatings = placesOf(me).includes('performance') && !(scope === 'person' && key === me.staffId);
  return (
    <div className={css.scroll} role="region" aria-label={t('scores.counted')} tabIndex={0}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('scores.line')}</th>
            <th scope="col" className={`${css.number} ${css.worth}`}>
              {t('scores.most')}
            </th>
            <th scope="col">{t('scores.counted')}</th>
            <th scope="col" className={css.number}>
              {t('scores.lost')}
            </th>
          </tr>
        </thead>
        <tbody>
          {sheet.lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">
                {t(`scores.lines.${line.id}`)}
                <small className={css.meaning}>{t(`scores.meanings.${line.id}`)}</small>
              </th>
              <td className={`${css.number} ${css.worth}`}>{line.most > 0 ? pointsText(line.most, lng) : ''}</td>
              <td className={css.counted}>
                <Counted line={line} course={course} />
                {line.evidence.length > 0 && <EvidenceList line={line} />}
                <span className={css.row}>
                  {line.id === 'ratings' && line.most > 0 && mayOpenRatings && (
                    <Link href={`/dashboard/performance?${ratings}`}>{t('scores.ratingRows')}</Link>
                  )}
                  {line.id === 'ratings' && sheet.mayObject && line.points < 0 && (
                    <small className={css.quiet}>{t('scores.objectRatings')}</small>
                  )}
                  {sheet.mayObject && line.evidence.length > line.leftOut.length && (
                    <Button onClick={() => setObjecting(line)}>
                      {t('scores.object')} <VisuallyHidden>{t(`scores.lines.${line.id}`)}</VisuallyHidden>
                    </Button>
                  )}
                </span>
              </td>
              <td className={css.number} data-lost={line.points < 0 || undefined}>
                <strong>{line.id === 'base' ? pointsText(line.points, lng) : changeText(line.points, lng)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('scores.total')}</th>
            <td className={css.worth} />
            <td />
            <td className={css.number}>
              <strong>{pointsText(sheet.points, lng)}</strong>
            </td>
          </tr>
        </tfoot>
      </table>
      <ObjectionForm sheet={sheet} line={objecting} onClose={() => setObjecting(null)} />
    </div>
  );
}

/** How many of how many; of cards how many times. */
function Counted({ line, course }: { line: Line; course: ScoreSheetView['course'] }) {
  const { t, lng } = useText();
  const { id, k, n, most } = line;
  if (id === 'base' || id === 'cap' || id === 'floor') return null;
  if (id === 'warnings' || id === 'yellow' || id === 'red') return <>{t('scores.times', { count: k })}</>;
  if (id === 'ratings' && most === 0) {
    const isLate = course.stage === 'objections' || course.stage === 'to-seal';
    return <span className={css.quiet}>{t(isLate ? 'scores.notMeasured' : 'scores.fewRatings')}</span>;
  }
  if (id !== 'early' && most === 0) return <span className={css.quiet}>{t('scores.notMeasured')}</span>;
  return <>{t('scores.ofCount', { k: formatNumber(k, lng), n: formatNumber(n, lng) })}</>;
}

/** What the line counts, folded away: first what it is, then the day, then whether it is left out. */
function EvidenceList({ line }: { line: Line }) {
  const { t, lng } = useText();
  return (
    <details className={css.evidence}>
      <summary title={t('scores.evidenceHint')}>{t('scores.evidence', { count: line.evidence.length })}</summary>
      <ul role="list">
        {line.evidence.map((one) => (
          <li key={one.ref}>
            <EvidenceName evidence={one} />{' '}
            <span className={css.quiet}>{formatDay(one.day, lng, { weekday: false })}</span>
            {line.leftOut.includes(one.ref) && <em> · {t('scores.leftOut')}</em>}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** A record by its number; a file opens in the docket, anything else in the log, where the reader may see it. */
export function EvidenceName({ evidence: { ref, subject, contactId } }: { evidence: EvidenceView }) {
  const me = useMe();
  const { t } = useText();
  const number = subject.slice(subject.indexOf(':') + 1);
  const words = ref.startsWith('card:')
    ? `${t('scores.card')} ${number}`
    : ref.startsWith('event:')
      ? `${t('scores.event')} ${number}`
      : number;
  const places = placesOf(me);
  if (contactId !== null && places.includes('docket'))
    return <Link href={`/dashboard/docket/${contactId}`}>{words}</Link>;
  if (places.includes('log'))
    return <Link href={`/dashboard/log?subject=${encodeURIComponent(subject)}`}>{words}</Link>;
  return <>{words}</>;
}
