import { MINUTE, SECOND } from '../time/instant.ts';
import { erlangC } from './erlang.ts';

describe('Erlang C', () => {
  it('gives the check value of DOMAIN §9', () => {
    const { load, pWait, serviceLevel, meanWaitMs } = erlangC(100 / (30 * MINUTE), 180 * SECOND, 14, 20 * SECOND);
    expect(load).toBeCloseTo(10, 12);
    expect(pWait).toBeCloseTo(0.1741319, 7);
    expect(serviceLevel).toBeCloseTo(0.88835, 5);
    expect(meanWaitMs! / SECOND).toBeCloseTo(7.836, 3);
  });

  it('is the M/M/1 of every textbook with one window', () => {
    const { pWait, meanWaitMs } = erlangC(0.8 / MINUTE, MINUTE, 1, MINUTE);
    expect(pWait).toBeCloseTo(0.8, 12);
    expect(meanWaitMs! / MINUTE).toBeCloseTo(4, 12);
  });

  it('says that a queue with too few windows has no end', () => {
    expect(erlangC(2 / MINUTE, MINUTE, 2, MINUTE)).toEqual({ load: 2, pWait: 1, serviceLevel: 0, meanWaitMs: null });
  });

  it('holds for a hall of hundreds of windows', () => {
    const { pWait, serviceLevel } = erlangC(400 / MINUTE, MINUTE, 430, 0);
    expect(pWait).toBeGreaterThan(0);
    expect(pWait).toBeLessThan(1);
    expect(serviceLevel).toBeCloseTo(1 - pWait, 12);
  });

  it('has nobody wait where nobody comes', () => {
    expect(erlangC(0, MINUTE, 0, MINUTE)).toEqual({ load: 0, pWait: 0, serviceLevel: 1, meanWaitMs: 0 });
  });
});
