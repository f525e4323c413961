import { Link } from 'wouter';
import { matterName, personName } from '@shouwen/client/names';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { DocketItem } from '@shouwen/contracts/views/docket.schema';
import { formatDay } from '@shouwen/ui/i18n/format';
import { Pill } from '@shouwen/ui/pill';
import { useText } from '../i18n/text.ts';
import css from './docket.module.css';
import { dueWords, TONE_OF } from './due-words.ts';

/** Cases and first contacts, a line each; the whole line opens the file. */
export function ItemList({
  items,
  catalogue,
}: {
  items: readonly DocketItem[];
  catalogue: PublicCatalogue | undefined;
}) {
  const { t, lng } = useText();
  return (
    <ul className={css.items}>
      {items.map((item) => {
        const lastDay = item.promisedLastDay ?? item.feedbackBy;
        return (
          <li key={item.contactId}>
            <Link href={`/dashboard/docket/${item.contactId}`} className={css.item}>
              <span className={css.itemDue}>
                <strong>{dueWords(item, t)}</strong>
                {lastDay && <small>{formatDay(lastDay, lng)}</small>}
              </span>
              <span className={css.itemWhat}>
                <strong>
                  {matterName(catalogue, { matterId: item.matterId, queueId: '' }, lng) ||
                    t(`docket.channels.${item.channel}`)}
                </strong>
                <small>
                  {item.number} · {t(`docket.states.${item.state}`)}
                </small>
              </span>
              <span className={css.itemWho}>
                {personName(item.answerable, lng)}
                {item.offeredTo && <> → {personName(item.offeredTo, lng)}</>}
                {item.actsFor && <small>{t('docket.actsFor', { name: personName(item.actsFor, lng) })}</small>}
              </span>
              <span className={css.itemState}>
                {item.level && (
                  <Pill tone={TONE_OF[item.level]} shape>
                    {t(`docket.levels.${item.level}`)}
                  </Pill>
                )}
                {item.thirdVisit && (
                  <Pill tone="broken" shape>
                    {t(`docket.thirdVisits.${item.thirdVisit.cause}`)}
                  </Pill>
                )}
                {item.owes !== 'watch' && <Pill tone="neutral">{t(`docket.owes.${item.owes}`)}</Pill>}
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
