import { matterName, personName, say, windowName, type ScreenLanguage } from '@shouwen/client/names';
import type { PublicCatalogue, Staff } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { FigureGroup } from '@shouwen/contracts/views/figures.schema';
import type { Say } from '../i18n/text.ts';

/** What names of groups are made with. */
export interface Named {
  t: Say;
  lng: ScreenLanguage;
  catalogue: PublicCatalogue | undefined;
  staff: readonly Staff[];
}

/** Stands for all groups together. */
export const WHOLE = '*';

/** A group as a person calls it; what has left the catalogue stands by its id. */
export function groupName(by: FigureGroup, key: string, { t, lng, catalogue, staff }: Named): string {
  if (key === WHOLE) return t('rating.figures.all');
  if (key === '') return by === 'matter' ? t('rating.noMatter') : '—';
  const department = catalogue?.departments.find(({ id }) => id === key);
  const person = staff.find(({ id }) => id === key);
  switch (by) {
    case 'window':
      return windowName(catalogue, key, lng) || key;
    case 'person':
      return personName(person, lng) || key;
    case 'matter':
      return matterName(catalogue, { matterId: key, queueId: '' }, lng) || key;
    case 'department':
      return department ? say(department.name, lng) : key;
    case 'hour':
      return t('rating.hour', { hour: key });
    case 'channel':
      return t(`rating.channels.${key === 'pad' ? 'pad' : 'phone'}`);
  }
}
