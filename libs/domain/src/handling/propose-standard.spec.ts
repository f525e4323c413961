import { proposeStandard, roundedStandard, type HandlingRecord } from './propose-standard.ts';

/** Servings of so many seconds each, against a standard, as the server counts them. */
function record(standardSeconds: number, ...seconds: number[]): HandlingRecord {
  const sorted = [...seconds].sort((a, b) => a - b);
  return {
    standardSeconds,
    servings: sorted.length,
    over: sorted.filter((one) => one > standardSeconds).length,
    p80Ms: sorted.length === 0 ? null : sorted[Math.ceil(0.8 * sorted.length) - 1]! * 1000,
  };
}
const times = (n: number, seconds: number): number[] => Array.from({ length: n }, () => seconds);

describe('a handling standard and what its matter’s own past says of it', () => {
  it('is always broken when four of five servings take longer: the proposal is their p80, rounded up', () => {
    const broken = record(300, ...times(4, 250), ...times(12, 430), ...times(4, 700));
    expect(proposeStandard(broken)).toEqual({ finding: 'always-broken', seconds: 480 });
    expect(proposeStandard(record(300, ...times(5, 250), ...times(15, 430)))).toBeNull();
  });

  it('is never reached when four of five servings need less than half of it', () => {
    expect(proposeStandard(record(600, ...times(16, 200), ...times(4, 590)))).toEqual({
      finding: 'never-reached',
      seconds: 210,
    });
    expect(proposeStandard(record(600, ...times(20, 300)))).toBeNull();
  });

  it('is not judged by fewer than twenty servings', () => {
    expect(proposeStandard(record(300, ...times(19, 900)))).toBeNull();
    expect(proposeStandard(record(300, ...times(20, 900)))).toEqual({ finding: 'always-broken', seconds: 900 });
    expect(proposeStandard(record(300))).toBeNull();
  });

  it('is content with what it proposed', () => {
    for (const seconds of [31, 95, 299, 301, 433, 900, 3_000]) {
      for (const standard of [30, 60, 300, 600, 7_200]) {
        const past = [...times(16, seconds), ...times(4, seconds * 1.5)];
        const proposal = proposeStandard(record(standard, ...past));
        if (proposal) expect(proposeStandard(record(proposal.seconds, ...past))).toBeNull();
      }
    }
  });

  it('is rounded up to half minutes as far as five minutes, then to whole ones, within what the catalogue takes', () => {
    expect([61, 90, 271, 300, 301, 463].map((one) => roundedStandard(one * 1000))).toEqual([
      90, 90, 300, 300, 360, 480,
    ]);
    expect([roundedStandard(1), roundedStandard(99_999_000)]).toEqual([30, 14_400]);
  });
});
