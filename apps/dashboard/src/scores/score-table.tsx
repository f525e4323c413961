import type { ScoreBoard } from '@shouwen/contracts/views/score.schema';
import { SCORE_PARTS } from '@shouwen/domain/score/card';
import type { ScoreLineId } from '@shouwen/domain/score/sheet';
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
/** Columns and the lines that they add up: cards come to one figure, their limit included. */
const COLUMNS: readonly { id: 'cards' | ScoreLineId; lines: readonly ScoreLineId[] }[] = [
  ...SCORE_PARTS.map((id) => ({ id, lines: [id] })),
  { id: 'cards', lines: ['warnings', 'yellow', 'red', 'cap'] },
  { id: 'early', lines: ['early'] },
];
type Row = ScoreBoard['rows'][number];

/** What a column comes to; `null`: nothing of it was measured. */
function sumOf({ lines }: Row, of: readonly ScoreLineId[]): number | null {
  const found = lines.filter((line) => of.includes(line.id));
  if (found.every(({ most, points }) => most === 0 && points === 0)) return null;
  return found.reduce((sum, { points }) => sum + points, 0);
}

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
  const shown = COLUMNS.filter(({ lines }) => rows.some((row) => sumOf(row, lines) !== null));
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
            {shown.map(({ id }) => (
              <th key={id} scope="col" className={css.number} title={t(`scores.meanings.${id}`)}>
                {t(`scores.lines.${id}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { key, points, grade, recount } = row;
            return (
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
                {shown.map(({ id, lines }) => {
                  const sum = sumOf(row, lines);
                  return (
                    <td key={id} className={css.number} data-lost={(sum ?? 0) < 0 || undefined}>
                      {sum === null ? '—' : changeText(sum, lng)}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
