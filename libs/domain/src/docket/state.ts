import type { CaseFile } from '../case/case.ts';
import type { FirstContact } from '../first-contact/first-contact.ts';
import type { Rating, ServingFacts } from '../rating/rating.ts';
import type { Sheet } from '../questionnaire/questionnaire.ts';
import type { Inspection } from '../inspection/inspection.ts';
import type { Petition } from '../petition/petition.ts';
import type { Card } from './card.ts';

/**
 * The docket (台账) of a hall — what it owes and who answers for it — or the slice of it that a command needs: the case or card named
 * and what hangs on it.
 */
export interface Docket {
  cases: Readonly<Record<string, CaseFile>>;
  contacts: Readonly<Record<string, FirstContact>>;
  cards: Readonly<Record<string, Card>>;
  /** What hangs on a first contact besides a case: the loop of a bad rating. By the number of the card. */
  petitions: Readonly<Record<string, Petition>>;
  /** Ratings cast, by the serving that they are about. */
  ratings: Readonly<Record<string, Rating>>;
  /** Sheets of questionnaires; a slice holds the one with the code that is used now. */
  sheets: Readonly<Record<string, Sheet>>;
  /** Inspections by their number. */
  inspections: Readonly<Record<string, Inspection>>;
  /** Servings that a command asks about, by the same key: facts of the queue, brought by the slice, changed by nothing here. */
  servings: Readonly<Record<string, ServingFacts>>;
  /** Last running number given in a year, by `case-2026`, `contact-2026`. */
  counters: Readonly<Record<string, number>>;
}

export const emptyDocket = (): Docket => ({
  cases: {},
  contacts: {},
  cards: {},
  petitions: {},
  ratings: {},
  sheets: {},
  inspections: {},
  servings: {},
  counters: {},
});

/** The same docket in records of its own, to write changes into. */
export const copyOf = (docket: Docket): MutableDocket => ({
  cases: { ...docket.cases },
  contacts: { ...docket.contacts },
  cards: { ...docket.cards },
  petitions: { ...docket.petitions },
  ratings: { ...docket.ratings },
  sheets: { ...docket.sheets },
  inspections: { ...docket.inspections },
  servings: { ...docket.servings },
  counters: { ...docket.counters },
});

export type MutableDocket = { -readonly [K in keyof Docket]: Record<string, Docket[K][string]> };

/** What an event leaves different: the whole new state of each thing that it touched. */
export interface DocketChanges {
  cases?: CaseFile[];
  contacts?: FirstContact[];
  cards?: Card[];
  petitions?: Petition[];
  ratings?: Rating[];
  sheets?: Sheet[];
  inspections?: Inspection[];
  counters?: { id: string; n: number }[];
}

/** Writes changes into a docket in place. */
export function applyDocket(docket: MutableDocket, changes: DocketChanges): void {
  for (const item of changes.cases ?? []) docket.cases[item.id] = item;
  for (const item of changes.contacts ?? []) docket.contacts[item.id] = item;
  for (const item of changes.cards ?? []) docket.cards[item.id] = item;
  for (const item of changes.petitions ?? []) docket.petitions[item.id] = item;
  for (const item of changes.ratings ?? []) docket.ratings[item.id] = item;
  for (const item of changes.sheets ?? []) docket.sheets[item.id] = item;
  for (const item of changes.inspections ?? []) docket.inspections[item.id] = item;
  for (const { id, n } of changes.counters ?? []) docket.counters[id] = n;
}

/** The earliest moment at which something falls due; `null`: nothing will. */
export function nextDue(alarms: Readonly<Record<string, number | undefined>>): number | null {
  let first: number | null = null;
  for (const at of Object.values(alarms)) if (at !== undefined && (first === null || at < first)) first = at;
  return first;
}

/** A year's running number after `n` was given; history that is written afterwards never sets it back. */
export const counted = ({ counters }: Docket, id: string, n: number) => ({ id, n: Math.max(counters[id] ?? 0, n) });

/** A thing that an event speaks of. */
export function needed<T>(record: Readonly<Record<string, T>>, id: string, what: string): T {
  const found = record[id];
  if (!found) throw new Error(`${what} ${id} is not in this docket: the slice is too small or the log is damaged`);
  return found;
}
