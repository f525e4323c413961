import { useEffect, useRef } from 'react';
import { belongsToFocus } from '../terminal/keys.ts';

const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-row]')];

/** The row that has the focus: its link, or a button on it. */
const current = (): HTMLElement | null =>
  document.activeElement?.closest('li')?.querySelector<HTMLElement>('[data-row]') ?? null;

function move(by: 1 | -1): void {
  const all = rows();
  const at = all.indexOf(current() as HTMLElement);
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/**
 * Keys of a list: ↑ ↓ (or K J) go through the rows, Enter opens, and what is named in `keys` is done to the row in focus.
 * @param keys by key; gets the number of the first contact, `null` when no row has the focus.
 */
export function useRows(keys: Readonly<Record<string, (contactId: string | null) => void>>): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || belongsToFocus(event, document.activeElement)) return;
      if (document.querySelector('dialog[open]')) return;
      const key = event.key.toLowerCase();
      if (key === 'arrowdown' || key === 'j') move(1);
      else if (key === 'arrowup' || key === 'k') move(-1);
      else if (latest.current[key]) latest.current[key](current()?.dataset['row'] ?? null);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
