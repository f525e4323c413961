import { personName, type ScreenLanguage } from '@shouwen/client/names';
import type { DocketFile } from '@shouwen/contracts/views/docket.schema';
import { formatDay } from '@shouwen/ui/i18n/format';
import type { Say } from '../i18n/text.ts';
import { dueWords } from './due-words.ts';

interface Told {
  t: Say;
  lng: ScreenLanguage;
  timeZone: string;
  now: number;
}

/** Will it be in time, and what holds it: the one sentence that a file is opened for. */
export function headline(file: DocketFile, told: Told): string {
  const { t, lng } = told;
  const day = (value: string | null | undefined) => (value ? formatDay(value, lng) : '—');
  const due = day(file.due?.day);
  switch (file.state) {
    case 'offered':
      return t('clock.headline.offered', {
        name: personName(file.offeredTo ?? undefined, lng),
        due: dueWords(file, told),
      });
    case 'received':
      return t('clock.headline.received', { day: due });
    case 'supplement-asked':
      return t('clock.headline.supplement', { count: file.materials.filter(({ state }) => state !== 'given').length });
    case 'suspended': {
      const kind = file.limits?.band.findLast(({ part }) => part === 'suspended')?.kind;
      const over = file.due?.what === 'procedure' && (file.leftDays ?? 0) < 0;
      return t(over ? 'clock.headline.suspendedOver' : 'clock.headline.suspended', {
        kind: kind ? t(`docket.kinds.${kind}`) : '',
        day: day(file.limits?.expected?.resumes),
      });
    }
    case 'decided':
      return t('clock.headline.decided', {
        result: file.result ? t(`docket.results.${file.result}`) : '',
        day: due,
      });
    case 'deciding':
      return `${deciding(file, told)}${holding(file, t)}`;
    case 'open':
      return file.toldAt === null && file.due
        ? t('clock.headline.open', { due: dueWords(file, told) })
        : t('docket.states.open');
    case 'settled':
      return file.toldAt === null ? t('clock.headline.settled', { day: due }) : t('docket.states.closed');
    default:
      return t(`docket.states.${file.state}`);
  }
}

function deciding(file: DocketFile, told: Told): string {
  const { t, lng } = told;
  const { leftDays, due } = file;
  if (leftDays === null || due === null) return t('docket.states.deciding');
  if (leftDays <= 0) return dueWords(file, told);
  return leftDays === 1
    ? t('clock.headline.tomorrow', { day: formatDay(due.day, lng) })
    : t('clock.headline.left', { count: leftDays, day: formatDay(due.day, lng) });
}

/** What it waits for while its clock runs. */
function holding(file: DocketFile, t: Say): string {
  if (file.extensionAsked) return t('clock.headline.extension');
  const missing = file.materials.filter(({ state }) => state !== 'given').length;
  return missing > 0 ? t('clock.headline.missing', { count: missing }) : '';
}
