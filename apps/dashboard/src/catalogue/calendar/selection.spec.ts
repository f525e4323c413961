import { clicked, daysBetween, noneIn, pressed, type Selection } from './selection.ts';

const NONE = { shift: false, ctrl: false };
const SHIFT = { shift: true, ctrl: false };
const CTRL = { shift: false, ctrl: true };
const start = noneIn(2026, '2026-11-24');
const press = (from: Selection, ...keys: [key: string, held?: typeof NONE][]): Selection =>
  keys.reduce((state, [key, held]) => pressed(state, key, held ?? NONE) ?? state, from);

describe('choosing days of the calendar', () => {
  it('begins on today, or on the first day of another year, with nothing chosen', () => {
    expect(start).toMatchObject({ cursor: '2026-11-24', days: [] });
    expect(noneIn(2027, '2026-11-24')).toMatchObject({ cursor: '2027-01-01', days: [] });
  });

  it('a click is one day, Shift the stretch since, Ctrl one more or less', () => {
    const one = clicked(start, '2026-12-03', NONE);
    expect(one.days).toEqual(['2026-12-03']);
    expect(clicked(one, '2026-12-01', SHIFT).days).toEqual(['2026-12-01', '2026-12-02', '2026-12-03']);
    const two = clicked(one, '2026-12-10', CTRL);
    expect(two.days).toEqual(['2026-12-03', '2026-12-10']);
    expect(clicked(two, '2026-12-03', CTRL).days).toEqual(['2026-12-10']);
    expect(clicked(two, '2026-12-12', SHIFT).days).toEqual(['2026-12-10', '2026-12-11', '2026-12-12']);
  });

  it('arrows go by days and weeks, Home and End to the ends of the week, Page by months', () => {
    const go = (key: string) => press(start, [key]).cursor;
    expect(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].map(go)).toEqual([
      '2026-11-23',
      '2026-11-25',
      '2026-11-17',
      '2026-12-01',
    ]);
    expect([go('Home'), go('End'), go('PageUp'), go('PageDown')]).toEqual([
      '2026-11-23',
      '2026-11-29',
      '2026-10-24',
      '2026-12-24',
    ]);
    expect(press(noneIn(2026, '2026-03-31'), ['PageUp']).cursor).toBe('2026-02-28');
    expect(pressed(start, 'a', NONE)).toBeNull();
  });

  it('never leaves the year', () => {
    expect(press(noneIn(2026, '2026-01-01'), ['ArrowLeft'], ['PageUp'], ['ArrowUp']).cursor).toBe('2026-01-01');
    expect(press(noneIn(2026, '2026-12-31'), ['ArrowDown']).cursor).toBe('2026-12-31');
  });

  it('Shift with arrows draws a stretch and takes it back, Space adds a day, Escape chooses none', () => {
    const drawn = press(start, ['ArrowRight', SHIFT], ['ArrowRight', SHIFT]);
    expect(drawn.days).toEqual(['2026-11-24', '2026-11-25', '2026-11-26']);
    expect(press(drawn, ['ArrowLeft', SHIFT]).days).toEqual(['2026-11-24', '2026-11-25']);
    expect(press(drawn, ['ArrowUp', SHIFT]).days).toEqual(daysBetween('2026-11-19', '2026-11-24'));
    const added = press(drawn, ['ArrowRight'], ['ArrowRight'], [' ']);
    expect(added.days).toEqual(['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-28']);
    expect(press(added, [' ']).days).toHaveLength(3);
    expect(press(added, ['Escape']).days).toEqual([]);
  });
});
