import { daysOf } from './periods.ts';

describe('periods that are asked for', () => {
  it.each([
    ['last30', '2026-03-01', '2026-01-31', '2026-03-01'],
    ['month', '2026-11-25', '2026-11-01', '2026-11-25'],
    ['last-month', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['last-month', '2026-01-05', '2025-12-01', '2025-12-31'],
    ['quarter', '2026-11-25', '2026-10-01', '2026-11-25'],
    ['quarter', '2026-03-31', '2026-01-01', '2026-03-31'],
    ['year', '2026-11-25', '2026-01-01', '2026-11-25'],
  ] as const)('%s on %s is %s to %s', (name, today, from, until) => {
    expect(daysOf(name, today)).toEqual({ from, until });
  });
});
