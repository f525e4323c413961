import type { ScoreBoard } from '@shouwen/contracts/views/score.schema';
import { SCORE_LINES } from '@shouwen/domain/score/sheet';
import { Pill, type Tone } from '@shouwen/ui/pill';
import { useText } from '../i18n/text.ts';
import { nameOf, type Named } from '../performance/names.ts';
import { changeText, pointsText } from './score-words.ts';
import css from './scores.module.css';

const GRADE_TONES: Record<NonNullable<ScoreBoard['rows'][number]['grade']>, Tone> = {
  excellent: 'good',
  good: 'explained',
  pass: 'soon',
  fail: 'broken',
};
/** What every sheet has; the base is the same for all. */
const COLUMNS = SCORE_LINES.filter((id) => id !== 'base' && id !== 'floor');

interface Props {
  board: ScoreBoard;
  named: Named;
  onOpen: (key: string) => void;
}

/** The most points first; what was not measured is a dash, not a nought. */
export function ScoreTable({ board, named, onOpen }: Props) {
  const { t, lng } = useText();
  const rows = [...board.rows].sort((a, b) => (b.points ?? -1) - (a.points ?? -1));
  // A line of which nobody has anything says nothing: it is left out.
  const shown = COLUMNS.filter((id) =>
    rows.some(({ lines }) => lines.some((line) => line.id === id && (line.most > 0 || line.points !== 0))),
  );
  const isGraded = board.scope === 'department';
  return (
    <div className={css.scroll} role="region" aria-label={t('scores.tabs.sheets')} tabIndex={0}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t(`scores.who.${board.scope}`)}</th>
            <th scope="col" className={css.number}>
              {t('scores.total')}
            </th>
            {isGraded && <th scope="col">{t('scores.grade')}</th>}
            {shown.map((id) => (
              <th key={id} scope="col" className={css.number} title={t(`scores.meanings.${id}`)}>
                {t(`scores.lines.${id}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, points, grade, recount, lines }) => (
            <tr key={key}>
              <th scope="row">
                <button type="button" className={css.link} onClick={() => onOpen(key)}>
                  {nameOf(board.scope, key, named)}
                </button>
              </th>
              <td className={css.number}>
                <strong>{pointsText(points, lng)}</strong>
                {recount !== null && (
                  <small className={css.quiet}> {t('scores.recountShort', { now: pointsText(recount, lng) })}</small>
                )}
              </td>
              {isGraded && (
                <td>{grade ? <Pill tone={GRADE_TONES[grade]}>{t(`scores.grades.${grade}`)}</Pill> : '—'}</td>
              )}
              {shown.map((id) => {
                const line = lines.find((one) => one.id === id);
                const isNone = !line || (line.most === 0 && line.points === 0);
                return (
                  <td key={id} className={css.number} data-lost={(line?.points ?? 0) < 0 || undefined}>
                    {isNone ? '—' : changeText(line.points, lng)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
