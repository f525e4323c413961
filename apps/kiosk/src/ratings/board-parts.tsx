import { say } from '@shouwen/client/names';
import type { RatingBoard } from '@shouwen/contracts/views/figures.schema';
import { formatDay, formatPercent } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import css from './ratings.module.css';

/** A month as it is called: 2026年11月, November 2026. */
export const monthName = (month: string, lng: 'zh-CN' | 'en'): string =>
  new Intl.DateTimeFormat(lng, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(Date.parse(`${month}-01`));

/** How satisfied and how many rated: shares with their n, and the interval where there are few. */
export function BoardFigures({ board: { figures } }: { board: RatingBoard }) {
  const { t, lng } = useText();
  if (figures === null) return <p>{t('ratings.few')}</p>;
  const { adjudicated, raw, rate } = figures;
  const percent = (share: number | null) => (share === null ? '—' : formatPercent(share, lng));
  return (
    <div className={css.figures}>
      {[
        { name: t('ratings.satisfaction'), share: adjudicated },
        { name: t('ratings.rate'), share: rate },
      ].map(({ name, share }) => (
        <div key={name}>
          <p className={css.muted}>{name}</p>
          <p className={css.big}>{percent(share.share)}</p>
          <p className={css.muted}>
            {t('ratings.of', { k: share.k, n: share.n })}
            {share.interval &&
              ` · ${t('ratings.interval', { low: percent(share.interval[0]), high: percent(share.interval[1]) })}`}
          </p>
          {share === adjudicated && raw.n !== adjudicated.n && (
            <p className={css.muted}>{t('ratings.raw', { share: percent(raw.share), k: raw.k, n: raw.n })}</p>
          )}
        </div>
      ))}
    </div>
  );
}

/** What was complained of, the most named first. */
export function BoardCauses({ board: { causes, published, findings } }: { board: RatingBoard }) {
  const { t, lng } = useText();
  const most = Math.max(1, ...causes.map(({ count }) => count));
  return (
    <section className={css.part} aria-labelledby="causes">
      <h2 id="causes">{t('ratings.causes')}</h2>
      <p className={css.muted}>
        {published === 0 ? t('ratings.noCauses') : t('ratings.causesHint', { count: published, ...findings })}
      </p>
      <ul className={css.causes}>
        {causes.map(({ id, name, count }) => (
          <li key={id}>
            <span>{say(name, lng)}</span>
            <span>{t('ratings.times', { count })}</span>
            <span className={css.track} aria-hidden="true">
              <span className={css.bar} style={{ width: `${(count / most) * 100}%` }} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was done about it, in the words of whoever did. */
export function BoardDone({ board: { done }, most }: { board: RatingBoard; most: number }) {
  const { t, lng } = useText();
  return (
    <section className={css.part} aria-labelledby="done">
      <h2 id="done">{t('ratings.done')}</h2>
      {done.length === 0 && <p className={css.muted}>{t('ratings.noDone')}</p>}
      <ul className={css.done}>
        {done.slice(0, most).map(({ day, causes, words }, index) => (
          <li key={`${day}-${index}`}>
            <p className={css.muted}>
              {[t('ratings.doneOn', { day: formatDay(day, lng) }), ...causes.map((cause) => say(cause, lng))].join(
                ' · ',
              )}
            </p>
            <p className={css.words}>{words}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
