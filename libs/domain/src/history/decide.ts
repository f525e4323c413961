import type { Instant } from '../time/instant.ts';
import type { NewHistoryEvent } from './events.ts';
import { inOrder } from './evolve.ts';
import { beganAt, NO_FACTS, type HistoryFacts, type HistoryStep, type ImportedCase } from './imported-case.ts';

/** Two records of a step are the same step when moment, name and officer are. */
const keyOf = ({ at, name, by }: HistoryStep): string => `${at}\n${name}\n${by ?? ''}`;

/** Steps that are not among the known ones, each once, by time. */
export function newSteps(known: readonly HistoryStep[], steps: readonly HistoryStep[]): HistoryStep[] {
  const seen = new Set(known.map(keyOf));
  return inOrder(steps).filter((step) => {
    const key = keyOf(step);
    return !seen.has(key) && seen.add(key);
  });
}

/** What is now said goes before what was known; silence takes nothing back. */
export function factsNow(known: HistoryFacts, said: HistoryFacts): HistoryFacts {
  return {
    startedAt: said.startedAt ?? known.startedAt,
    endedAt: said.endedAt ?? known.endedAt,
    deadlineAt: said.deadlineAt ?? known.deadlineAt,
    responsible: said.responsible ?? known.responsible,
    department: said.department ?? known.department,
    departmentId: said.departmentId ?? known.departmentId,
    channel: said.channel ?? known.channel,
    matterId: said.matterId ?? known.matterId,
    staff: { ...known.staff, ...said.staff },
  };
}

const FIELDS = Object.keys(NO_FACTS) as (keyof HistoryFacts)[];

const sameStaff = (a: HistoryFacts['staff'], b: HistoryFacts['staff']): boolean =>
  a === b || (Object.keys(a).length === Object.keys(b).length && Object.keys(a).every((id) => a[id] === b[id]));

export const sameFacts = (a: HistoryFacts, b: HistoryFacts): boolean =>
  FIELDS.every((field) => (field === 'staff' ? sameStaff(a.staff, b.staff) : a[field] === b[field]));

const sameSteps = (a: readonly HistoryStep[], b: readonly HistoryStep[]): boolean =>
  a.length === b.length && a.every((step, n) => keyOf(step) === keyOf(b[n]!) && step.means === b[n]!.means);

/**
 * What follows from a case as a file tells it, beside what is known of it: an event, or nothing when it says nothing new. The same
 * file twice, a file half read before, and a file that has grown therefore all come to the same state.
 * @param correct the file's word replaces what is known of the case, instead of adding to it.
 */
export function decideImport(
  known: ImportedCase | undefined,
  told: ImportedCase,
  correct: boolean,
): NewHistoryEvent | null {
  const whole = { ...told, steps: newSteps([], told.steps) };
  if (!known) return { kind: 'case-imported', data: whole };
  if (correct) {
    const same = sameFacts(known, whole) && sameSteps(known.steps, whole.steps);
    return same ? null : { kind: 'case-history-corrected', data: whole };
  }
  const steps = newSteps(known.steps, told.steps);
  const facts = factsNow(known, told);
  if (steps.length === 0 && sameFacts(known, facts)) return null;
  return { kind: 'case-history-added', data: { source: told.source, number: told.number, ...facts, steps } };
}

/** The moment from which an event tells: with it, it stands in the log. */
export const tellsFrom = ({ kind, data }: NewHistoryEvent, known: ImportedCase | undefined): Instant =>
  kind === 'case-history-added' ? (data.steps[0]?.at ?? data.endedAt ?? beganAt(known!)) : beganAt(data);
