import { Link, Redirect, useParams } from 'wouter';
import { useCatalogue, useHall } from '@shouwen/client/react/hall';
import { Opening } from '@shouwen/ui/opening';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Shell } from '../shell/shell.tsx';
import { AlarmsPage } from './alarms/alarms-page.tsx';
import { CalendarPage } from './calendar/calendar-page.tsx';
import { LimitsPage } from './limits/limits-page.tsx';
import { MattersPage } from './matters/matters-page.tsx';
import { StandardsPage } from './matters/standards-page.tsx';
import { NoticesPage } from './notices/notices-page.tsx';
import { RosterPage } from './roster/roster-page.tsx';
import { WeightsPage } from './weights/weights-page.tsx';
import css from './settings.module.css';

const PAGES = {
  calendar: CalendarPage,
  matters: MattersPage,
  standards: StandardsPage,
  roster: RosterPage,
  limits: LimitsPage,
  alarms: AlarmsPage,
  weights: WeightsPage,
  notices: NoticesPage,
} as const;
type Tab = keyof typeof PAGES;
const TABS = Object.keys(PAGES) as Tab[];

/** Who changes what: the administrator everything, a supervisor the roster of the day. */
const mayChange = (role: string, tab: Tab): boolean =>
  role === 'administrator' || (role === 'supervisor' && tab === 'roster');

/** Everything of the hall that is set and not served: calendar, limits, standards, who stands in for whom. */
export default function SettingsScreen() {
  const me = useMe();
  const { t } = useText();
  const { tab } = useParams<{ tab?: string }>();
  const hall = useHall(me.hallId, 'staff');
  const { data: catalogue } = useCatalogue(me.hallId);
  const current = TABS.find((one) => one === tab);
  if (!current) return <Redirect to={`/dashboard/settings/${TABS[0]!}`} replace />;
  const Page = PAGES[current];
  const may = mayChange(me.role, current);
  const today = hall.board?.day;
  return (
    <Shell hall={hall}>
      <main className={css.page}>
        <header className={css.head}>
          <h1>{t('settings.title')}</h1>
          <nav className={css.tabs} aria-label={t('settings.title')}>
            {TABS.map((one) => (
              <Link key={one} href={`/dashboard/settings/${one}`} aria-current={one === current ? 'page' : undefined}>
                {t(`settings.tabs.${one}`)}
              </Link>
            ))}
          </nav>
        </header>
        {!may && <p className={css.quiet}>{t('settings.readOnly')}</p>}
        {catalogue && today ? <Page catalogue={catalogue} today={today} may={may} /> : <Opening />}
      </main>
    </Shell>
  );
}
