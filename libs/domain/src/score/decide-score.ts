import type { WordsRef } from '../docket/events.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ScoreCourse } from './period.ts';
import type { NewScoreEvent, Objection, SheetId } from './score.ts';
import { scoreOf, type ScoreInputs, type ScoreLineId, type ScoreSheet, type SealedContent } from './sheet.ts';

/** Every answer “no” about the appraisal. */
export const SCORE_REFUSALS = [
  'score-period',
  'unknown-sheet',
  'period-not-over',
  'objection-too-late',
  'not-your-sheet',
  'objection-by-appeal',
  'unknown-evidence',
  'objected-already',
  'unknown-objection',
  'objection-decided',
  'decider-concerned',
  'objections-open',
  'objection-undecided',
  'sheet-sealed',
] as const;
export type ScoreRefusalCode = (typeof SCORE_REFUSALS)[number];
export interface ScoreRefusal {
  refused: ScoreRefusalCode;
  detail?: Readonly<Record<string, string | number>>;
}
type Decision = { events: NewScoreEvent[] } | ScoreRefusal;

/** What the decisions know of a sheet. */
export interface SheetStand {
  id: SheetId;
  course: ScoreCourse;
  isSealed: boolean;
  objections: readonly Objection[];
}

export interface Objecting {
  objectionId: string;
  line: ScoreLineId;
  refs: readonly string[];
  byId: string;
  words: WordsRef;
}

const mayObject = ({ scope, key }: SheetId, byId: string, { departments }: Pick<Catalogue, 'departments'>): boolean =>
  (scope === 'person' && key === byId) || (scope === 'department' && departments[key]?.headId === byId);

/**
 * An objection (申诉): by the person, or by the head for the department; against things that a line counts; from the end of the period to
 * the last day. What citizens rated is not argued here: a bad rating has its own appeal, where it is decided for the figures and the sheet.
 */
export function decideObjecting(
  { id, course, isSealed, objections }: SheetStand,
  sheet: ScoreSheet,
  { objectionId, line, refs, byId, words }: Objecting,
  catalogue: Pick<Catalogue, 'departments'>,
): Decision {
  if (!mayObject(id, byId, catalogue)) return { refused: 'not-your-sheet' };
  if (isSealed) return { refused: 'sheet-sealed' };
  if (course.stage === 'running') return { refused: 'period-not-over', detail: { until: course.until } };
  if (course.stage === 'to-seal') return { refused: 'objection-too-late', detail: { until: course.objectUntil } };
  if (line === 'ratings') return { refused: 'objection-by-appeal' };
  const known = new Set(sheet.lines.find((one) => one.id === line)?.evidence.map(({ ref }) => ref));
  if (refs.length === 0 || refs.some((ref) => !known.has(ref))) return { refused: 'unknown-evidence' };
  const before = objections.filter((one) => one.line === line).flatMap((one) => one.refs);
  if (refs.some((ref) => before.includes(ref))) return { refused: 'objected-already' };
  const data = { ...id, objectionId, line, refs: [...new Set(refs)].sort(), byId, words };
  return { events: [{ kind: 'score-objected', data }] };
}

/** Who takes part in an objection and so does not decide it: whom the sheet is of, who objected, who gave a card that it is about. */
export function concernedInObjection(
  { scope, key, byId, line, refs }: Objection,
  inputs: ScoreInputs | null,
): string[] {
  const isCard = line === 'warnings' || line === 'yellow' || line === 'red';
  const givers = isCard ? inputs?.cards.filter(({ ref }) => refs.includes(ref)).flatMap(({ by }) => by ?? []) : [];
  return [...new Set([...(scope === 'person' ? [key] : []), byId, ...(givers ?? [])])];
}

/**
 * The decision on an objection. Where everybody who could decide gave one of the cards, one of them does all the same, because nothing may
 * stay open; never whom it is about, nor who objected.
 */
export function decideOnObjection(
  objection: Objection | undefined,
  isSealed: boolean,
  { upheld, byId, words }: { upheld: boolean; byId: string; words: WordsRef },
  concerned: readonly string[],
  deciders: readonly string[],
): Decision {
  if (!objection) return { refused: 'unknown-objection' };
  if (objection.decided) return { refused: 'objection-decided' };
  if (isSealed) return { refused: 'sheet-sealed' };
  const { id: objectionId, scope, key, period } = objection;
  const isOwn = byId === objection.byId || (scope === 'person' && byId === key);
  const others = deciders.some((one) => !concerned.includes(one));
  if (isOwn || (concerned.includes(byId) && others)) return { refused: 'decider-concerned' };
  return {
    events: [{ kind: 'score-objection-decided', data: { scope, key, period, objectionId, upheld, byId, words } }],
  };
}

/** A sheet to be sealed, with its fingerprint. */
export interface ToSeal {
  id: SheetId;
  content: SealedContent;
  hash: string;
}

/** Sealing (封存): all sheets of a period at once, when nobody may object any more and every objection is decided. */
export function decideSealing(
  course: ScoreCourse,
  sheets: readonly ToSeal[],
  objections: readonly Objection[],
  isSealed: boolean,
  byId: string,
): Decision {
  if (isSealed) return { refused: 'sheet-sealed' };
  if (course.stage === 'running') return { refused: 'period-not-over', detail: { until: course.until } };
  if (course.stage !== 'to-seal') return { refused: 'objections-open', detail: { until: course.objectUntil } };
  const left = objections.filter(({ decided }) => decided === null).length;
  if (left > 0) return { refused: 'objection-undecided', detail: { n: left } };
  const events = sheets.flatMap(({ id, content, hash }): NewScoreEvent[] => {
    const { points, grade } = scoreOf(content.card, content.inputs, content.leftOut);
    return points === null ? [] : [{ kind: 'score-sealed', data: { ...id, points, grade, hash, content, byId } }];
  });
  return events.length === 0 ? { refused: 'unknown-sheet' } : { events };
}
