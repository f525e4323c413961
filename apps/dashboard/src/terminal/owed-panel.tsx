import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useApi } from '@shouwen/client/react/api';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { listMine } from '@shouwen/contracts/http/docket.operations';
import { Pill } from '@shouwen/ui/pill';
import { dueBy, dueWords } from '../docket/due-words.ts';
import { grouped } from '../docket/mine-groups.ts';
import { topicOf } from '../docket/topic.ts';
import { DOCKET_STALE_MS } from '../docket/use-docket.ts';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import css from './terminal.module.css';

/** So many stand on the terminal; the rest is on the clerk's own page. */
const MOST = 3;

/** What the clerk owes besides the one at the window: what goes red first, and how many of it are due today. */
export function OwedPanel({ catalogue, now }: { catalogue: PublicCatalogue; now: number }) {
  const me = useMe();
  const { t, lng } = useText();
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['docket', me.hallId, 'mine'],
    queryFn: () => api.call(listMine, { params: { hallId: me.hallId } }),
    refetchInterval: DOCKET_STALE_MS,
  });
  if (!data) return null;
  const { now: today } = grouped(data.items);
  const told = { t, lng, now, timeZone: catalogue.hall.timeZone };
  const first = today.length > 0 ? today : data.items;
  return (
    <section className={css.owed} aria-labelledby="owed">
      <header className={css.panelHead}>
        <h2 id="owed">
          <Link href="/dashboard/mine">{t('terminal.owed')}</Link>
        </h2>
        {today.length > 0 ? (
          <Pill tone="broken">{t('terminal.owedToday', { count: today.length })}</Pill>
        ) : (
          <span className={css.quiet}>{t('terminal.owedNone')}</span>
        )}
      </header>
      <ul className={css.next}>
        {first.slice(0, MOST).map((item) => (
          <li key={item.contactId}>
            <Link href={`/dashboard/docket/${item.contactId}`} className={css.owedItem}>
              <strong>{dueWords(item, told)}</strong>
              <span>
                {[
                  topicOf(item, { t, lng, catalogue }) || item.number,
                  item.owes === 'handle' ? dueBy(item, told) : t(`docket.owes.${item.owes}`),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {data.cards.length > 0 && (
        <p className={css.quiet}>
          <Link href="/dashboard/mine">{t('terminal.owedCards', { count: data.cards.length })}</Link>
        </p>
      )}
    </section>
  );
}
