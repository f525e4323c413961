import type { Matter } from '@shouwen/contracts/catalogue/catalogue.schema';
import { changedMatter, standardOf, wishOf } from './matter-change.ts';

const matter = {
  id: 'permit',
  kind: 'commitment',
  promisedDays: 5,
  legalDays: 20,
  handlingStandardSeconds: 450,
  guide: { version: 3, effectiveFrom: '2026-01-01' },
} as unknown as Matter;
const TODAY = '2026-11-24';
const change = (wish: Partial<ReturnType<typeof wishOf>>) =>
  changedMatter(matter, { ...wishOf(matter), ...wish }, TODAY);

describe('changing a matter', () => {
  it('another promise is another version of the guide, from today', () => {
    expect(change({ promised: '4' })).toMatchObject({
      promisedDays: 4,
      guide: { version: 4, effectiveFrom: TODAY },
    });
    expect(change({ legal: '15' })!.guide.version).toBe(4);
  });

  it('another standard at the window leaves the guide as it is', () => {
    expect(change({ minutes: '6.5' })).toMatchObject({ handlingStandardSeconds: 390, guide: matter.guide });
    expect(change({})).toEqual(matter);
  });

  it('an immediate matter has no days; a commitment matter must have both', () => {
    expect(change({ kind: 'immediate' })).toMatchObject({ promisedDays: null, legalDays: null, guide: { version: 4 } });
    expect(change({ promised: '' })).toBeNull();
    expect(change({ legal: '2.5' })).toBeNull();
  });

  it('a standard is in half minutes, from half a minute to four hours', () => {
    expect(['0.5', '7.5', '240', '0', '7.3', '', '241'].map(standardOf)).toEqual([
      30,
      450,
      14_400,
      null,
      null,
      null,
      null,
    ]);
  });
});
