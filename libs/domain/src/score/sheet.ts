import type { CardLevel } from '../docket/card.ts';
import type { Instant, ServiceDay } from '../time/instant.ts';
import { SCORE_PARTS, type Grade, type ScoreCard, type ScorePart } from './card.ts';
import type { PeriodName, ScoreScope } from './period.ts';

/** Figures of fewer are not scored: nobody is judged, and no citizen recognised, by one rating (DOMAIN §5, §10). */
export const SCORED_FROM = 5;
/** Warnings in a row that cost points. */
export const WARNINGS_IN_A_ROW = 3;
/** Points are counted in hundredths, as whole numbers: sums come out exactly, on every machine and in every year. */
export const POINT = 100;
const BASE = 100 * POINT;

/** What a point was lost for: `ref` names it once, `subject` is where its events stand in the log. */
export interface Evidence {
  ref: string;
  subject: string;
  day: ServiceDay;
}

/** How many were as they should be, of how many; and those that were not. Of ratings the number alone is kept (DOMAIN §10). */
export interface PartCount {
  k: number;
  n: number;
  against: readonly Evidence[];
}

/** A card (预警牌) that somebody was given. */
export interface CardGiven extends Evidence {
  level: CardLevel;
  at: Instant;
  to: string;
  /** Who gave it, where it was a person. */
  by: string | null;
}

/** Everything that a sheet is worked out of. Sealed, it gives the same points in every year. */
export interface ScoreInputs {
  scope: ScoreScope;
  key: string;
  period: PeriodName;
  parts: Readonly<Record<ScorePart, PartCount>>;
  cards: readonly CardGiven[];
  /** Cases decided before their last promised day, of those decided. */
  early: { k: number; n: number };
  /** Whose cards are counted: a department's are shared by all its people. */
  people: number;
}

export const SCORE_LINES = ['base', ...SCORE_PARTS, 'warnings', 'yellow', 'red', 'cap', 'early', 'floor'] as const;
export type ScoreLineId = (typeof SCORE_LINES)[number];

/** What an upheld objection takes out of a line. */
export interface LeftOut {
  line: ScoreLineId;
  ref: string;
}

export interface ScoreLine {
  id: ScoreLineId;
  /** Hundredths of a point. */
  points: number;
  /** Hundredths that could be lost here, the weights of what was not measured spread over the rest. */
  most: number;
  k: number;
  n: number;
  evidence: readonly Evidence[];
  leftOut: readonly string[];
}

/** A score sheet (考核表): its points are the sum of its lines. `points` is `null` where nothing at all was measured. */
export interface ScoreSheet {
  points: number | null;
  grade: Grade | null;
  lines: readonly ScoreLine[];
}

const inOrder = (a: Evidence, b: Evidence): number => (a.day < b.day || (a.day === b.day && a.ref < b.ref) ? -1 : 1);

/** The same whatever the order in which things were found: evidence by day and name, cards by when they were given. */
export function inOrderOf(inputs: ScoreInputs): ScoreInputs {
  const parts = Object.fromEntries(
    SCORE_PARTS.map((part) => [
      part,
      { ...inputs.parts[part], against: [...inputs.parts[part].against].sort(inOrder) },
    ]),
  ) as unknown as ScoreInputs['parts'];
  const cards = [...inputs.cards].sort((a, b) => a.at - b.at || (a.ref < b.ref ? -1 : 1));
  return { ...inputs, parts, cards };
}

export const gradeOf = (points: number, { grades }: ScoreCard): Grade =>
  (['excellent', 'good', 'pass'] as const).find((grade) => points >= grades[grade] * POINT) ?? 'fail';

/** Warnings that stand in rows of three: of one person, one after the other, with no yellow or red card between. */
function rowsOfWarnings(cards: readonly CardGiven[]): CardGiven[] {
  const rows = new Map<string, CardGiven[]>();
  const found: CardGiven[] = [];
  for (const card of cards) {
    const row = card.level === 'prompt' ? [...(rows.get(card.to) ?? []), card] : [];
    if (row.length === WARNINGS_IN_A_ROW) found.push(...row.splice(0));
    rows.set(card.to, row);
  }
  return found;
}

