import { useSearchParams } from 'wouter';
import { useCatalogue } from '@shouwen/client/react/hall';
import { Button } from '@shouwen/ui/button';
import { Card } from '@shouwen/ui/card';
import { EmptyState } from '@shouwen/ui/empty-state';
import { formatDay } from '@shouwen/ui/i18n/format';
import { Opening } from '@shouwen/ui/opening';
import { useText } from '../i18n/text.ts';
import { PublicHead } from '../shared/public-head.tsx';
import { BoardCauses, BoardDone, BoardFigures, monthName } from './board-parts.tsx';
import css from './ratings.module.css';
import { useRatingBoard } from './use-rating-board.ts';

const MOST_DONE = 30;
const DAY_MS = 86_400_000;

const monthAfter = (month: string, step: 1 | -1): string => {
  const at = new Date(`${month}-15T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + step);
  return at.toISOString().slice(0, 7);
};

/** `/public/<hall>/ratings`: the month's ratings for everybody, and what came of the bad ones. Nobody's name. */
export default function RatingsPage({ hallId }: { hallId: string }) {
  const { t, lng } = useText();
  const [search, setSearch] = useSearchParams();
  const { data: catalogue, isError } = useCatalogue(hallId);
  const { data: board } = useRatingBoard(hallId, search.get('month'));
  if (isError) {
    return (
      <main>
        <EmptyState title={t('ratings.notFound')} />
      </main>
    );
  }
  if (!catalogue || !board) return <Opening />;
  const { month, until } = board;
  const running = new Date(Date.parse(until) + DAY_MS).toISOString().slice(0, 7) === month;
  const go = (step: 1 | -1) =>
    setSearch(
      (old) =>
        new URLSearchParams([...old].filter(([name]) => name !== 'month').concat([['month', monthAfter(month, step)]])),
    );
  return (
    <main className={css.page}>
      <PublicHead catalogue={catalogue} />
      <div>
        <h1>{t('ratings.title', { month: monthName(month, lng) })}</h1>
        <p className={css.muted}>
          {t('ratings.until', { day: formatDay(until, lng) })} · {t('ratings.notRated')}
        </p>
      </div>
      <Card as="section">
        <BoardFigures board={board} />
      </Card>
      <BoardCauses board={board} />
      <BoardDone board={board} most={MOST_DONE} />
      <nav className={css.top} aria-label={monthName(month, lng)}>
        <Button onClick={() => go(-1)}>{t('ratings.before')}</Button>
        {!running && <Button onClick={() => go(1)}>{t('ratings.after')}</Button>}
      </nav>
      <p className={css.muted}>
        {t('ratings.privacy')} {t('ratings.complain')} {catalogue.hall.complaintTelephone}
      </p>
    </main>
  );
}
