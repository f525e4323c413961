import { z } from 'zod';
import { ALARM_CAUSES } from '@shouwen/domain/alarm/alarm';
import { slug } from '../catalogue/primitives.ts';
import { alarmBoard } from '../views/alarm.schema.ts';
import { instant } from '../views/common.schema.ts';
import { command, ofHall, ofWindow, read } from './define.ts';
import { EVERY_ROLE, type Access } from './operation.ts';

/** Whoever acts on alarms: those who can be told of them. */
const ACTS: Access = { who: 'staff', roles: ['supervisor', 'director'] };
const LOOKS: Access = { who: 'staff', roles: ['supervisor', 'director', 'auditor'] };

const ofAlarm = ofHall.extend({ alarmId: z.string().regex(/^\d{4}-\d{2}-\d{2}\.\d{1,6}$/) });

export const listAlarms = read({
  name: 'listAlarms',
  summary: 'Live alarms, what ended today, and the thresholds they go by (现场预警)',
  path: '/api/halls/:hallId/alarms',
  access: LOOKS,
  params: ofHall,
  reply: alarmBoard,
});
export const viewAlarmRules = read({
  name: 'viewAlarmRules',
  summary: 'How the hall watches each of the nine measures: levels, repeat interval, receivers',
  path: '/api/halls/:hallId/alarm-rules',
  access: { who: 'staff', roles: ['supervisor', 'director', 'auditor', 'administrator'] },
  params: ofHall,
  reply: alarmBoard.shape.rules,
});
export const takeAlarm = command({
  name: 'takeAlarm',
  summary: 'Take an alarm, or take it over from whoever has it (接手)',
  path: '/api/halls/:hallId/alarms/:alarmId/take',
  access: ACTS,
  params: ofAlarm,
  /** Who had it on the screen of whoever takes it: refused when that has changed. */
  body: z.object({ from: slug.nullable().default(null) }).strict(),
  reply: alarmBoard,
});
export const closeAlarm = command({
  name: 'closeAlarm',
  summary: 'Close an alarm with its cause (结束)',
  path: '/api/halls/:hallId/alarms/:alarmId/close',
  access: ACTS,
  params: ofAlarm,
  body: z.object({ cause: z.enum(ALARM_CAUSES) }).strict(),
  reply: alarmBoard,
});
export const callStaffBack = command({
  name: 'callStaffBack',
  summary: 'Call whoever is on a pause or away back to a window because of an alarm (召回); their terminal shows it',
  path: '/api/halls/:hallId/alarms/:alarmId/call-back',
  access: ACTS,
  params: ofAlarm,
  body: z.object({ windowId: slug }).strict(),
  reply: alarmBoard,
});
export const viewCalledBack = read({
  name: 'viewCalledBack',
  summary: 'Whether I am called back to this window, and since when',
  path: '/api/halls/:hallId/windows/:windowId/called-back',
  access: { who: 'staff', roles: EVERY_ROLE },
  params: ofWindow,
  reply: z.object({ at: instant.nullable() }),
});
export const moveWindow = command({
  name: 'moveWindow',
  summary: 'Let a window take other queues first for the rest of today, or its usual ones again (临时调整窗口)',
  path: '/api/halls/:hallId/windows/:windowId/move',
  access: { who: 'staff', roles: ['supervisor', 'director', 'administrator'] },
  params: ofWindow,
  /** `null`: back to its usual queues. */
  body: z.object({ queueIds: z.array(slug).min(1).max(12).nullable() }).strict(),
  reply: z.object({ seq: z.number().int() }),
});

/** Live alarms, and what is done about them. */
export const ALARM_OPERATIONS = [
  listAlarms,
  viewAlarmRules,
  takeAlarm,
  closeAlarm,
  callStaffBack,
  viewCalledBack,
  moveWindow,
];
