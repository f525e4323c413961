import type { Figure, IndicatorId } from '../indicators/indicators.ts';
import { problemsIn } from './problems.ts';
import { isReportPeriod, monthsOf, reportPeriodOf, sumFormula } from './report.ts';

describe('periods of reports', () => {
  it.each([
    ['day', '2026-11-25', '2026-11-25', '2026-11-25'],
    ['week', '2026-11-25', '2026-11-23', '2026-11-29'],
    ['week', '2026-11-29', '2026-11-23', '2026-11-29'],
    ['month', '2028-02-10', '2028-02-01', '2028-02-29'],
    ['month', '2026-12-31', '2026-12-01', '2026-12-31'],
    ['quarter', '2026-11-25', '2026-10-01', '2026-12-31'],
    ['quarter', '2026-03-31', '2026-01-01', '2026-03-31'],
    ['year', '2026-11-25', '2026-01-01', '2026-12-31'],
  ] as const)('the %s of %s goes from %s until %s', (kind, day, from, until) => {
    expect(reportPeriodOf(kind, day)).toEqual({ from, until });
  });

  it('are in order, within one period of the kind, and begun', () => {
    const may = (from: string, until: string) => isReportPeriod('month', { from, until }, '2026-11-25');
    expect(may('2026-11-01', '2026-11-30')).toBe(true);
    expect(may('2026-11-03', '2026-11-25')).toBe(true);
    expect(may('2026-11-02', '2026-11-01')).toBe(false);
    expect(may('2026-10-31', '2026-11-01')).toBe(false);
    expect(may('2026-12-01', '2026-12-31')).toBe(false);
  });

  it('fall into months, the first and the last cut', () => {
    expect(monthsOf({ from: '2025-12-30', until: '2026-02-02' })).toEqual([
      { from: '2025-12-30', until: '2025-12-31' },
      { from: '2026-01-01', until: '2026-01-31' },
      { from: '2026-02-01', until: '2026-02-02' },
    ]);
  });

  it('have sums over any column', () => {
    expect([sumFormula(0, 2, 9), sumFormula(25, 1, 2), sumFormula(26, 1, 2), sumFormula(701, 3, 4)]).toEqual([
      'SUM(A2:A9)',
      'SUM(Z1:Z2)',
      'SUM(AA1:AA2)',
      'SUM(ZZ3:ZZ4)',
    ]);
  });
});

describe('problems', () => {
  const figure = (id: IndicatorId, value: number | null, n = 100): Figure => ({ id, value, k: 0, n, interval: null });

  it('are the shares furthest from what they could be, with their trend, and the best part that had enough to count as the target', () => {
    const found = problemsIn(
      [
        figure('on-time', 0.9),
        figure('no-show', 0.3),
        figure('satisfaction', 1),
        figure('in-order', null),
        figure('wait-mean', 60),
        figure('rating-rate', 0.01),
        figure('compression', 0.2),
      ],
      [[figure('no-show', 0.4), figure('on-time', null)], [figure('no-show', 0.2)], [figure('no-show', 0, 99)]],
    );
    expect(found.map(({ id, gap, trend, target }) => [id, Number(gap.toFixed(3)), trend, target])).toEqual([
      ['no-show', 0.3, [0.4, 0.2, 0], 0.2],
      ['on-time', 0.1, [null, null, null], null],
    ]);
  });
});
