import { DDSketch } from '@datadog/sketches-js';
import fc from 'fast-check';
import { addList, fromList, MEASURES } from './measures.ts';
import { WAIT_ERROR, Waits } from './waits.ts';

describe('waits kept small', () => {
  it('have the quantiles of the sketch, bucket for bucket, and those of the exact waits within the stated error', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(20_000), { minLength: 1, maxLength: 200 }),
        fc.constantFrom(0, 0.5, 0.9, 1),
        (seconds, q) => {
          const waits = new Waits();
          const sketch = new DDSketch({ relativeAccuracy: WAIT_ERROR });
          for (const one of seconds) {
            waits.add(one * 1000);
            sketch.accept(one);
          }
          expect(waits.quantileMs(q)).toBe(sketch.getValueAtQuantile(q) * 1000);
          const exact = [...seconds].sort((a, b) => a - b)[Math.floor(q * (seconds.length - 1))]!;
          expect(Math.abs(waits.quantileMs(q)! / 1000 - exact)).toBeLessThanOrEqual(exact * (WAIT_ERROR + 1e-9));
          expect(new Waits().addBytes(waits.toBytes())).toEqual(waits);
          expect(new Waits().addAll(waits).addAll(waits).count).toBe(2 * seconds.length);
        },
      ),
    );
    expect(new Waits().quantileMs(0.5)).toBeNull();
  });

  it('are stored and read again whatever their counts, and add up', () => {
    const counts = fc.array(fc.tuple(fc.nat(90_000_000), fc.integer({ min: 1, max: 2 ** 40 })), { maxLength: 40 });
    fc.assert(
      fc.property(counts, counts, (some, more) => {
        const of = (list: typeof some) => list.reduce((sum, [ms, count]) => sum.add(ms, count), new Waits());
        expect(new Waits().addBytes(of(some).toBytes()).addBytes(of(more).toBytes())).toEqual(of([...some, ...more]));
      }),
    );
    expect(new Waits().addBytes(new Uint8Array())).toEqual(new Waits());
  });
});

describe('stored measures', () => {
  it('add up; those of before promises were counted had one for every answer', () => {
    const old = MEASURES.map((_name, at) => at).slice(0, MEASURES.indexOf('promised'));
    const sum: number[] = [];
    addList(sum, old);
    addList(sum, [...old, 7]);
    expect(fromList(sum)).toMatchObject({ answered: 6, promised: 3 + 7, noShows: 2 });
  });
});
