import { Link, useParams } from 'wouter';
import { useText } from '../i18n/text.ts';
import { useDocketHall } from '../docket/use-docket.ts';
import { Shell } from '../shell/shell.tsx';
import { FiguresTab } from './figures-view.tsx';
import { LoopBoardView } from './loop-board.tsx';
import css from './ratings.module.css';
import { WordsTab } from './words-view.tsx';

const TABS = ['board', 'figures', 'words'] as const;

/** Ratings for those who oversee: the bad ones and where each stands, the figures, and what was said. */
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
          {shown === 'board' && <p className={css.quiet}>{t('rating.boardHint')}</p>}
        </header>
        <nav className={css.tabs} aria-label={t('rating.title')}>
          {TABS.map((one) => (
            <Link key={one} href={`/dashboard/ratings/${one}`} aria-current={one === shown ? 'page' : undefined}>
              {t(`rating.tabs.${one}`)}
            </Link>
          ))}
        </nav>
        {shown === 'board' && <LoopBoardView />}
        {shown === 'figures' && <FiguresTab />}
        {shown === 'words' && <WordsTab />}
      </main>
    </Shell>
  );
}
