import { beganAt, endOf, importedId, type ImportedCase } from '@shouwen/domain/history/imported-case';

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** Row of an imported case: the whole of it as `body`, and the columns that are asked for. */
export const importedToRow = (hallId: string, item: ImportedCase) => ({
  hall_id: hallId,
  id: importedId(item),
  source: item.source,
  number: item.number,
  matter_id: item.matterId,
  began_at: iso(beganAt(item)),
  ended_at: iso(endOf(item)),
  body: item,
});
