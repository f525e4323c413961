import type { ScoreBoard, ScoreSheetView } from '@shouwen/contracts/views/score.schema';
import { POINT, SCORE_LINES } from '@shouwen/domain/score/sheet';
import { toCsv } from '../log/csv.ts';
import { nameOf, type Named } from '../performance/names.ts';
import type { Texts } from '../performance/figure-text.ts';

const points = (hundredths: number | null) => (hundredths === null ? '' : hundredths / POINT);

/** A period's sheets as CSV, a row each: points and what each line won or lost. */
export function scoresFile({ scope, rows }: ScoreBoard, named: Named, { t }: Texts): string {
  const head = [
    t('scores.file.key'),
    t('scores.file.name'),
    t('scores.total'),
    t('scores.grade'),
    ...SCORE_LINES.map((id) => t(`scores.lines.${id}`)),
  ];
  const body = rows.map(({ key, points: total, grade, lines }) => [
    key,
    nameOf(scope, key, named),
    points(total),
    grade ? t(`scores.grades.${grade}`) : '',
    ...SCORE_LINES.map((id) => points(lines.find((line) => line.id === id)?.points ?? null)),
  ]);
  return toCsv([head, ...body]);
}

/** One sheet as CSV: a row for each line, and under it one for everything that it counts. */
export function sheetFile({ lines }: ScoreSheetView, { t }: Texts): string {
  const head = [
    t('scores.line'),
    t('scores.most'),
    t('scores.file.k'),
    t('scores.file.n'),
    t('scores.lost'),
    t('supervision.subject'),
    t('supervision.day'),
    t('scores.leftOut'),
  ];
  const body = lines.flatMap(({ id, most, k, n, points: of, evidence, leftOut }) => [
    [t(`scores.lines.${id}`), points(most), k, n, points(of), '', '', ''],
    ...evidence.map(({ ref, subject, day }) => ['', '', '', '', '', subject, day, leftOut.includes(ref) ? '×' : '']),
  ]);
  return toCsv([head, ...body]);
}
