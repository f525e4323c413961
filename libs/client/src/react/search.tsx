import { useEffect, useState } from 'react';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { searchMatters, type Searchable } from '@shouwen/domain/catalogue/search';

interface Index {
  matters: Searchable[];
  faqs: Searchable[];
}

const indexes = new WeakMap<PublicCatalogue, Index>();

/** The search index; the pinyin dictionary is large and comes only when somebody searches. */
async function indexOf(catalogue: PublicCatalogue): Promise<Index> {
  const known = indexes.get(catalogue);
  if (known) return known;
  const { pinyin } = await import('@shouwen/domain/catalogue/sound');
  const matters = catalogue.matters.map(({ id, name, aliases }) => ({
    id,
    words: [name.zh, name.en, ...aliases, ...[name.zh, ...aliases].flatMap(pinyin)],
  }));
  const faqs = catalogue.faqs.map(({ id, question, answer }) => ({
    id,
    words: [question.zh, question.en, answer.zh, answer.en, ...pinyin(question.zh)],
  }));
  const index = { matters, faqs };
  indexes.set(catalogue, index);
  return index;
}

/** What answers a query. */
export interface Found {
  matterIds: string[];
  /** Of what is often asked. */
  faqIds: string[];
}

/** Matters and often asked questions that answer a query; `null` while nothing is typed. */
export function useSearch(query: string, catalogue: PublicCatalogue): Found | null {
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    let current = true;
    void indexOf(catalogue).then(({ matters, faqs }) => {
      if (current) setFound({ matterIds: searchMatters(query, matters), faqIds: searchMatters(query, faqs) });
    });
    return () => {
      current = false;
    };
  }, [query, catalogue]);
  return query.trim() === '' ? null : found;
}
