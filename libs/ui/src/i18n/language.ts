/** The languages of the hall; Chinese is the one it starts in. */
export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

export const defaultLanguage: Language = 'zh-CN';

/** The language a stored or foreign word stands for; Chinese when it stands for none of ours. */
export function asLanguage(word: string | null | undefined): Language {
  return word?.toLowerCase().startsWith('en') ? 'en' : defaultLanguage;
}
