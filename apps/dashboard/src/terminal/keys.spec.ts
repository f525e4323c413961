import { actionsOf, belongsToFocus } from './keys.ts';

const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
  actionsOf({ key, ctrlKey: false, metaKey: false, altKey: false, ...more });

describe('keys of a window terminal', () => {
  it('is one key a step', () => {
    expect(press('F1')).toEqual(['call-next']);
    expect(press('Enter')).toEqual(['start']);
    expect(press('F2')).toEqual(['finish']);
    expect(press('F9')).toEqual(['pause-window', 'resume-window']);
    expect(press('b')).toEqual(['put-back']);
  });

  it('calls with the space bar and undoes with Ctrl+Z', () => {
    expect(press(' ')).toEqual(['call-next']);
    expect(press('z', { ctrlKey: true })).toEqual(['undo-finish']);
    expect(press('z')).toEqual([]);
  });

  it('leaves the browser its own keys', () => {
    expect(press('F5', { ctrlKey: true })).toEqual([]);
    expect(press('Enter', { altKey: true })).toEqual([]);
    expect(press('F12')).toEqual([]);
  });

  it('takes nothing from a field', () => {
    const field = { matches: (selector: string) => selector.startsWith('input') } as Element;
    expect(belongsToFocus({ key: 'b' }, field)).toBe(true);
    expect(belongsToFocus({ key: 'F2' }, null)).toBe(false);
  });

  it('takes only the tick from a box: after the materials are ticked F2 still finishes', () => {
    const box = { matches: (selector: string) => selector === 'input' } as unknown as Element;
    expect(belongsToFocus({ key: ' ' }, box)).toBe(true);
    expect(belongsToFocus({ key: 'F2' }, box)).toBe(false);
  });
});
