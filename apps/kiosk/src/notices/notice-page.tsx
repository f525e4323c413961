import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { say } from '@shouwen/client/names';
import { useApi } from '@shouwen/client/react/api';
import { useCatalogue, useHall } from '@shouwen/client/react/hall';
import { isPublished } from '@shouwen/contracts/catalogue/notice.schema';
import { openNotice } from '@shouwen/contracts/http/notice.operations';
import { EmptyState } from '@shouwen/ui/empty-state';
import { formatDay } from '@shouwen/ui/i18n/format';
import { Opening } from '@shouwen/ui/opening';
import { useText } from '../i18n/text.ts';
import { PublicHead } from '../shared/public-head.tsx';
import css from './notices.module.css';

/** `/public/<hall>/notices/<notice>`: one notice in full, as long as it is public. */
export default function NoticePage({ hallId, noticeId }: { hallId: string; noticeId: string }) {
  const { t, lng } = useText();
  const { data: catalogue, isError } = useCatalogue(hallId);
  const { board } = useHall(hallId, 'public');
  const api = useApi();
  const found = catalogue?.notices.find(({ id }) => id === noticeId);
  const notice = found && board && isPublished(found, board.day) ? found : null;
  const { data: opened } = useQuery({
    queryKey: ['notice-opened', hallId, noticeId],
    queryFn: () => api.call(openNotice, { params: { hallId, noticeId } }),
    enabled: notice !== null,
    // Once for an opening, however long it stays open.
    staleTime: Infinity,
    retry: false,
  });
  const back = <Link href={`/public/${hallId}/notices`}>{t('notices.back')}</Link>;
  if (!isError && (!catalogue || !board)) return <Opening />;
  if (!catalogue || !notice) {
    return (
      <main className={css.page}>
        {catalogue && <PublicHead catalogue={catalogue} />}
        <EmptyState title={t('notices.gone')} action={back}>
          {t('notices.goneHint')}
        </EmptyState>
      </main>
    );
  }
  const { column, text, body, from, until } = notice;
  const day = (value: string) => formatDay(value, lng, { year: true });
  return (
    <main className={css.page}>
      <PublicHead catalogue={catalogue} />
      <div>
        <p className={css.quiet}>{t(`notices.columns.${column}`)}</p>
        <h1>{say(text, lng)}</h1>
        <p className={css.quiet}>
          {t('notices.published', { day: day(from) })}
          {until && ` · ${t('notices.until', { day: day(until) })}`}
          {opened && ` · ${t('notices.reads', { count: opened.reads })}`}
        </p>
      </div>
      {body && <p className={css.body}>{say(body, lng)}</p>}
      <p>{back}</p>
    </main>
  );
}
