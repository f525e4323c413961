import { ALARM_LEVELS, ALARM_MEASURES, type AlarmLevel, type AlarmMeasure } from './alarm.ts';

/** Who can be told of an alarm: those who can act on it. */
export const ALARM_RECEIVERS = ['supervisor', 'director'] as const;
export type AlarmReceiver = (typeof ALARM_RECEIVERS)[number];

/** In what a measure is read. */
export const ALARM_UNITS = {
  'longest-wait': 'minutes',
  'waiting-long': 'percent',
  'waiting-per-window': 'people',
  crowding: 'percent',
  'over-standard': 'percent',
  'cases-late': 'percent',
  'no-shows': 'percent',
  'bad-ratings': 'count',
  'unbroken-hours': 'minutes',
} as const satisfies Record<AlarmMeasure, 'minutes' | 'percent' | 'people' | 'count'>;

/** How a hall watches one measure: from which reading on which level, how often it is told again, and whom. */
export interface AlarmRule {
  id: AlarmMeasure;
  on: boolean;
  yellow: number;
  orange: number;
  red: number;
  /** Told again while nobody has taken it, minutes. */
  repeatMinutes: number;
  receivers: readonly AlarmReceiver[];
}
export type AlarmRules = Readonly<Record<AlarmMeasure, AlarmRule>>;

const rule = (
  id: AlarmMeasure,
  [yellow, orange, red]: readonly [number, number, number],
  repeatMinutes: number,
  receivers: readonly AlarmReceiver[] = ['supervisor'],
): AlarmRule => ({ id, on: true, yellow, orange, red, repeatMinutes, receivers });

/** Until a hall sets its own. Our choice: the published practice names measures and levels, not figures. */
export const DEFAULT_ALARM_RULES: AlarmRules = {
  'longest-wait': rule('longest-wait', [30, 45, 60], 10),
  'waiting-long': rule('waiting-long', [20, 35, 50], 15),
  'waiting-per-window': rule('waiting-per-window', [10, 15, 20], 10),
  crowding: rule('crowding', [70, 85, 100], 10, ['supervisor', 'director']),
  'over-standard': rule('over-standard', [150, 200, 300], 15),
  'cases-late': rule('cases-late', [2, 5, 10], 240, ['supervisor', 'director']),
  'no-shows': rule('no-shows', [10, 20, 30], 60),
  'bad-ratings': rule('bad-ratings', [3, 5, 8], 120, ['supervisor', 'director']),
  'unbroken-hours': rule('unbroken-hours', [120, 180, 240], 30),
};

/** The rules of a hall: its own where it has set them. */
export const alarmRulesOf = (own: readonly AlarmRule[]): AlarmRules =>
  Object.fromEntries(
    ALARM_MEASURES.map((id) => [id, own.find((one) => one.id === id) ?? DEFAULT_ALARM_RULES[id]]),
  ) as Record<AlarmMeasure, AlarmRule>;

/** Each level must be worse than the one before, or it could never be reached. */
export const alarmRuleFault = ({ yellow, orange, red }: Pick<AlarmRule, AlarmLevel>) =>
  yellow < orange && orange < red ? null : ({ fault: 'thresholds-not-rising' } as const);

/** The level of a reading; `null` below all of them. */
export const levelOf = (rule: AlarmRule, value: number): AlarmLevel | null =>
  [...ALARM_LEVELS].reverse().find((level) => value >= rule[level]) ?? null;
