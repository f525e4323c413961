import type { HistoryEventKind, NewHistoryEvent } from './events.ts';
import type { HistoryStep, ImportedCase } from './imported-case.ts';

/** Steps by time; those of one moment stay in the order in which they came. */
export const inOrder = (steps: readonly HistoryStep[]): HistoryStep[] => [...steps].sort((a, b) => a.at - b.at);

type Known = ImportedCase | undefined;
const EVOLVERS: Record<HistoryEventKind, (known: Known, data: ImportedCase) => ImportedCase> = {
  'case-imported': (_known, data) => data,
  'case-history-added': (known, data) => {
    if (!known) throw new Error(`imported case ${data.number} of ${data.source} is not known: the log is damaged`);
    return { ...data, steps: inOrder([...known.steps, ...data.steps]) };
  },
  'case-history-corrected': (_known, data) => data,
};

/** Kinds of event that tell of another system's cases. */
export const isHistoryKind = (kind: string): kind is HistoryEventKind => Object.hasOwn(EVOLVERS, kind);

/** An imported case after an event. */
export const evolveImported = (known: Known, { kind, data }: NewHistoryEvent): ImportedCase =>
  EVOLVERS[kind](known, data);
