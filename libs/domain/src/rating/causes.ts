/** A cause (差评原因): the labels that name it, and words that do. */
export interface Cause {
  id: string;
  labels: readonly string[];
  /** Any of them in what was said names the cause; case and width of letters do not matter. */
  words: readonly string[];
}

const tidy = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Causes of what was said, in the order of the rules: by the labels that were touched and by the words. None fits: none. */
export function causesOf(
  { labels, text }: { labels: readonly string[]; text: string },
  causes: readonly Cause[],
): string[] {
  const said = tidy(text);
  return causes
    .filter(
      (cause) =>
        cause.labels.some((label) => labels.includes(label)) || cause.words.some((word) => said.includes(tidy(word))),
    )
    .map(({ id }) => id);
}
