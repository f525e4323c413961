import type { Say } from '../i18n/text.ts';

const KNOWN = ['clock', 'device', 'citizen', 'simulator', 'installer'] as const;

/** Who did it: `staff:liqing` by name, a device by its kind, the system as such; an unknown actor as it stands. */
export function actorName(actor: string, t: Say, staffName: (id: string) => string): string {
  const [kind = actor, id = ''] = actor.split(':');
  if (kind === 'staff') return staffName(id) || id;
  const known = KNOWN.find((one) => one === kind);
  return known ? t(`supervision.actors.${known}`) : actor;
}
