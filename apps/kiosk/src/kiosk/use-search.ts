import { useEffect, useState } from 'react';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { searchMatters, type Searchable } from '@shouwen/domain/catalogue/search';

const indexes = new WeakMap<PublicCatalogue, Searchable[]>();

/** The search index; the pinyin dictionary is large and comes only when somebody searches. */
async function indexOf(catalogue: PublicCatalogue): Promise<Searchable[]> {
  const known = indexes.get(catalogue);
  if (known) return known;
  const { pinyin } = await import('@shouwen/domain/catalogue/sound');
  const index = catalogue.matters.map(({ id, name, aliases }) => ({
    id,
    words: [name.zh, name.en, ...aliases, ...[name.zh, ...aliases].flatMap(pinyin)],
  }));
  indexes.set(catalogue, index);
  return index;
}

/** Ids of the matters that answer a query; `null` while nothing is typed. */
export function useSearch(query: string, catalogue: PublicCatalogue): string[] | null {
  const [found, setFound] = useState<string[] | null>(null);
  useEffect(() => {
    let current = true;
    void indexOf(catalogue).then((index) => current && setFound(searchMatters(query, index)));
    return () => {
      current = false;
    };
  }, [query, catalogue]);
  return query.trim() === '' ? null : found;
}
