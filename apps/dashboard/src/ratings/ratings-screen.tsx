import { Link, useParams } from 'wouter';
import { useText } from '../i18n/text.ts';
import { useDocketHall } from '../docket/use-docket.ts';
import { Shell } from '../shell/shell.tsx';
import { LoopBoardView } from './loop-board.tsx';
import css from './ratings.module.css';

const TABS = ['board'] as const;

/** Ratings for those who oversee: the bad ones and where each stands. */
export default function RatingsScreen() {
  const { t } = useText();
  const hall = useDocketHall();
  const { tab } = useParams<{ tab?: string }>();
  const shown = TABS.find((one) => one === tab) ?? 'board';
  return (
    <Shell hall={hall}>
      <main className={css.page}>
        <header>
          <h1>{t('rating.title')}</h1>
          <p className={css.quiet}>{t('rating.boardHint')}</p>
        </header>
        {TABS.length > 1 && (
          <nav className={css.tabs} aria-label={t('rating.title')}>
            {TABS.map((one) => (
              <Link key={one} href={`/dashboard/ratings/${one}`} aria-current={one === shown ? 'page' : undefined}>
                {t(`rating.tabs.${one}`)}
              </Link>
            ))}
          </nav>
        )}
        <LoopBoardView />
      </main>
    </Shell>
  );
}
