import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { Route, Switch } from 'wouter';
import { ApiProvider } from '@shouwen/client/react/api';
import { createI18n } from '@shouwen/ui/i18n/setup';
import '@shouwen/ui/styles/app.css';
import { Opening } from '@shouwen/ui/opening';
import { en } from './i18n/en.ts';
import { zhCN } from './i18n/zh-CN.ts';

const wanted = new URLSearchParams(location.search).get('lang');
const phoneInEnglish =
  /^\/(t|progress|matter|public)(\/|$)/.test(location.pathname) && navigator.language.startsWith('en');
const i18n = createI18n({ resources: { 'zh-CN': zhCN, en }, lng: wanted === 'en' || phoneInEnglish ? 'en' : 'zh-CN' });
document.documentElement.lang = i18n.language;
const language = () => (i18n.language === 'en' ? 'en' : 'zh');

const Kiosk = lazy(() => import('./kiosk/kiosk-screen.tsx'));
const Display = lazy(() => import('./display/display-screen.tsx'));
const Pad = lazy(() => import('./pad/pad-screen.tsx'));
const Phone = lazy(() => import('./phone/phone-screen.tsx'));
const Progress = lazy(() => import('./progress/progress-page.tsx'));
const Say = lazy(() => import('./say/say-page.tsx'));
const Notices = lazy(() => import('./notices/notices-page.tsx'));
const Notice = lazy(() => import('./notices/notice-page.tsx'));
const Answer = lazy(() => import('./appraisal/answer-page.tsx'));
const Ratings = lazy(() => import('./ratings/ratings-page.tsx'));
const Matter = lazy(() => import('./progress/matter-page.tsx'));

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ApiProvider language={language}>
      <Suspense fallback={<Opening />}>
        <Switch>
          <Route path="/display" component={Display} />
          <Route path="/pad" component={Pad} />
          <Route path="/t/:code">{({ code }) => <Phone code={decodeURIComponent(code)} />}</Route>
          <Route path="/progress" component={Progress} />
          <Route path="/matter/:hallId/:matterId">
            {({ hallId, matterId }) => <Matter hallId={hallId} matterId={matterId} />}
          </Route>
          {(['say', 'ask', 'disclosure'] as const).map((what) => (
            <Route key={what} path={`/public/:hallId/${what}`}>
              {({ hallId }) => <Say hallId={hallId!} what={what} />}
            </Route>
          ))}
          <Route path="/public/:hallId/ratings">{({ hallId }) => <Ratings hallId={hallId} />}</Route>
          <Route path="/public/:hallId/notices">{({ hallId }) => <Notices hallId={hallId} />}</Route>
          <Route path="/public/:hallId/notices/:noticeId">
            {({ hallId, noticeId }) => <Notice hallId={hallId} noticeId={noticeId} />}
          </Route>
          <Route path="/public/:hallId/questionnaires">{({ hallId }) => <Answer hallId={hallId} />}</Route>
          <Route path="/public/:hallId/questionnaires/:questionnaireId">
            {({ hallId, questionnaireId }) => <Answer hallId={hallId} questionnaireId={questionnaireId} />}
          </Route>
          <Route component={Kiosk} />
        </Switch>
      </Suspense>
    </ApiProvider>
  </StrictMode>,
);
