import { changeText, periodsUntil, pointsText } from './score-words.ts';

describe('points and periods', () => {
  it('are said in points, and nothing measured is a dash', () => {
    expect([pointsText(9375, 'en'), pointsText(null, 'en'), pointsText(0, 'en')]).toEqual(['93.75', '—', '0']);
    expect([changeText(-1429, 'en'), changeText(300, 'en'), changeText(0, 'en')]).toEqual(['−14.29', '+3', '0']);
  });

  it('go back over the turn of the year', () => {
    expect(periodsUntil('person', '2026-02-14').slice(0, 3)).toEqual(['2026-02', '2026-01', '2025-12']);
    expect(periodsUntil('department', '2026-02-14').slice(0, 3)).toEqual(['2026-Q1', '2025-Q4', '2025-Q3']);
  });
});
