import { personName, say, windowName, type ScreenLanguage } from '@shouwen/client/names';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import {
  ALARM_ABOUT,
  ALARM_CAUSES,
  ALARM_LEVELS,
  ALARM_MEASURES,
  type AlarmMeasure,
} from '@shouwen/domain/alarm/alarm';
import { ALARM_UNITS } from '@shouwen/domain/alarm/rules';
import { formatPercent, formatSpan } from '@shouwen/ui/i18n/format';
import type { Say } from '../i18n/text.ts';
import { zhCN } from '../i18n/zh-CN.alarms.ts';

export interface AlarmTold {
  t: Say;
  lng: ScreenLanguage;
  catalogue: PublicCatalogue | undefined;
  staff: readonly { id: string; name: string; latinName: string }[];
}

interface Of {
  measure: AlarmMeasure;
  about: string;
}

/** A reading with its unit. */
export function readingWords(measure: AlarmMeasure, value: number, { t, lng }: Pick<AlarmTold, 't' | 'lng'>): string {
  switch (ALARM_UNITS[measure]) {
    case 'minutes':
      return formatSpan(value * 60, lng);
    case 'percent':
      return formatPercent(value / 100, lng);
    case 'people':
      return t('alarms.people', { count: value });
    case 'count':
      return t('alarms.count', { count: value });
  }
}

const nameOf = (id: string, { staff, lng }: Pick<AlarmTold, 'staff' | 'lng'>): string =>
  personName(
    staff.find((one) => one.id === id),
    lng,
  ) || id;

/** Which queue, window or person it is of; empty where it is of the hall. */
export function aboutWords({ measure, about }: Of, told: AlarmTold): string {
  const { catalogue, lng } = told;
  switch (ALARM_ABOUT[measure]) {
    case 'hall':
      return '';
    case 'window':
      return windowName(catalogue, about, lng);
    case 'staff':
      return nameOf(about, told);
    case 'queue': {
      const queue = catalogue?.queues.find(({ id }) => id === about);
      return queue ? say(queue.name, lng) : about;
    }
  }
}

/** What is wrong, in a sentence. */
export const alarmWords = (of: Of, value: number, told: AlarmTold): string =>
  told.t(`alarms.says.${of.measure}`, { about: aboutWords(of, told), value: readingWords(of.measure, value, told) });

const KINDS = Object.keys(zhCN.log) as (keyof typeof zhCN.log)[];

/** An entry of the log about an alarm. */
export function alarmSentence(event: { kind: string; data: Record<string, unknown> }, told: AlarmTold): string {
  const { t, lng, catalogue } = told;
  const { data } = event;
  const kind = KINDS.find((one) => one === event.kind);
  const measure = ALARM_MEASURES.find((one) => one === data['measure']);
  if (!kind || !measure) return event.kind;
  const of = { measure, about: String(data['about']) };
  const level = ALARM_LEVELS.find((one) => one === data['level']);
  const cause = ALARM_CAUSES.find((one) => one === data['cause']);
  return t(`alarms.log.${kind}`, {
    level: level ? t(`alarms.levels.${level}`) : '',
    says: typeof data['value'] === 'number' ? alarmWords(of, data['value'], told) : '',
    measure: t(`alarms.measures.${measure}`),
    about: aboutWords(of, told),
    name: nameOf(String(data['staffId']), told),
    clerk: nameOf(String(data['clerkId']), told),
    window: typeof data['windowId'] === 'string' ? windowName(catalogue, data['windowId'], lng) : '',
    cause: cause ? t(`alarms.causes.${cause}`) : '',
  }).trim();
}
