import { isBad, type RatingChannel, type RatingLevel } from '../rating/rating.ts';
import { SECOND, MINUTE } from '../time/instant.ts';
import { Random, seedOf } from './random.ts';

/** What a simulated citizen makes of a serving, besides nothing at all. */
export interface Saying {
  channel: RatingChannel;
  /** So long after the end of the serving, ms. */
  afterMs: number;
  level: RatingLevel;
  dimensions: Record<string, RatingLevel>;
  labels: string[];
  openMs: number;
  /** Empty: no words. */
  text: string;
  /** A telephone to be called back on; `null`: nobody is to know who it was. */
  telephone: string | null;
}

/** What there is to choose from on the hall's form. */
export interface SayingForm {
  dimensions: readonly string[];
  good: readonly string[];
  bad: readonly string[];
}

/** Shares [ours, plausible]: six in ten rate, three in a hundred of those are not satisfied, few write. */
const RATES = 0.6;
const LEVELS: readonly (readonly [RatingLevel, number])[] = [
  ['very-satisfied', 0.63],
  ['satisfied', 0.26],
  ['fairly-satisfied', 0.08],
  ['dissatisfied', 0.02],
  ['very-dissatisfied', 0.01],
];
const AT_PAD = 0.8;

const GOOD_WORDS = [
  '办得快,讲得清楚,谢谢。',
  '第一次来就办好了。',
  '耐心给老人讲了两遍。',
  '材料少带一样,当场给补上了。',
];
const BAD_WORDS = [
  '跑了三趟,每次说的都不一样。',
  '等了快一个小时,轮到我说系统坏了。',
  '问一句答半句,没有一次讲清楚。',
  '复印件要不要,来了才知道。',
  '中午不到就不办了。',
];

/**
 * What is said about a serving, if anything. It hangs on the seed and the serving alone: the same seed says the same, whatever
 * happens to others. The telephones cannot be dialled: none in the country begins with 100.
 */
export function citizenSays(seed: number, ratingId: string, form: SayingForm): Saying | null {
  const random = new Random(seedOf(seed, 'rating', ratingId));
  // The first draws of neighbouring seeds are alike.
  random.next();
  if (!random.chance(RATES)) return null;
  const level = levelAt(random.next());
  const bad = isBad(level);
  const channel: RatingChannel = random.chance(AT_PAD) ? 'pad' : 'phone';
  const labels = bad ? form.bad : form.good;
  return {
    channel,
    afterMs: Math.round(channel === 'pad' ? random.between(4, 40) * SECOND : random.between(5, 180) * MINUTE),
    level,
    dimensions: random.chance(0.2)
      ? Object.fromEntries(form.dimensions.map((id) => [id, random.chance(0.8) ? level : levelAt(random.next())]))
      : {},
    labels: labels.length > 0 && random.chance(bad ? 0.8 : 0.25) ? [random.pick(labels)] : [],
    openMs: Math.round(random.between(2.5, 18) * SECOND),
    text: random.chance(bad ? 0.5 : 0.03) ? random.pick(bad ? BAD_WORDS : GOOD_WORDS) : '',
    telephone: random.chance(bad ? 0.5 : 0.01)
      ? `100${String(Math.floor(random.between(0, 1e8))).padStart(8, '0')}`
      : null,
  };
}

function levelAt(draw: number): RatingLevel {
  let sum = 0;
  for (const [level, share] of LEVELS) {
    sum += share;
    if (draw < sum) return level;
  }
  return 'satisfied';
}
