import type { EventPlace } from '../event/hall-event.ts';
import type { WordsRef } from '../docket/events.ts';
import type { Instant, ServiceDay } from '../time/instant.ts';
import type { Grade } from './card.ts';
import type { PeriodName, ScoreScope } from './period.ts';
import type { LeftOut, ScoreLineId, SealedContent } from './sheet.ts';

/** Whose sheet of what period. */
export interface SheetId {
  scope: ScoreScope;
  key: string;
  period: PeriodName;
}
export const sheetName = ({ scope, key, period }: SheetId): string => `${scope}.${key}.${period}`;

/** Somebody does not agree with what a line counts against them (申诉). */
export interface Objection extends SheetId {
  id: string;
  line: ScoreLineId;
  refs: readonly string[];
  byId: string;
  at: Instant;
  words: WordsRef;
  decided: { byId: string; upheld: boolean; at: Instant; words: WordsRef } | null;
}

/** A sheet that is sealed: never recounted, whatever is corrected later. */
export interface SealedSheet extends SheetId {
  points: number;
  grade: Grade | null;
  hash: string;
  content: SealedContent;
  byId: string;
  at: Instant;
  day: ServiceDay;
}

export interface ScoreEventData {
  'score-objected': SheetId & {
    objectionId: string;
    line: ScoreLineId;
    refs: readonly string[];
    byId: string;
    words: WordsRef;
  };
  'score-objection-decided': SheetId & { objectionId: string; upheld: boolean; byId: string; words: WordsRef };
  'score-sealed': SheetId & { points: number; grade: Grade | null; hash: string; content: SealedContent; byId: string };
}
export type ScoreEventKind = keyof ScoreEventData;
export type NewScoreEvent = { [K in ScoreEventKind]: { kind: K; data: ScoreEventData[K] } }[ScoreEventKind];
export type ScoreEvent = EventPlace & NewScoreEvent;

/** Whether a kind of event is one of the appraisal. */
export const isScoreKind = (kind: string): boolean => kind.startsWith('score-');

/** The objection after an event about it. */
export function evolveObjection(
  objection: Objection | undefined,
  event: Extract<ScoreEvent, { kind: 'score-objected' | 'score-objection-decided' }>,
): Objection {
  const { objectionId } = event.data;
  if (event.kind === 'score-objected') {
    if (objection) throw new Error(`objection ${objectionId} was raised twice`);
    const { objectionId: id, ...data } = event.data;
    return { id, ...data, at: event.at, decided: null };
  }
  if (!objection) throw new Error(`objection ${objectionId} was never raised`);
  const { byId, upheld, words } = event.data;
  return { ...objection, decided: { byId, upheld, at: event.at, words } };
}

/** The sheet that an event seals. */
export function sealedBy(
  before: SealedSheet | undefined,
  { data, at, day }: Extract<ScoreEvent, { kind: 'score-sealed' }>,
): SealedSheet {
  if (before) throw new Error(`sheet ${sheetName(data)} was sealed twice`);
  return { ...data, at, day };
}

/** What upheld objections take out of a sheet. */
export const leftOutBy = (objections: readonly Objection[]): LeftOut[] =>
  objections.filter(({ decided }) => decided?.upheld).flatMap(({ line, refs }) => refs.map((ref) => ({ line, ref })));
