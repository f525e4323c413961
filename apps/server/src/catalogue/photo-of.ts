import type { CatalogueItem } from './hall-catalogue.ts';

type Item = Record<string, unknown>;

/** Where photographs of a member of staff lie; ids of cases never begin like this. */
export const PHOTOS = 'staff-';
export const photoAddress = (hallId: string, staffId: string, photoId: string): string =>
  `${hallId}/${PHOTOS}${staffId}/${photoId}`;

/** The photograph of a staff item; items from before there were any have none. */
export const photoOf = (item: Item | null | undefined): string | null =>
  (item?.['photoId'] as string | null | undefined) ?? null;

/** A photograph comes and goes by its own command: whatever else changes of a person, or is undone, it stays. */
export const withPhoto = (item: Item, photoId: string | null): Item => ({ ...item, photoId });

/** Where photographs lie that are nobody's any more. */
export function photosGone(
  hallId: string,
  before: ReadonlyMap<string, CatalogueItem>,
  after: ReadonlyMap<string, CatalogueItem>,
): string[] {
  return [...before].flatMap(([place, { kind, id, item }]) => {
    const photo = kind === 'staff' ? photoOf(item) : null;
    return photo === null || photoOf(after.get(place)?.item) === photo ? [] : [photoAddress(hallId, id, photo)];
  });
}
