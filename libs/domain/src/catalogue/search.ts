/** A matter as the search knows it: its names, its other names, and how they sound. */
export interface Searchable {
  id: string;
  /** Names in any language, aliases, initials and full pinyin; matched without case and blanks. */
  words: readonly string[];
}

const plain = (text: string): string => text.toLowerCase().replace(/[\s·・,,、()()'"-]/g, '');

/** How well a word answers a query: 0 not at all, then inside, at the beginning, whole. */
function fit(word: string, query: string): number {
  if (word === query) return 3;
  if (word.startsWith(query)) return 2;
  return word.includes(query) ? 1 : 0;
}

/**
 * Matters that answer what a citizen typed: Chinese, English, pinyin initials (`mzcf` → 民族成份变更) or full pinyin; the best first,
 * equal ones in the order given.
 */
export function searchMatters(query: string, matters: readonly Searchable[]): string[] {
  const wanted = plain(query);
  if (wanted === '') return [];
  return matters
    .map(({ id, words }) => ({ id, score: Math.max(0, ...words.map((word) => fit(plain(word), wanted))) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ id }) => id);
}
