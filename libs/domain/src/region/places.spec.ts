import { placesOf } from './places.ts';

describe('places of a ranking', () => {
  it('tell apart only whose intervals do not meet; who is not ranked takes no place', () => {
    const intervals: ([number, number] | null)[] = [[0.95, 0.99], [0.6, 0.8], null, [0.7, 0.9], [0.1, 0.2]];
    expect(placesOf(intervals, 'more')).toEqual([
      { from: 1, to: 1 },
      { from: 2, to: 3 },
      null,
      { from: 2, to: 3 },
      { from: 4, to: 4 },
    ]);
    expect(placesOf(intervals, 'less')[4]).toEqual({ from: 1, to: 1 });
  });

  it('intervals that touch are not told apart', () => {
    expect(
      placesOf(
        [
          [0.5, 0.6],
          [0.6, 0.7],
        ],
        'more',
      ),
    ).toEqual([
      { from: 1, to: 2 },
      { from: 1, to: 2 },
    ]);
  });
});
