import { Link, useParams } from 'wouter';
import { useCatalogue } from '@shouwen/client/react/hall';
import { Opening } from '@shouwen/ui/opening';
import { useDocketHall, useStaff } from '../docket/use-docket.ts';
import { useText } from '../i18n/text.ts';
import type { Named } from '../performance/names.ts';
import { useMe } from '../session/session.tsx';
import { Shell } from '../shell/shell.tsx';
import { ConductTab } from './conduct-tab.tsx';
import { OwnTab } from './own-tab.tsx';
import { SheetsTab } from './sheets-tab.tsx';
import css from './scores.module.css';

const TABS = ['sheets', 'mine', 'conduct'] as const;
const OVERSEES: readonly string[] = ['supervisor', 'director', 'auditor'];

/** What every tab is given. */
export interface ScoresPage {
  named: Named;
  today: string;
}

/** Appraisal: score sheets of a period, one's own, rewards and measures. Clerks find their own alone. */
export default function ScoresScreen() {
  const me = useMe();
  const { t, lng } = useText();
  const hall = useDocketHall();
  const { tab } = useParams<{ tab?: string }>();
  const { data: catalogue } = useCatalogue(me.hallId);
  const staff = useStaff();
  const oversees = OVERSEES.includes(me.role);
  const shown = oversees ? (TABS.find((one) => one === tab) ?? 'sheets') : 'mine';
  const today = hall.board?.day;
  const page = catalogue && staff.data && today ? { named: { lng, catalogue, staff: staff.data }, today } : null;
  return (
    <Shell hall={hall}>
      <main className={css.page}>
        <header className={css.head}>
          <h1>{t(oversees ? 'scores.title' : 'scores.mine.title')}</h1>
          {oversees && (
            <nav className={css.tabs} aria-label={t('scores.title')}>
              {TABS.map((one) => (
                <Link key={one} href={`/dashboard/scores/${one}`} aria-current={one === shown ? 'page' : undefined}>
                  {t(`scores.tabs.${one}`)}
                </Link>
              ))}
            </nav>
          )}
        </header>
        {!page && <Opening />}
        {page && shown === 'sheets' && <SheetsTab {...page} />}
        {page && shown === 'mine' && <OwnTab {...page} />}
        {page && shown === 'conduct' && <ConductTab {...page} />}
      </main>
    </Shell>
  );
}
