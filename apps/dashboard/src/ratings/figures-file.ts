import type { FiguresView, RatingRow, ShareView } from '@shouwen/contracts/views/figures.schema';
import { personName } from '@shouwen/client/names';
import { toCsv } from '../log/csv.ts';
import { groupName, type Named } from './group-name.ts';

const ofShare = ({ k, n, share, interval }: ShareView): (string | number)[] => [
  k,
  n,
  share === null ? '' : share.toFixed(4),
  interval === null ? '' : interval[0].toFixed(4),
  interval === null ? '' : interval[1].toFixed(4),
];

/** The table of figures as CSV: shares with their n and interval. There is nobody's word or contact in it. */
export function figuresFile({ by, groups, total }: FiguresView, named: Named): string {
  const { t } = named;
  const columns = (['adjudicated', 'raw', 'rate'] as const).flatMap((which) => {
    const name = t(`rating.figures.${which}`);
    return ['k', 'n', '', t('rating.figures.low'), t('rating.figures.high')].map((part) => `${name} ${part}`.trim());
  });
  const rows = [...groups, { key: '', figures: total, whole: true }].map((group) => [
    'whole' in group ? t('rating.figures.all') : groupName(by, group.key, named),
    ...ofShare(group.figures.adjudicated),
    ...ofShare(group.figures.raw),
    ...ofShare(group.figures.rate),
  ]);
  return toCsv([[t(`rating.groups.${by}`), ...columns], ...rows]);
}

/** Ratings behind a figure as CSV, without words, ticket or contact. Times in UTC (ISO 8601). */
export function ratingsFile(rows: readonly RatingRow[], named: Named): string {
  const { t, lng } = named;
  const head = [
    t('supervision.time'),
    t('rating.level'),
    t('rating.groups.channel'),
    t('rating.groups.window'),
    t('rating.groups.person'),
    t('rating.groups.matter'),
    t('rating.finding'),
  ];
  return toCsv([
    head,
    ...rows.map((row) => [
      new Date(row.castAt).toISOString(),
      t(`rating.levels.${row.level}`),
      groupName('channel', row.channel, named),
      groupName('window', row.windowId, named),
      personName(row.person, lng),
      groupName('matter', row.matterId ?? '', named),
      row.finding === null ? '' : t(`rating.findings.${row.finding}`),
    ]),
  ]);
}
