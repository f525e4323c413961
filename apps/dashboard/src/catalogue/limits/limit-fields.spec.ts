import { limitsSchema } from '@shouwen/contracts/catalogue/catalogue.schema';
import { DEFAULT_LIMITS } from '@shouwen/domain/case/limits';
import { LIMIT_GROUPS, shownValue, storedValue, type LimitField } from './limit-fields.ts';

const FIELDS: readonly LimitField[] = LIMIT_GROUPS.flatMap(({ fields }): readonly LimitField[] => fields);

describe('the limit settings', () => {
  it('are all on the page, each once', () => {
    expect(FIELDS.map(({ name }) => name).sort()).toEqual(Object.keys(DEFAULT_LIMITS).sort());
  });

  it.each(FIELDS.map((field) => [field.name, field] as const))(
    '%s takes exactly what the catalogue takes',
    (name, field) => {
      const takes = (stored: number | null) =>
        stored !== null && limitsSchema.safeParse({ ...DEFAULT_LIMITS, [name]: stored }).success;
      const { low, high } = field;
      expect([takes(storedValue(field, String(low))), takes(storedValue(field, String(high)))]).toEqual([true, true]);
      expect([
        storedValue(field, String(low - 1)),
        storedValue(field, String(high + 1)),
        storedValue(field, '1.5'),
      ]).toEqual([null, null, null]);
      expect(storedValue(field, String(shownValue(field, DEFAULT_LIMITS[name])))).toBeCloseTo(DEFAULT_LIMITS[name], 9);
    },
  );
});
