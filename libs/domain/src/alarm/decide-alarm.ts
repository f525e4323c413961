import { MINUTE, type Instant, type ServiceDay } from '../time/instant.ts';
import type { WindowDay } from '../window/window.ts';
import { rankOf, type Alarm, type AlarmCause, type NewAlarmEvent } from './alarm.ts';
import type { Reading } from './readings.ts';
import { levelOf, type AlarmRules } from './rules.ts';

/** A trouble is over when its reading has fallen below this share of the lowest threshold, not when it touches it: no to and fro. */
export const EASES_BELOW = 0.9;
/** What comes back so soon after it eased is the same trouble. Our choice. */
export const RETURNS_WITHIN_MS = 15 * MINUTE;

/** What the decisions know: every alarm that is not over, not closed, or eased a moment ago; and how many the day has had. */
export interface AlarmSlice {
  alarms: readonly Alarm[];
  openedToday: number;
}

export interface AlarmMoment {
  now: Instant;
  day: ServiceDay;
}

/** Every answer “no” about alarms. */
export const ALARM_REFUSALS = [
  'unknown-alarm',
  'alarm-taken-by-other',
  'alarm-ended',
  'alarm-not-yours',
  'clerk-not-away',
] as const;
export type AlarmRefusalCode = (typeof ALARM_REFUSALS)[number];
export interface AlarmRefusal {
  refused: AlarmRefusalCode;
  detail?: Readonly<Record<string, string | number>>;
}

/** What people do about an alarm. */
export type AlarmCommand =
  | { type: 'take-alarm'; alarmId: string; staffId: string; from: string | null }
  | { type: 'close-alarm'; alarmId: string; staffId: string; cause: AlarmCause }
  | { type: 'call-staff-back'; alarmId: string; staffId: string; windowId: string };

const keyOf = ({ measure, about }: Pick<Alarm, 'measure' | 'about'>): string => `${measure} ${about}`;
const of = ({ id, measure, about }: Alarm) => ({ alarmId: id, measure, about });

/** The alarm of each trouble that counts now, the latest where there were several. */
function latest(alarms: readonly Alarm[]): Map<string, Alarm> {
  const found = new Map<string, Alarm>();
  for (const alarm of alarms) {
    const known = found.get(keyOf(alarm));
    if (!known || alarm.openedAt >= known.openedAt) found.set(keyOf(alarm), alarm);
  }
  return found;
}

/**
 * One look of the clock: what opens, gets worse, is told again, or is over. The same look a second time — by another server, or after a
 * restart — gives nothing, because it goes by what stands in the log.
 */
export function decideWatch(
  slice: AlarmSlice,
  readings: readonly Reading[],
  rules: AlarmRules,
  { now, day }: AlarmMoment,
): NewAlarmEvent[] {
  const known = latest(slice.alarms);
  const events: NewAlarmEvent[] = [];
  const read = new Map<string, Reading>();
  let n = slice.openedToday;
  for (const reading of readings) {
    const rule = rules[reading.measure];
    const { measure, about, value } = reading;
    if (!rule.on) continue;
    read.set(keyOf(reading), reading);
    const level = levelOf(rule, value);
    if (level === null) continue;
    const alarm = known.get(keyOf(reading));
    if (!alarm || (alarm.overAt !== null && now - alarm.overAt >= RETURNS_WITHIN_MS)) {
      n += 1;
      events.push({ kind: 'alarm-opened', data: { alarmId: `${day}.${n}`, measure, about, level, value } });
    } else if (alarm.overAt !== null) {
      events.push({ kind: 'alarm-returned', data: { ...of(alarm), level, value } });
    } else if (rankOf(level) > rankOf(alarm.level)) {
      events.push({ kind: 'alarm-raised', data: { ...of(alarm), level, from: alarm.level, value } });
    } else if (alarm.state === 'open' && now - alarm.toldAt >= rule.repeatMinutes * MINUTE) {
      events.push({ kind: 'alarm-repeated', data: { ...of(alarm), level: alarm.level, value } });
    }
  }
  for (const [key, alarm] of known) {
    if (alarm.overAt !== null) continue;
    const value = read.get(key)?.value ?? null;
    if (value === null || value < rules[alarm.measure].yellow * EASES_BELOW)
      events.push({ kind: 'alarm-eased', data: { ...of(alarm), value } });
  }
  return events;
}

/** Takes, closes, calls somebody back. `window` is the one that the command names, as it stands now. */
export function decideAlarm(
  { alarms }: Pick<AlarmSlice, 'alarms'>,
  command: AlarmCommand,
  window: WindowDay | null,
): { events: NewAlarmEvent[] } | AlarmRefusal {
  const alarm = alarms.find(({ id }) => id === command.alarmId);
  if (!alarm) return { refused: 'unknown-alarm' };
  const { staffId } = command;
  if (alarm.state === 'closed' || alarm.state === 'eased') return { refused: 'alarm-ended' };
  if (command.type === 'take-alarm') {
    if (alarm.takenBy === staffId) return { events: [] };
    // Whoever takes it over must have seen who has it.
    if (alarm.takenBy !== command.from)
      return { refused: 'alarm-taken-by-other', detail: { staffId: alarm.takenBy ?? '' } };
    return { events: [{ kind: 'alarm-taken', data: { ...of(alarm), staffId, from: alarm.takenBy } }] };
  }
  if (alarm.takenBy !== staffId) return { refused: 'alarm-not-yours' };
  if (command.type === 'close-alarm')
    return { events: [{ kind: 'alarm-closed', data: { ...of(alarm), staffId, cause: command.cause } }] };
  const { windowId } = command;
  const gone = window !== null && (window.state === 'paused' || window.awaySince !== null);
  if (!gone || window.clerkId === null) return { refused: 'clerk-not-away' };
  return { events: [{ kind: 'alarm-staff-called', data: { ...of(alarm), windowId, clerkId: window.clerkId } }] };
}
