import { isDeepStrictEqual } from 'node:util';
import { addDays } from '@shouwen/domain/time/zoned';
import type { CatalogueItem } from './hall-catalogue.ts';

type Items = ReadonlyMap<string, CatalogueItem>;

/** What of an item may not change any more on a day; the rest may. `null`: all of it may. */
const FROZEN: Readonly<Record<string, (item: Record<string, unknown>, day: string) => readonly string[] | null>> = {
  // Sheets answer these questions: from the first day on they stand as they are.
  questionnaire: ({ from }, day) => ((from as string) <= day ? ['questions', 'from'] : null),
  // A rating keeps the version that was shown; a new list is a new version.
  'rating-form': () => ['dimensions', 'labels', 'version'],
  // An inspection keeps the points that it was planned with; a new list is a new version.
  checklist: () => ['points', 'version'],
  // Notices are counted by column and day: a published one is withdrawn, not deleted.
  notice: ({ from }, day) => ((from as string) < day ? ['column', 'from'] : null),
};

/** What in a change of the catalogue would rewrite what has been published, in words that name it. */
export function frozenFaults(before: Items, after: Items, day: string): string[] {
  const found: string[] = [];
  for (const [place, { kind, item }] of before) {
    const fields = FROZEN[kind]?.(item, day);
    if (!fields) continue;
    const next = after.get(place)?.item;
    if (next === undefined) found.push(`${place}: published, so it cannot be deleted; end or withdraw it`);
    else
      for (const field of fields)
        if (!isDeepStrictEqual(item[field], next[field]))
          found.push(`${place}: published, so “${field}” stays as it is`);
  }
  return found;
}

/** The month from which weights may be published, where a change touches those of one that has begun (DOMAIN §7); `null`: it does not. */
export function fixedWeights(before: Items, after: Items, day: string): string | null {
  const isFixed = ([place, { kind, id, item }]: readonly [string, CatalogueItem], other: Items) =>
    kind === 'score-card' && id <= day.slice(0, 7) && !isDeepStrictEqual(item, other.get(place)?.item);
  // A hall that is just being made has appraised nobody.
  if (before.size === 0) return null;
  const touched =
    [...before].some((entry) => isFixed(entry, after)) || [...after].some((entry) => isFixed(entry, before));
  return touched ? addDays(`${day.slice(0, 7)}-28`, 4).slice(0, 7) : null;
}
