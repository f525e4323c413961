import { useSearchParams } from 'wouter';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';

/** Which entries of the log are shown; it stands in the address, so that a link shows a colleague the same. */
export interface LogFilter {
  kind?: string;
  day?: string;
  /** As the log names it: `window:w5`, `ticket:2026-11-24.A017`. */
  subject?: string;
}

const NAMES = ['kind', 'day', 'subject'] as const;

export function useLogFilter(): [LogFilter, (name: keyof LogFilter, value: string | undefined) => void] {
  const [search, setSearch] = useSearchParams();
  const filter: LogFilter = {};
  for (const name of NAMES) {
    const value = search.get(name);
    if (value) filter[name] = value;
  }
  const choose = (name: keyof LogFilter, value: string | undefined) =>
    setSearch((old) => {
      const next = new URLSearchParams(old);
      if (value) next.set(name, value);
      else next.delete(name);
      return next;
    });
  return [filter, choose];
}

/** What a person types as the log names it: `a17`'s ticket of the day, window `5`, or already the log's own name. */
export function subjectOf(typed: string, day: string, windows: PublicCatalogue['windows']): string | undefined {
  const text = typed.trim();
  if (text === '' || text.includes(':')) return text || undefined;
  const [, letters, digits] = /^([a-z]{1,2})0*(\d{1,6})$/i.exec(text) ?? [];
  if (letters && digits) return `ticket:${day}.${letters.toUpperCase()}${digits.padStart(3, '0')}`;
  const window = windows.find(({ number }) => String(number) === text);
  return window ? `window:${window.id}` : text;
}
