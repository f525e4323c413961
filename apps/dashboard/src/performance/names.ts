import { matterName, personName, say, windowName, type ScreenLanguage } from '@shouwen/client/names';
import type { PublicCatalogue, Staff } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { Scope } from '@shouwen/domain/indicators/scopes';

/** What names are made with. */
export interface Named {
  lng: ScreenLanguage;
  catalogue: PublicCatalogue;
  staff: readonly Staff[];
}

/** What is asked for as a person calls it; what has left the catalogue stands by its id. */
export function nameOf(scope: Scope, key: string, { lng, catalogue, staff }: Named): string {
  const { departments, queues, hall } = catalogue;
  const named = (all: readonly { id: string; name: { zh: string; en: string } }[]) => {
    const one = all.find(({ id }) => id === key);
    return one ? say(one.name, lng) : key;
  };
  if (key === '' && scope !== 'hall') return '—';
  switch (scope) {
    case 'hall':
      return say(hall.name, lng);
    case 'department':
      return named(departments);
    case 'queue':
      return named(queues);
    case 'matter':
      return matterName(catalogue, { matterId: key, queueId: '' }, lng) || key;
    case 'window':
      return windowName(catalogue, key, lng) || key;
    case 'person':
      return (
        personName(
          staff.find(({ id }) => id === key),
          lng,
        ) || key
      );
  }
}

/** Everything of a scope that can be chosen. */
export function keysOf(scope: Scope, { catalogue, staff }: Named): string[] {
  const all = {
    hall: [],
    department: catalogue.departments,
    queue: catalogue.queues,
    matter: catalogue.matters,
    window: catalogue.windows,
    person: staff,
  }[scope];
  return all.map(({ id }) => id);
}
