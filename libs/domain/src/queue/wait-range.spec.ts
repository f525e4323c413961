import fc from 'fast-check';
import { waitRange, type WaitQuestion } from './wait-range.ts';

const question = fc.record<WaitQuestion>({
  ahead: fc.integer({ min: 0, max: 500 }),
  servers: fc.oneof(fc.constant(0), fc.double({ min: 0.05, max: 40, noNaN: true })),
  freeServers: fc.integer({ min: 0, max: 5 }),
  queue: fc.record({
    paceCount: fc.integer({ min: 0, max: 1000 }),
    paceMs: fc.integer({ min: 0, max: 3_600_000 }),
    paceSpreadMs: fc.integer({ min: 0, max: 3_600_000 }),
  }),
  standardSeconds: fc.integer({ min: 30, max: 14_400 }),
});

describe('an honest range (预计等候区间)', () => {
  it('is whole minutes, low before high, never NaN, and nothing when no window is open (PEERS 12)', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const range = waitRange(asked);
        if (asked.servers <= 0) return range === null;
        return (
          range !== null &&
          Number.isInteger(range.lowMinutes) &&
          Number.isInteger(range.highMinutes) &&
          range.lowMinutes >= 0 &&
          range.lowMinutes < range.highMinutes
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('grows with the people before, and shrinks with the windows open', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const more = waitRange({ ...asked, ahead: asked.ahead + 10 });
        const now = waitRange(asked);
        const faster = waitRange({ ...asked, servers: asked.servers * 2 });
        return now === null || (more!.highMinutes >= now.highMinutes && faster!.highMinutes <= now.highMinutes);
      }),
      {
        numRuns: 2000,
        // A pace of next to nothing: ten people before were promised sooner than nobody before.
        examples: [
          [
            {
              ahead: 0,
              servers: 0.05,
              freeServers: 1,
              queue: { paceCount: 665, paceMs: 0, paceSpreadMs: 0 },
              standardSeconds: 30,
            },
          ],
        ],
      },
    );
  });

  it('says “now” only when nobody is before and a window is free', () => {
    const asked = {
      ahead: 0,
      servers: 2,
      freeServers: 1,
      queue: { paceCount: 0, paceMs: 0, paceSpreadMs: 0 },
      standardSeconds: 600,
    };
    expect(waitRange(asked)).toEqual({ lowMinutes: 0, highMinutes: 2 });
    expect(waitRange({ ...asked, freeServers: 0 })!.highMinutes).toBeGreaterThan(2);
  });
});
