import { useTranslation } from 'react-i18next';
import { asLanguage, type Language } from './language.ts';
import type { TextKey, TextValues } from './words.ts';
import type { zhCN } from './zh-CN.ts';

/** The texts of one tree in the language now shown. */
export interface Text<R> {
  t: (key: TextKey<R>, values?: TextValues) => string;
  lng: Language;
  setLanguage: (language: Language) => void;
}

/**
 * The typed hook of an app: `export const useText = makeUseText<typeof zhCN>()`, then `const { t, lng } = useText()`.
 * A text that is not in the app's Chinese file does not compile.
 */
export function makeUseText<R>(namespace = 'app'): () => Text<R> {
  return function useText() {
    const { t, i18n } = useTranslation(namespace);
    return {
      t: (key, values) => t(key, values ?? {}),
      lng: asLanguage(i18n.language),
      setLanguage: (language) => void i18n.changeLanguage(language),
    };
  };
}

/** The components' own words. */
export const useUiText = makeUseText<typeof zhCN>('ui');
