import type { EventPlace } from '../event/hall-event.ts';
import type { ImportedCase } from './imported-case.ts';

/**
 * What is written of another system's cases. Each event stands in the log at the moment from which it tells: the beginning of the
 * case, or the first of the steps that are new. Officers are that system's ids; nothing of the applicant was read (DOMAIN §10).
 */
export interface HistoryEventData {
  /** A case not known before, with all its steps. */
  'case-imported': ImportedCase;
  /** More of a known case: the facts as they now are, and only the steps that are new. */
  'case-history-added': ImportedCase;
  /** What was written of the case was wrong, for instance by a mapping with the wrong time zone: this stands in its place. */
  'case-history-corrected': ImportedCase;
}

export type HistoryEventKind = keyof HistoryEventData;
export type NewHistoryEvent = { [K in HistoryEventKind]: { kind: K; data: HistoryEventData[K] } }[HistoryEventKind];
export type HistoryEvent = EventPlace & NewHistoryEvent;
