import { Link } from 'wouter';
import type { RegionRow } from '@shouwen/contracts/views/region.schema';
import { COMPARED } from '@shouwen/contracts/http/region.operations';
import { REGION_INDICATORS } from '@shouwen/domain/region/published';
import { formatDateTime, formatNumber, formatPercent } from '@shouwen/ui/i18n/format';
import { VisuallyHidden } from '@shouwen/ui/visually-hidden';
import { useText } from '../i18n/text.ts';
import { both, changeOf, find, indicator, valueText } from '../performance/figure-text.ts';
import css from '../performance/performance.module.css';
import { useMe } from '../session/session.tsx';
import own from './region.module.css';
import type { RegionAsked, RegionChange } from './use-region-asked.ts';

interface Props {
  rows: readonly RegionRow[];
  asked: RegionAsked;
  timeZone: string;
  onAsk: (change: RegionChange) => void;
}

/** Regions or halls with what they publish: sorted by a press on a head, each number with its n, its interval and how it was before. */
export function RegionTable({ rows, asked, timeZone, onAsk }: Props) {
  const { t, lng } = useText();
  const me = useMe();
  const texts = { t, lng };
  const mark = (id: string) =>
    onAsk({
      halls: (asked.marked.includes(id) ? asked.marked.filter((one) => one !== id) : [...asked.marked, id]).join(','),
    });
  return (
    <div className={css.scroll} tabIndex={0} role="region" aria-label={t('region.table')}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('region.name')}</th>
            <th scope="col">{t('region.places')}</th>
            <th scope="col">{t('region.openNow')}</th>
            {REGION_INDICATORS.map((id) => {
              const { name, meaning } = indicator(id);
              const isSorted = asked.sort === id;
              return (
                <th
                  key={id}
                  scope="col"
                  title={both(meaning, lng)}
                  aria-sort={isSorted ? (asked.order === 'best' ? 'descending' : 'ascending') : undefined}
                >
                  <button
                    type="button"
                    className={css.link}
                    onClick={() => onAsk({ sort: id, order: isSorted && asked.order === 'best' ? 'worst' : 'best' })}
                  >
                    {both(name, lng)}
                    {isSorted && <span aria-hidden="true">{asked.order === 'best' ? ' ▼' : ' ▲'}</span>}
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row" className={own.name}>
                {row.kind === 'region' ? (
                  <button
                    type="button"
                    className={css.link}
                    onClick={() => onAsk({ region: row.key, search: null, halls: null })}
                  >
                    {both(row.name, lng)}
                  </button>
                ) : (
                  <label>
                    <input
                      type="checkbox"
                      checked={asked.marked.includes(row.key)}
                      disabled={!asked.marked.includes(row.key) && asked.marked.length >= COMPARED}
                      onChange={() => mark(row.key)}
                    />{' '}
                    {both(row.name, lng)}
                    <VisuallyHidden> {t('region.mark')}</VisuallyHidden>
                  </label>
                )}
                <small className={css.name}>
                  {row.code}
                  {row.kind === 'region' && ` · ${t('region.hallsCount', { count: row.halls })}`}
                  {row.kind === 'hall' &&
                    ` · ${row.heardAt === null ? '—' : t('region.heard', { at: formatDateTime(row.heardAt, timeZone, lng) })}`}
                </small>
                {row.kind === 'hall' && row.key === me.hallId && (
                  <Link className={css.link} href="/dashboard/performance">
                    {t('region.ownFigures')}
                  </Link>
                )}
              </th>
              <td className={own.number}>
                {row.places === null
                  ? '—'
                  : row.places.from === row.places.to
                    ? row.places.from
                    : `${row.places.from}–${row.places.to}`}
              </td>
              <td className={own.number}>
                {row.kind === 'region'
                  ? `${formatNumber(row.open, lng)} / ${formatNumber(row.halls, lng)}`
                  : t(row.open > 0 ? 'region.open' : 'region.closed')}
              </td>
              {REGION_INDICATORS.map((id) => {
                const figure = find(row.figures, id);
                const change = changeOf(figure, find(row.figuresBefore, id), texts);
                return (
                  <td key={id} className={own.number} title={both(indicator(id).meaning, lng)}>
                    {valueText(figure, texts)}
                    {figure.interval && (
                      <small className={css.name}>
                        {formatPercent(figure.interval[0], lng)}–{formatPercent(figure.interval[1], lng)}
                      </small>
                    )}
                    {figure.value !== null && indicator(id).unit !== 'count' && (
                      <small className={css.name}>n = {formatNumber(figure.n, lng)}</small>
                    )}
                    {change && (
                      <small className={css.change} data-good={change.good ?? undefined}>
                        {change.text}
                      </small>
                    )}
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
