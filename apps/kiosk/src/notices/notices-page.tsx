import { Link, useSearchParams } from 'wouter';
import { say } from '@shouwen/client/names';
import { useCatalogue, useHall } from '@shouwen/client/react/hall';
import { isPublished, NOTICE_COLUMNS } from '@shouwen/contracts/catalogue/notice.schema';
import { questionnaireState } from '@shouwen/domain/questionnaire/questionnaire';
import { Button } from '@shouwen/ui/button';
import { EmptyState } from '@shouwen/ui/empty-state';
import { formatDay } from '@shouwen/ui/i18n/format';
import { Opening } from '@shouwen/ui/opening';
import { useText } from '../i18n/text.ts';
import { PublicHead } from '../shared/public-head.tsx';
import css from './notices.module.css';

/** `/public/<hall>/notices`: what the hall has published and not taken back, by column, the newest first. */
export default function NoticesPage({ hallId }: { hallId: string }) {
  const { t, lng } = useText();
  const [search, setSearch] = useSearchParams();
  const { data: catalogue, isError } = useCatalogue(hallId);
  const { board } = useHall(hallId, 'public');
  if (isError) {
    return (
      <main>
        <EmptyState title={t('ratings.notFound')} />
      </main>
    );
  }
  if (!catalogue || !board) return <Opening />;
  const column = NOTICE_COLUMNS.find((one) => one === search.get('column')) ?? null;
  const published = catalogue.notices.filter((notice) => isPublished(notice, board.day));
  const columns = NOTICE_COLUMNS.filter((one) => published.some((notice) => notice.column === one) || one === column);
  const shown = published
    .filter((notice) => column === null || notice.column === column)
    .toSorted((a, b) => b.from.localeCompare(a.from));
  const asked = catalogue.questionnaires.find((one) => questionnaireState(one, board.day) === 'open');
  const choose = (one: string | null) =>
    setSearch((old) => {
      const next = new URLSearchParams(old);
      if (one === null) next.delete('column');
      else next.set('column', one);
      return next;
    });
  return (
    <main className={css.page}>
      <PublicHead catalogue={catalogue} />
      <div>
        <h1>{t('notices.title')}</h1>
        <p className={css.quiet}>{t('notices.hint')}</p>
      </div>
      {asked && (
        <Link className={css.ask} href={`/public/${hallId}/questionnaires/${asked.id}`}>
          {t('notices.ask')} →
        </Link>
      )}
      {columns.length > 1 && (
        <div className={css.columns} role="group" aria-label={t('notices.column')}>
          {[null, ...columns].map((one) => (
            <Button key={one ?? 'all'} shape="pill" pressed={one === column} onClick={() => choose(one)}>
              {one === null ? t('notices.all') : t(`notices.columns.${one}`)}
            </Button>
          ))}
        </div>
      )}
      {shown.length === 0 && <EmptyState title={t('notices.empty')}>{t('notices.emptyHint')}</EmptyState>}
      <ul className={css.list} role="list">
        {shown.map(({ id, column: own, text, from }) => (
          <li key={id}>
            <Link href={`/public/${hallId}/notices/${id}`}>{say(text, lng)}</Link>
            <p className={css.quiet}>
              {t(`notices.columns.${own}`)} · {formatDay(from, lng, { weekday: false, year: true })}
            </p>
          </li>
        ))}
      </ul>
    </main>
  );
}
