/** HTTP status of an error and what to do about it, per language. */
export interface Sentence {
  status: number;
  zh: string;
  en: string;
}
