import { dayChanges } from './day-changes.ts';

const wish = { open: '09:00', close: '12:00', reason: ' 停电 ', reasonEn: '' };
const reason = { zh: '停电', en: '停电' };
const own = [{ day: '2026-11-26', kind: 'closed' as const, reason }];

describe('what becomes of chosen days', () => {
  it('closed, worked, open at other hours', () => {
    const item = (effect: 'closed' | 'working' | 'hours') =>
      dayChanges(['2026-11-28'], { ...wish, effect }, own)[0]!.item;
    expect(item('closed')).toEqual({ day: '2026-11-28', kind: 'closed', reason });
    expect(item('working')).toEqual({ day: '2026-11-28', kind: 'open', working: true, reason });
    expect(item('hours')).toEqual({ day: '2026-11-28', kind: 'open', open: '09:00', close: '12:00', reason });
  });

  it('back to normal takes away only what the hall had set itself', () => {
    expect(dayChanges(['2026-11-25', '2026-11-26'], { ...wish, effect: 'normal' }, own)).toEqual([
      { kind: 'calendar', id: '2026-11-26', item: null },
    ]);
  });
});
