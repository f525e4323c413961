import { say } from '@shouwen/client/names';
import { useCatalogue, useHall, useHallNow } from '@shouwen/client/react/hall';
import { ExampleMark } from '@shouwen/ui/example-mark';
import { formatDay, formatTime } from '@shouwen/ui/i18n/format';
import { Opening } from '@shouwen/ui/opening';
import { useWakeLock } from '../display/use-wake-lock.ts';
import { useText } from '../i18n/text.ts';
import { BoardCauses, BoardDone, BoardFigures, monthName } from './board-parts.tsx';
import css from './ratings.module.css';
import { useRatingBoard } from './use-rating-board.ts';

/** As many as a wall has room for. */
const MOST_DONE = 4;

/** `/display?layout=ratings`: the same as the public page, for a wall across the hall. */
export function RatingsWall({ hallId }: { hallId: string }) {
  const { t, lng } = useText();
  const hall = useHall(hallId, 'public');
  const now = useHallNow(hall);
  const { data: catalogue } = useCatalogue(hallId);
  const { data: board } = useRatingBoard(hallId, null);
  useWakeLock();
  if (!catalogue || !board || now === null) return <Opening />;
  return (
    <main className={css.wall} data-ground="night">
      <header className={css.wallHead}>
        <h1>{t('ratings.title', { month: monthName(board.month, lng) })}</h1>
        <span className={css.muted}>
          {say(catalogue.hall.name, lng)} · {t('ratings.until', { day: formatDay(board.until, lng) })}
        </span>
        {catalogue.hall.example && <ExampleMark />}
        <span className={css.clock}>{formatTime(now, catalogue.hall.timeZone, lng)}</span>
      </header>
      <div className={css.wallLeft}>
        <BoardFigures board={board} />
        <BoardCauses board={board} />
      </div>
      <BoardDone board={board} most={MOST_DONE} />
      <footer className={css.wallFoot}>
        {t('ratings.privacy')} {t('ratings.complain')} {catalogue.hall.complaintTelephone}
      </footer>
    </main>
  );
}
