import { EmptyState } from '@shouwen/ui/empty-state';
import { formatDateTime, formatTime } from '@shouwen/ui/i18n/format';
import { Skeleton } from '@shouwen/ui/skeleton';
import { useText } from '../i18n/text.ts';
import { useEventWords, type EventsShown } from './event-words.ts';
import css from './log.module.css';
import { Sentence } from './sentence.tsx';

interface Props extends EventsShown {
  /** With the day, not only the time. */
  dated?: boolean;
}

/** Entries of the log as sentences where a table has no room: in a drawer, on a phone. */
export function EventList({ dated = false, ...shown }: Props) {
  const { t, lng } = useText();
  const { what, who } = useEventWords(shown);
  const { timeZone } = shown.catalogue.hall;
  if (shown.events.length === 0) {
    return shown.loading ? <Skeleton shape="block" /> : <EmptyState title={shown.empty ?? t('supervision.noEvents')} />;
  }
  return (
    <ol className={css.list}>
      {shown.events.map((event) => (
        <li key={event.seq}>
          <span className={css.at}>
            {dated ? formatDateTime(event.at, timeZone, lng) : formatTime(event.at, timeZone, lng)}
          </span>
          <span>
            <Sentence event={event} text={what(event)} onSubject={shown.onSubject} />
            <span className={css.by}>
              {who(event)} · {t('supervision.entry', { seq: event.seq })} ·{' '}
              <code title={event.hash}>{event.hash.slice(0, 8)}</code>
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
