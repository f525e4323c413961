import fc from 'fast-check';
import {
  addCounts,
  chanceOfAtLeast,
  chanceOfRun,
  figuresOf,
  inducementMarks,
  inOrder,
  noRatings,
  shareOf,
  wilson,
  type RatingPattern,
} from './figures.ts';

describe('a share', () => {
  it('has a Wilson interval below a hundred, none from then on, and of nothing is nothing', () => {
    const [low, high] = wilson(8, 10);
    expect([low, high].map((one) => one.toFixed(4))).toEqual(['0.4902', '0.9433']);
    expect(wilson(0, 10).map((one) => one.toFixed(4))).toEqual(['0.0000', '0.2775']);
    expect(shareOf(98, 99).interval).not.toBeNull();
    expect(shareOf(99, 100)).toEqual({ k: 99, n: 100, share: 0.99, interval: null });
    expect(shareOf(0, 0)).toEqual({ k: 0, n: 0, share: null, interval: null });
  });

  it('lies within its interval, and the interval within 0 and 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.nat(99), (n, k) => {
        const [low, high] = wilson(Math.min(k, n), n);
        const share = Math.min(k, n) / n;
        expect(low >= 0 && low <= share + 1e-12 && share <= high + 1e-12 && high <= 1).toBe(true);
      }),
    );
  });
});

describe('figures', () => {
  it('show the raw and the adjudicated satisfaction side by side, and the rating rate with its n', () => {
    const figures = figuresOf({ servings: 40, rated: 10, satisfied: 8, leftOut: 1, leftOutSatisfied: 0 });
    expect(figures.raw).toMatchObject({ k: 8, n: 10, share: 0.8 });
    expect(figures.adjudicated).toMatchObject({ k: 8, n: 9 });
    expect(figures.rate).toMatchObject({ k: 10, n: 40, share: 0.25 });
  });

  it('add up: the whole is the sum of its groups', () => {
    const one = { servings: 4, rated: 3, satisfied: 2, leftOut: 1, leftOutSatisfied: 0 };
    expect(addCounts(addCounts(noRatings, one), one)).toEqual({
      servings: 8,
      rated: 6,
      satisfied: 4,
      leftOut: 2,
      leftOutSatisfied: 0,
    });
  });

  it('rank by what is certain, and leave groups below five unranked', () => {
    const group = (key: string, satisfied: number, rated: number) => ({
      key,
      figures: figuresOf({ ...noRatings, servings: 300, rated, satisfied }),
    });
    const order = inOrder([group('tiny', 4, 4), group('five', 5, 5), group('many', 196, 200), group('poor', 60, 100)]);
    expect(order.map(({ key }) => key)).toEqual(['many', 'five', 'poor', 'tiny']);
    expect(order.map(({ figures }) => figures.ranked)).toEqual([true, true, true, false]);
  });
});

describe('chances', () => {
  it('of a run: exact where it can be counted by hand', () => {
    expect(chanceOfRun(3, 2, 0.5)).toBeCloseTo(3 / 8);
    expect(chanceOfRun(4, 2, 0.5)).toBeCloseTo(8 / 16);
    expect(chanceOfRun(10, 3, 0.5)).toBeCloseTo(520 / 1024);
    expect([chanceOfRun(2, 3, 0.5), chanceOfRun(5, 5, 1)]).toEqual([0, 1]);
  });

  it('of at least so many', () => {
    expect(chanceOfAtLeast(1, 3, 0.5)).toBeCloseTo(7 / 8);
    expect(chanceOfAtLeast(3, 3, 0.1)).toBeCloseTo(0.001);
    expect(chanceOfAtLeast(0, 3, 0.1)).toBe(1);
  });
});

describe('marks of inducement', () => {
  const usual: RatingPattern = {
    servings: 2000,
    rated: 500,
    satisfied: 480,
    leftOut: 0,
    leftOutSatisfied: 0,
    timed: 400,
    quick: 8,
    levels: { 'very-satisfied': 300, satisfied: 180, dissatisfied: 20 },
    run: { level: 'very-satisfied', length: 9 },
  };
  const own = (change: Partial<RatingPattern>): RatingPattern => ({
    ...usual,
    servings: 100,
    rated: 30,
    satisfied: 29,
    timed: 25,
    quick: 1,
    levels: { 'very-satisfied': 18, satisfied: 11, dissatisfied: 1 },
    run: { level: 'very-satisfied', length: 6 },
    ...change,
  });
  const marksOf = (change: Partial<RatingPattern>) => inducementMarks(own(change), usual).map(({ mark }) => mark);

  it('stand on nothing that is usual in the hall', () => {
    expect(marksOf({})).toEqual([]);
    expect(marksOf({ run: { level: 'very-satisfied', length: 12 } })).toEqual([]);
  });

  it('tell of pressing within two seconds', () => {
    expect(marksOf({ quick: 12 })).toEqual(['quick']);
    expect(inducementMarks(own({ quick: 12 }), usual)[0]).toMatchObject({ quick: 12, timed: 25 });
  });

  it('tell of a run that luck does not bring', () => {
    expect(marksOf({ run: { level: 'very-satisfied', length: 22 } })).toEqual(['run']);
  });

  it('tell of many ratings all alike at a rate far above the colleagues’', () => {
    const alike = {
      rated: 60,
      levels: { 'very-satisfied': 60 },
      run: { level: 'very-satisfied', length: 60 },
    } as const;
    expect(marksOf({ ...alike, servings: 70 })).toEqual(['run', 'no-spread']);
    expect(marksOf({ ...alike, servings: 200 })).toEqual(['run']);
  });

  it('need something to compare with: in a hall where everybody is praised a run is no mark', () => {
    const praised = { ...usual, levels: { 'very-satisfied': 500 } };
    expect(inducementMarks(own({ run: { level: 'very-satisfied', length: 30 } }), praised)).toEqual([]);
  });
});
