import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiProvider } from '@shouwen/client/react/api';
import { createI18n } from '@shouwen/ui/i18n/setup';
import '@shouwen/ui/styles/app.css';
import { App } from './app.tsx';
import { en } from './i18n/en.ts';
import { zhCN } from './i18n/zh-CN.ts';

const LANGUAGE = 'shouwen.language';
const wanted = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem(LANGUAGE);
const i18n = createI18n({ resources: { 'zh-CN': zhCN, en }, lng: wanted === 'en' ? 'en' : 'zh-CN' });
document.documentElement.lang = i18n.language;
i18n.on('languageChanged', (lng) => localStorage.setItem(LANGUAGE, lng));
const language = () => (i18n.language === 'en' ? 'en' : 'zh');

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ApiProvider language={language}>
      <App />
    </ApiProvider>
  </StrictMode>,
);