/** Points of a period by a card. Pure: the same inputs give the same sheet. */
export function scoreOf(card: ScoreCard, given: ScoreInputs, leftOut: readonly LeftOut[] = []): ScoreSheet {
  const inputs = inOrderOf(given);
  const out = (line: ScoreLineId) => new Set(leftOut.filter((one) => one.line === line).map(({ ref }) => ref));
  const line = (id: ScoreLineId, points: number, more: Partial<ScoreLine> = {}): ScoreLine => ({
    id,
    // Nothing lost is 0, not −0, which would be another JSON.
    points: points + 0,
    most: 0,
    k: 0,
    n: 0,
    evidence: [],
    leftOut: [],
    ...more,
  });
  const counts = SCORE_PARTS.map((part) => {
    const { k, n, against } = inputs.parts[part];
    const gone = out(part);
    const refs = against.map(({ ref }) => ref).filter((ref) => gone.has(ref));
    const scored = card.weights[part] > 0 && n >= (part === 'ratings' ? SCORED_FROM : 1);
    // What is left out never makes a part unmeasured: its weight would fall on the others.
    const left = Math.max(k, n - refs.length);
    return { part, weight: card.weights[part], scored, k, n: left, against, leftOut: [...new Set(refs)] };
  });
  const spread = counts.reduce((sum, { scored, weight }) => sum + (scored ? weight : 0), 0);
  const parts = counts.map(({ part, weight, scored, k, n, against, leftOut: refs }) => {
    const most = scored ? Math.round((weight * BASE) / spread) : 0;
    const lost = scored && n > 0 ? Math.round((weight * BASE * (n - k)) / (spread * n)) : 0;
    const shown = part === 'ratings' && !scored ? { k: 0, n: 0 } : { k, n };
    return line(part, -lost, { most, ...shown, evidence: against, leftOut: refs });
  });

  const levels = { warnings: ['prompt'], yellow: ['yellow'], red: ['red', 'legal-red'] } as const;
  const standing = (id: keyof typeof levels) => inputs.cards.filter(({ ref }) => !out(id).has(ref));
  const costs = (['warnings', 'yellow', 'red'] as const).map((id) => {
    const ofLevel = (one: CardGiven) => (levels[id] as readonly CardLevel[]).includes(one.level);
    const counted = id === 'warnings' ? rowsOfWarnings(standing(id)) : standing(id).filter(ofLevel);
    const times = counted.length / (id === 'warnings' ? WARNINGS_IN_A_ROW : 1);
    const gone = inputs.cards.filter((one) => ofLevel(one) && out(id).has(one.ref));
    const evidence = [...counted, ...gone].sort((a, b) => a.at - b.at || (a.ref < b.ref ? -1 : 1));
    return line(id, -Math.round((card.deductions[id] * POINT * times) / Math.max(1, inputs.people)), {
      k: times,
      n: inputs.people,
      evidence: evidence.map(({ ref, subject, day }) => ({ ref, subject, day })),
      leftOut: gone.map(({ ref }) => ref),
    });
  });
  const beyond = -costs.reduce((sum, { points }) => sum + points, 0) - card.cardsMost * POINT;
  if (beyond > 0) costs.push(line('cap', beyond));
  const { k, n } = inputs.early;
  const tenths = n >= SCORED_FROM ? Math.floor((10 * k) / n) : 0;
  const early = line('early', card.early * POINT * tenths, { k, n });

  const lines = [line('base', BASE), ...parts, ...costs, early];
  const sum = lines.reduce((total, one) => total + one.points, 0);
  if (sum < 0) lines.push(line('floor', -sum));
  if (spread === 0 && inputs.cards.length === 0) return { points: null, grade: null, lines };
  const points = Math.max(0, sum);
  return { points, grade: inputs.scope === 'department' ? gradeOf(points, card) : null, lines };
}

/** What is sealed (封存): the fingerprint is taken over all of it, in canonical JSON. */
export interface SealedContent {
  card: ScoreCard;
  inputs: ScoreInputs;
  leftOut: readonly LeftOut[];
}

/** What a seal's fingerprint is taken over: the inputs and what they came to. */
export const sealedForm = (content: SealedContent) => ({
  content,
  sheet: scoreOf(content.card, content.inputs, content.leftOut),
});
