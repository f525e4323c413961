import type { CaseFile } from '../case/case.ts';
import type { FirstContact } from '../first-contact/first-contact.ts';
import type { Card } from './card.ts';

/**
 * The docket (台账) of a hall — what it owes and who answers for it — or the slice of it that a command needs: the case or card named
 * and what hangs on it.
 */
export interface Docket {
  cases: Readonly<Record<string, CaseFile>>;
  contacts: Readonly<Record<string, FirstContact>>;
  cards: Readonly<Record<string, Card>>;
  /** Last running number given in a year, by `case-2026`, `contact-2026`. */
  counters: Readonly<Record<string, number>>;
}

export const emptyDocket = (): Docket => ({ cases: {}, contacts: {}, cards: {}, counters: {} });

export type MutableDocket = { -readonly [K in keyof Docket]: Record<string, Docket[K][string]> };

/** What an event leaves different: the whole new state of each thing that it touched. */
export interface DocketChanges {
  cases?: CaseFile[];
  contacts?: FirstContact[];
  cards?: Card[];
  counters?: { id: string; n: number }[];
}

/** Writes changes into a docket in place. */
export function applyDocket(docket: MutableDocket, changes: DocketChanges): void {
  for (const item of changes.cases ?? []) docket.cases[item.id] = item;
  for (const item of changes.contacts ?? []) docket.contacts[item.id] = item;
  for (const item of changes.cards ?? []) docket.cards[item.id] = item;
  for (const { id, n } of changes.counters ?? []) docket.counters[id] = n;
}

/** The earliest moment at which something falls due; `null`: nothing will. */
export function nextDue(alarms: Readonly<Record<string, number | undefined>>): number | null {
  let first: number | null = null;
  for (const at of Object.values(alarms)) if (at !== undefined && (first === null || at < first)) first = at;
  return first;
}

/** A thing that an event speaks of. */
export function needed<T>(record: Readonly<Record<string, T>>, id: string, what: string): T {
  const found = record[id];
  if (!found) throw new Error(`${what} ${id} is not in this docket: the slice is too small or the log is damaged`);
  return found;
}
