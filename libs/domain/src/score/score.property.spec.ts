import { Random } from '../simulation/random.ts';
import { DEFAULT_SCORE_CARD, SCORE_PARTS, type ScoreCard, type ScorePart } from './card.ts';
import { inOrderOf, scoreOf, type CardGiven, type LeftOut, type ScoreInputs, type ScoreLineId } from './sheet.ts';

const LEVELS = ['prompt', 'yellow', 'red', 'legal-red'] as const;
const ROUNDS = 400;

function anyInputs(random: Random): ScoreInputs {
  const below = (n: number) => Math.floor(random.next() * n);
  const day = () => `2026-10-${String(1 + below(31)).padStart(2, '0')}`;
  const parts = Object.fromEntries(
    SCORE_PARTS.map((part) => {
      const n = random.next() < 0.3 ? 0 : below(40);
      const misses = below(n + 1);
      const against = Array.from({ length: part === 'ratings' ? 0 : misses }, (_, at) => {
        const ref = `${part}:${at}`;
        return { ref, subject: ref, day: day() };
      });
      return [part, { k: n - misses, n, against }];
    }),
  ) as unknown as ScoreInputs['parts'];
  const cards = Array.from({ length: below(12) }, (_, at): CardGiven => {
    const ref = `card:${at}`;
    const to = ['wang', 'li'][below(2)]!;
    return { ref, subject: ref, day: day(), level: LEVELS[below(4)]!, at: below(1000), to, by: null };
  });
  const decided = below(30);
  const scope = (['person', 'window', 'department'] as const)[below(3)]!;
  return {
    scope,
    key: 'x',
    period: '2026-10',
    parts,
    cards,
    early: { k: below(decided + 1), n: decided },
    people: 1 + below(9),
  };
}

function anyCard(random: Random): ScoreCard {
  let left = 100;
  const weights = Object.fromEntries(
    SCORE_PARTS.map((part, at) => {
      const weight = at === SCORE_PARTS.length - 1 ? left : Math.floor(random.next() * (left + 1));
      left -= weight;
      return [part, weight];
    }),
  ) as Record<ScorePart, number>;
  return { ...DEFAULT_SCORE_CARD, weights };
}

const shuffled = <T>(list: readonly T[], random: Random): T[] =>
  list
    .map((item) => [random.next(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);

/** Some of what a sheet counts, taken out. */
function anyLeftOut(inputs: ScoreInputs, random: Random): LeftOut[] {
  const counted = scoreOf(DEFAULT_SCORE_CARD, inputs).lines.flatMap(({ id, evidence }) =>
    evidence.map(({ ref }): LeftOut => ({ line: id as ScoreLineId, ref })),
  );
  return counted.filter(() => random.next() < 0.2);
}

describe('score sheets, whatever was counted', () => {
  it('are the sum of their lines, the same in any order and after any storage, and no objection costs points', () => {
    const random = new Random(20261125);
    for (let round = 0; round < ROUNDS; round++) {
      const inputs = anyInputs(random);
      const card = anyCard(random);
      const sheet = scoreOf(card, inputs);
      const sum = sheet.lines.reduce((total, { points }) => total + points, 0);
      if (sheet.points !== null) expect(sum).toBe(sheet.points);
      for (const { points, most } of sheet.lines) {
        expect(Number.isInteger(points)).toBe(true);
        if (most > 0) expect([points <= 0, -points <= most]).toEqual([true, true]);
      }
      const mixed: ScoreInputs = {
        ...inputs,
        cards: shuffled(inputs.cards, random),
        parts: Object.fromEntries(
          SCORE_PARTS.map((part) => [
            part,
            { ...inputs.parts[part], against: shuffled(inputs.parts[part].against, random) },
          ]),
        ) as unknown as ScoreInputs['parts'],
      };
      expect(scoreOf(card, mixed)).toEqual(sheet);
      const leftOut = anyLeftOut(inputs, random);
      const sealed = { card, inputs: inOrderOf(mixed), leftOut };
      const stored = JSON.parse(JSON.stringify(sealed)) as typeof sealed;
      const before = scoreOf(card, inputs, leftOut);
      expect(scoreOf(stored.card, stored.inputs, stored.leftOut)).toEqual(before);
      const parts = (lines: typeof sheet.lines) =>
        lines.filter(({ id }) => (SCORE_PARTS as readonly string[]).includes(id));
      parts(before.lines).forEach((line, at) =>
        expect(line.points).toBeGreaterThanOrEqual(parts(sheet.lines)[at]!.points),
      );
    }
  });
});
