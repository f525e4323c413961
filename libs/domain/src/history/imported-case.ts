import type { CaseState } from '../case/case.ts';
import type { ContactChannel } from '../first-contact/first-contact.ts';
import type { Instant } from '../time/instant.ts';

/** What a step of another system means in the life of a case (DOMAIN §3); most steps there mean nothing here. */
export const STEP_MEANINGS = [
  'received',
  'accepted',
  'supplement-asked',
  'supplement-brought',
  'refused',
  'suspended',
  'resumed',
  'decided',
  'delivered',
  'withdrawn',
  'terminated',
] as const;
export type StepMeaning = (typeof STEP_MEANINGS)[number];

/** One step as the other system recorded it. `by` is that system's own id of an officer, never a name. */
export interface HistoryStep {
  at: Instant;
  name: string;
  by: string | null;
  means: StepMeaning | null;
}

/** What the other system says of a case as a whole; `null` where it says nothing. */
export interface HistoryFacts {
  startedAt: Instant | null;
  endedAt: Instant | null;
  /** The last moment at which an end was in time. */
  deadlineAt: Instant | null;
  /** The officer who answered for the case, by that system's id. */
  responsible: string | null;
  /** The department there, in that system's words, and which of ours it is, where the mapping says so. */
  department: string | null;
  departmentId: string | null;
  channel: ContactChannel | null;
  matterId: string | null;
  /** Officers there who are members of our staff, where the mapping says so: id there → id here. */
  staff: Readonly<Record<string, string>>;
}

export const NO_FACTS: HistoryFacts = {
  startedAt: null,
  endedAt: null,
  deadlineAt: null,
  responsible: null,
  department: null,
  departmentId: null,
  channel: null,
  matterId: null,
  staff: {},
};

/**
 * A case that another system dealt with (历史办件). It is history: nobody here answers for it, nothing of it falls due, and it
 * stands in no list of what is owed.
 */
export interface ImportedCase extends HistoryFacts {
  /** The other system, and the case's number there: together its identity, whatever file it comes from. */
  source: string;
  number: string;
  /** By time; steps of the same moment in the order in which they came. */
  steps: readonly HistoryStep[];
}

export const importedId = ({ source, number }: Pick<ImportedCase, 'source' | 'number'>): string =>
  `${source}:${number}`;

/** `open`: no step says where it stands; `ended`: it has an end, but no step says which. */
export type ImportedState = CaseState | 'open' | 'ended';

const STATE_AFTER: Readonly<Record<StepMeaning, CaseState>> = {
  received: 'received',
  accepted: 'deciding',
  'supplement-asked': 'supplement-asked',
  'supplement-brought': 'received',
  refused: 'refused',
  suspended: 'suspended',
  resumed: 'deciding',
  decided: 'decided',
  delivered: 'delivered',
  withdrawn: 'withdrawn',
  terminated: 'terminated',
};
const ENDS: ReadonlySet<StepMeaning | null> = new Set(['decided', 'delivered', 'refused', 'withdrawn', 'terminated']);

/** When it began: as stated, otherwise with its first step. Every imported case has one of the two. */
export const beganAt = ({ startedAt, steps }: ImportedCase): Instant => startedAt ?? steps[0]!.at;

/** When it ended: as stated, otherwise with the first step that ends a case; `null`: it has no end. */
export const endOf = ({ endedAt, steps }: ImportedCase): Instant | null =>
  endedAt ?? steps.find(({ means }) => ENDS.has(means))?.at ?? null;

/** Where it stood when the file was written. */
export function stateOf(item: ImportedCase): ImportedState {
  const last = item.steps.findLast(({ means }) => means !== null)?.means ?? null;
  if (last !== null && ENDS.has(last)) return STATE_AFTER[last];
  if (endOf(item) !== null) return 'ended';
  return last === null ? 'open' : STATE_AFTER[last];
}

/** The first officer to act on it; `null` when no step names one. */
export const firstOfficer = ({ steps }: ImportedCase): string | null => steps.find(({ by }) => by !== null)?.by ?? null;

/** Each time another officer than the one before took a step; steps without an officer are passed over. */
export function handOversOf({ steps }: ImportedCase): { from: string; to: string }[] {
  const found: { from: string; to: string }[] = [];
  let last: string | null = null;
  for (const { by } of steps) {
    if (by === null) continue;
    if (last !== null && by !== last) found.push({ from: last, to: by });
    last = by;
  }
  return found;
}
