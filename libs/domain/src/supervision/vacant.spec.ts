import { vacantWindows } from './vacant.ts';

const person = (id: string, homeWindowId: string | null) =>
  ({ id, role: 'clerk', departmentId: null, standInId: null, homeWindowId }) as const;
const staff = [person('li', 'w1'), person('yang', 'w2'), person('hou', 'w3'), person('xu', null)];
const leaves = [{ id: 'a', staffId: 'yang', from: '2026-11-24', until: '2026-11-25' }];
const hours = { from: 0, until: 8 * 3_600_000 };
const HOUR = 3_600_000;
const windows = ['w1', 'w2', 'w3', 'w4'].map((id) => ({ id, state: id === 'w3' ? 'paused' : 'closed' }) as const);

describe('windows that should be open', () => {
  it('are those that are shut while one of their people is on duty', () => {
    expect(vacantWindows(windows, { staff, leaves }, '2026-11-25', hours, HOUR)).toEqual([
      { windowId: 'w1', clerkIds: ['li'], since: 0 },
    ]);
    const back = vacantWindows(windows, { staff, leaves }, '2026-11-26', hours, HOUR);
    expect(back.map(({ windowId }) => windowId)).toEqual(['w1', 'w2']);
  });

  it('are none before ten minutes past opening, after closing, and on days without hours', () => {
    const at = (now: number, on: typeof hours | null = hours) =>
      vacantWindows(windows, { staff, leaves }, '2026-11-26', on, now).length;
    expect([at(599_999), at(600_000), at(8 * HOUR - 1), at(8 * HOUR), at(HOUR, null)]).toEqual([0, 2, 2, 0, 0]);
  });
});
