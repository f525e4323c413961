/** A tree of texts as a language's file holds it. */
export interface Words {
  [key: string]: string | Words;
}

/**
 * The shape that another language must have: every text of the first one, none besides; where the first counts with
 * `…_other`, the other may bring a `…_one` of its own (Chinese has no singular).
 */
export type WordsLike<R> = {
  [K in keyof R]: R[K] extends string ? string : WordsLike<R[K]>;
} & { [K in keyof R as K extends `${infer Stem}_other` ? `${Stem}_one` : never]?: string };

type Stem<K> = K extends `${infer S}_other` ? S : K;

/** The dotted names of all texts in a tree, without the plural ending: `'ticket.waiting'`. */
export type TextKey<R> = {
  [K in keyof R & string]: R[K] extends string ? Stem<K> : `${K}.${TextKey<R[K]>}`;
}[keyof R & string];

/** What is put into a text's `{{…}}`; `count` chooses the plural. */
export type TextValues = Record<string, string | number>;
