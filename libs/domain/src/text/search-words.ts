const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });

const tidy = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Words of a text, Chinese ones cut by the dictionary of the platform (ICU); punctuation left out. */
export const wordsOf = (text: string): string[] =>
  [...SEGMENTER.segment(tidy(text))].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);

/**
 * How well a text answers a question, `null` when it does not: every word asked for must stand in it. Where both are cut alike it
 * counts a whole point, where the letters stand within longer words half of one, so that 等太久 also finds 等得太久.
 */
export function matchOf(text: string, asked: readonly string[]): number | null {
  if (asked.length === 0) return 0;
  const said = tidy(text);
  // Cutting is dear: only a text that holds every word is cut.
  if (!asked.every((word) => said.includes(word))) return null;
  const own = new Set(wordsOf(text));
  return asked.reduce((points, word) => points + (own.has(word) ? 1 : 0.5), 0) / asked.length;
}
