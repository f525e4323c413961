import type { EventPlace } from '../event/hall-event.ts';
import type { Instant, ServiceDay } from '../time/instant.ts';

/** The nine live alarms of a hall (DOMAIN §7), in the order in which they are set. */
export const ALARM_MEASURES = [
  'longest-wait',
  'waiting-long',
  'waiting-per-window',
  'crowding',
  'over-standard',
  'cases-late',
  'no-shows',
  'bad-ratings',
  'unbroken-hours',
] as const;
export type AlarmMeasure = (typeof ALARM_MEASURES)[number];

/** What each measure is taken of: one queue, one window, one person — or the whole hall. */
export const ALARM_ABOUT = {
  'longest-wait': 'queue',
  'waiting-long': 'hall',
  'waiting-per-window': 'queue',
  crowding: 'hall',
  'over-standard': 'window',
  'cases-late': 'hall',
  'no-shows': 'hall',
  'bad-ratings': 'hall',
  'unbroken-hours': 'staff',
} as const satisfies Record<AlarmMeasure, 'hall' | 'queue' | 'window' | 'staff'>;

/** Levels (黄、橙、红), from the mildest up. */
export const ALARM_LEVELS = ['yellow', 'orange', 'red'] as const;
export type AlarmLevel = (typeof ALARM_LEVELS)[number];
export const rankOf = (level: AlarmLevel): number => ALARM_LEVELS.indexOf(level);

/** What it turned out to be (原因), chosen by whoever closes it. */
export const ALARM_CAUSES = [
  'many-came',
  'too-few-windows',
  'hard-matter',
  'system-fault',
  'absence',
  'follow-up',
  'not-real',
] as const;
export type AlarmCause = (typeof ALARM_CAUSES)[number];

/** `eased`: the trouble ended by itself before anybody took it. */
export const ALARM_STATES = ['open', 'taken', 'closed', 'eased'] as const;
export type AlarmState = (typeof ALARM_STATES)[number];

/** One trouble from its first reading beyond a threshold until it is over, whatever happens in between. */
export interface Alarm {
  id: string;
  /** The day on which it was opened. */
  day: ServiceDay;
  measure: AlarmMeasure;
  /** Id of the queue, window or member of staff; `hall` where it is of the whole hall. */
  about: string;
  /** The worst level so far. */
  level: AlarmLevel;
  /** The reading when it was last told; minutes, per cent or a count, see `ALARM_UNITS`. */
  value: number;
  state: AlarmState;
  openedAt: Instant;
  /** When receivers were told last, and how often in all. */
  toldAt: Instant;
  told: number;
  takenBy: string | null;
  takenAt: Instant | null;
  cause: AlarmCause | null;
  closedBy: string | null;
  closedAt: Instant | null;
  /** Since when the trouble is over; `null`: it is not. */
  overAt: Instant | null;
  /** Who was asked back to a window because of it. */
  calledBack: { windowId: string; clerkId: string; at: Instant }[];
}

interface OfAlarm {
  alarmId: string;
  measure: AlarmMeasure;
  about: string;
}

/** What happens to alarms, as it stands in the log: ids and figures only. */
export interface AlarmEventData {
  'alarm-opened': OfAlarm & { level: AlarmLevel; value: number };
  'alarm-raised': OfAlarm & { level: AlarmLevel; from: AlarmLevel; value: number };
  /** Nobody took it: told again. */
  'alarm-repeated': OfAlarm & { level: AlarmLevel; value: number };
  /** It had eased a moment ago and is back: the same trouble, not another one. */
  'alarm-returned': OfAlarm & { level: AlarmLevel; value: number };
  /** The trouble is over by itself; `value` is `null` where there is nothing left to measure. */
  'alarm-eased': OfAlarm & { value: number | null };
  'alarm-taken': OfAlarm & { staffId: string; from: string | null };
  'alarm-staff-called': OfAlarm & { windowId: string; clerkId: string };
  'alarm-closed': OfAlarm & { staffId: string; cause: AlarmCause };
}
export type AlarmEventKind = keyof AlarmEventData;
export type NewAlarmEvent = { [K in AlarmEventKind]: { kind: K; data: AlarmEventData[K] } }[AlarmEventKind];
export type AlarmEvent = EventPlace & NewAlarmEvent;

/** Kinds after which receivers are told. */
export const ALARM_TELLS: readonly string[] = [
  'alarm-opened',
  'alarm-raised',
  'alarm-repeated',
  'alarm-returned',
] satisfies AlarmEventKind[];

/** Whether a kind of event is one of alarms. */
export const isAlarmKind = (kind: string): boolean => kind.startsWith('alarm-');
