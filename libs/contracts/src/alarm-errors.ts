import type { AlarmRefusalCode } from '@shouwen/domain/alarm/decide-alarm';
import type { Sentence } from './sentence.ts';

/** Refusals about alarms, written to the supervisor on the floor. */
export const ALARM_SENTENCES: Record<AlarmRefusalCode, Sentence> = {
  'unknown-alarm': { status: 404, zh: '没有这个预警,请刷新。', en: 'There is no such alarm. Refresh the page.' },
  'alarm-taken-by-other': {
    status: 409,
    zh: '同事刚接了这个预警,请看现在由谁处置。',
    en: 'A colleague has just taken this alarm. Look at who has it now.',
  },
  'alarm-ended': {
    status: 409,
    zh: '这个预警已经结束,不用再处置。',
    en: 'This alarm has ended; nothing is left to do.',
  },
  'alarm-not-yours': {
    status: 409,
    zh: '这个预警不在您手里,请先接手。',
    en: 'You do not have this alarm. Take it first.',
  },
  'clerk-not-away': {
    status: 409,
    zh: '这个窗口没有暂停,也没有人离岗。',
    en: 'That window is not paused and nobody is away from it.',
  },
};
