import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.ts';
import { defaultLanguage, type Language, languages } from './language.ts';
import type { Words } from './words.ts';
import { zhCN } from './zh-CN.ts';

export interface I18nOptions {
  /** The app's own words in both languages. */
  resources: Record<Language, Words>;
  /** Language to start in; Chinese unless told. */
  lng?: Language;
}

/**
 * Starts the texts of an app: its own words in namespace `app`, the components' in `ui`. Synchronous, so that the first
 * paint has its words. The `lang` attribute of the page follows the language.
 */
export function createI18n({ resources, lng = defaultLanguage }: I18nOptions): i18n {
  const instance = i18next.createInstance();
  instance.on('languageChanged', (language) => {
    if (typeof document !== 'undefined') document.documentElement.lang = language;
  });
  void instance.use(initReactI18next).init({
    lng,
    fallbackLng: defaultLanguage,
    supportedLngs: [...languages],
    initAsync: false,
    defaultNS: 'app',
    ns: ['app', 'ui'],
    resources: {
      'zh-CN': { app: resources['zh-CN'], ui: zhCN },
      en: { app: resources.en, ui: en },
    },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    showSupportNotice: false,
  });
  return instance;
}
