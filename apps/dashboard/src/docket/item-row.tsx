import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { personName, say } from '@shouwen/client/names';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { DocketItem } from '@shouwen/contracts/views/docket.schema';
import { Pill } from '@shouwen/ui/pill';
import { useText } from '../i18n/text.ts';
import { dueBy, dueWords, TONE_OF } from './due-words.ts';
import css from './items.module.css';
import { topicOf } from './topic.ts';

interface Props {
  item: DocketItem;
  catalogue: PublicCatalogue | undefined;
  now: number;
  /** In a list of my own who has it is told only where it is not me. */
  mine?: string;
  /** Buttons at the end of the row. */
  children?: ReactNode;
}

/** A case or first contact, a line; the line opens the file. */
export function ItemRow({ item, catalogue, now, mine, children }: Props) {
  const { t, lng } = useText();
  const told = { t, lng, now, timeZone: catalogue?.hall.timeZone ?? 'Asia/Shanghai' };
  const department = catalogue?.departments.find(({ id }) => id === item.departmentId);
  const topic = topicOf(item, { t, lng, catalogue });
  return (
    <li className={css.row} data-level={item.level ?? undefined}>
      <Link
        href={`/dashboard/docket/${item.contactId}`}
        className={css.open}
        data-own={mine !== undefined || undefined}
        data-row={item.contactId}
      >
        <span className={css.due}>
          <strong>{dueWords(item, told)}</strong>
          <small>{dueBy(item, told)}</small>
        </span>
        <span className={css.what}>
          <strong>{topic || t('docket.contactFrom', { channel: t(`docket.channels.${item.channel}`) })}</strong>
          <small>
            {item.number} · {t(`docket.states.${item.state}`)}
            {mine !== undefined && item.answerable.id !== mine && (
              <> · {t('docket.answeredBy', { name: personName(item.answerable, lng) })}</>
            )}
          </small>
        </span>
        {mine === undefined && (
          <span className={css.who}>
            <span>
              {personName(item.answerable, lng)}
              {item.offeredTo && <> → {personName(item.offeredTo, lng)}</>}
            </span>
            <small>
              {item.actsFor
                ? t('docket.actsFor', { name: personName(item.actsFor, lng) })
                : department && say(department.short, lng)}
            </small>
          </span>
        )}
        <span className={css.state}>
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
          {item.extensionAsked && <Pill tone="explained">{t('docket.extensionAsked')}</Pill>}
          {item.unacknowledged > 0 && <Pill>{t('docket.unseen', { count: item.unacknowledged })}</Pill>}
          {item.owes !== 'watch' && item.owes !== 'handle' && <Pill tone="good">{t(`docket.owes.${item.owes}`)}</Pill>}
        </span>
      </Link>
      {children && <span className={css.actions}>{children}</span>}
    </li>
  );
}

/** Lines without buttons. */
export function ItemList({ items, ...shared }: { items: readonly DocketItem[] } & Pick<Props, 'catalogue' | 'now'>) {
  return (
    <ul className={css.list}>
      {items.map((item) => (
        <ItemRow key={item.contactId} item={item} {...shared} />
      ))}
    </ul>
  );
}
