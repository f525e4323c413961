import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { EmptyState } from '@shouwen/ui/empty-state';
import { useText } from './i18n/text.ts';
import { Opening } from '@shouwen/ui/opening';
import { SessionProvider, useSession } from './session/session.tsx';
import { placesOf } from './shell/places.ts';
import { SignInPage } from './sign-in/sign-in-page.tsx';

const Terminal = lazy(() => import('./terminal/terminal-screen.tsx'));
const Supervision = lazy(() => import('./supervision/supervision-screen.tsx'));
const Mine = lazy(() => import('./docket/mine-screen.tsx'));
const Docket = lazy(() => import('./docket/docket-screen.tsx'));
const DocketFile = lazy(() => import('./docket/file-screen.tsx'));
const History = lazy(() => import('./docket/history-screen.tsx'));
const Register = lazy(() => import('./docket/register-screen.tsx'));
const Ratings = lazy(() => import('./ratings/ratings-screen.tsx'));
const Performance = lazy(() => import('./performance/performance-screen.tsx'));
const Region = lazy(() => import('./region/region-screen.tsx'));
const Scores = lazy(() => import('./scores/scores-screen.tsx'));
const Staffing = lazy(() => import('./staffing/staffing-screen.tsx'));
const Oversight = lazy(() => import('./oversight/oversight-screen.tsx'));
const Inspection = lazy(() => import('./oversight/inspection-screen.tsx'));
const AboutMe = lazy(() => import('./ratings/about-me-screen.tsx'));
const Voices = lazy(() => import('./opinions/voices-screen.tsx'));
const Settings = lazy(() => import('./catalogue/settings-screen.tsx'));
const Log = lazy(() => import('./log/log-screen.tsx'));
const Devices = lazy(() => import('./devices/devices-screen.tsx'));

/** Everything staff sign in to: nobody sees a page before the server has said who they are. */
export function App() {
  return (
    <SessionProvider>
      <Suspense fallback={<Opening />}>
        <Pages />
      </Suspense>
    </SessionProvider>
  );
}

function Pages() {
  const { me, loading } = useSession();
  const { t } = useText();
  if (loading) return <Opening />;
  if (!me) return <SignInPage />;
  const places = placesOf(me);
  const home = `/dashboard/${places[0]!}`;
  const may = (place: (typeof places)[number]) => places.includes(place);
  return (
    <Switch>
      {may('window') && <Route path="/dashboard/window/:windowId?" component={Terminal} />}
      {may('hall') && <Route path="/dashboard/hall" component={Supervision} />}
      {may('mine') && <Route path="/dashboard/mine" component={Mine} />}
      {may('docket') && <Route path="/dashboard/docket" component={Docket} />}
      {may('docket') && <Route path="/dashboard/docket/:contactId" component={DocketFile} />}
      {may('docket') && <Route path="/dashboard/docket/history/:number" component={History} />}
      {may('register') && <Route path="/dashboard/register" component={Register} />}
      {may('ratings') && <Route path="/dashboard/ratings/:tab?" component={Ratings} />}
      {may('performance') && <Route path="/dashboard/performance" component={Performance} />}
      {may('region') && <Route path="/dashboard/region" component={Region} />}
      {may('scores') && <Route path="/dashboard/scores/:tab?" component={Scores} />}
      {may('staffing') && <Route path="/dashboard/staffing" component={Staffing} />}
      {may('oversight') && <Route path="/dashboard/oversight/inspection/:inspectionId" component={Inspection} />}
      {may('oversight') && <Route path="/dashboard/oversight/:tab?" component={Oversight} />}
      {may('about-me') && <Route path="/dashboard/about-me" component={AboutMe} />}
      {may('voices') && <Route path="/dashboard/voices/:tab?" component={Voices} />}
      {may('settings') && <Route path="/dashboard/settings/:tab?" component={Settings} />}
      {may('log') && <Route path="/dashboard/log" component={Log} />}
      {may('devices') && <Route path="/dashboard/devices" component={Devices} />}
      <Route path="/dashboard">
        <Redirect to={home} replace />
      </Route>
      <Route>
        <EmptyState title={t('shell.notYours')} action={<a href={home}>{t(`shell.${places[0]!}`)}</a>}>
          {t('shell.notYoursHint')}
        </EmptyState>
      </Route>
    </Switch>
  );
}
