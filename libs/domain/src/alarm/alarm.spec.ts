import { closedWindow } from '../window/window.ts';
import { HOUR, MINUTE } from '../time/instant.ts';
import type { Alarm, NewAlarmEvent } from './alarm.ts';
import { decideAlarm, decideWatch, RETURNS_WITHIN_MS, type AlarmCommand } from './decide-alarm.ts';
import { evolveAlarm } from './evolve-alarm.ts';
import { readingsOf, type AlarmPicture } from './readings.ts';
import { alarmRuleFault, alarmRulesOf, DEFAULT_ALARM_RULES } from './rules.ts';
import { unbrokenSince } from './unbroken.ts';

const DAY = '2026-11-25';
const EMPTY: AlarmPicture = {
  queues: [],
  servings: [],
  inHall: 0,
  capacity: null,
  cases: { open: 0, late: 0 },
  turns: { answered: 0, noShows: 0 },
  badRatings: 0,
  unbroken: [],
};

/** A queue's longest wait as the hall goes on, and everything that the log then holds. */
function hallOf() {
  const alarms = new Map<string, Alarm>();
  const log: NewAlarmEvent[] = [];
  const add = (events: NewAlarmEvent[], at: number) => {
    for (const event of events) {
      log.push(event);
      const { alarmId } = event.data;
      alarms.set(alarmId, evolveAlarm(alarms.get(alarmId), { seq: log.length, day: DAY, at, ...event }));
    }
    return events.map(({ kind }) => kind);
  };
  return {
    alarms,
    look: (minute: number, waited: number | null, rules = DEFAULT_ALARM_RULES) => {
      const readings = waited === null ? [] : [{ measure: 'longest-wait' as const, about: 'social', value: waited }];
      const slice = { alarms: [...alarms.values()], openedToday: alarms.size };
      return add(decideWatch(slice, readings, rules, { now: minute * MINUTE, day: DAY }), minute * MINUTE);
    },
    press: (minute: number, command: AlarmCommand) => {
      const decided = decideAlarm({ alarms: [...alarms.values()] }, command, null);
      return 'refused' in decided ? decided.refused : add(decided.events, minute * MINUTE);
    },
  };
}
const first = `${DAY}.1`;

describe('a trouble', () => {
  it('opens at its threshold, is raised level by level, and the same look twice gives nothing', () => {
    const { look } = hallOf();
    expect(look(0, 29)).toEqual([]);
    expect(look(1, 30)).toEqual(['alarm-opened']);
    expect(look(1, 30)).toEqual([]);
    expect(look(2, 46)).toEqual(['alarm-raised']);
    expect(look(3, 61)).toEqual(['alarm-raised']);
    expect(look(4, 40)).toEqual([]);
  });

  it('is told again while nobody takes it, and no more once somebody has', () => {
    const { look, press } = hallOf();
    look(0, 30);
    expect(look(9, 31)).toEqual([]);
    expect(look(10, 31)).toEqual(['alarm-repeated']);
    press(11, { type: 'take-alarm', alarmId: first, staffId: 'songyan', from: null });
    expect(look(40, 32)).toEqual([]);
  });

  it('is not over before it has clearly fallen, and says by itself when it is', () => {
    const { look, alarms } = hallOf();
    look(0, 30);
    expect(look(1, 28)).toEqual([]);
    expect(look(2, 26)).toEqual(['alarm-eased']);
    expect(alarms.get(first)).toMatchObject({ state: 'eased', overAt: 2 * MINUTE, closedBy: null });
    expect(look(3, null)).toEqual([]);
  });

  it('that comes back at once is the same one; later it is another', () => {
    const { look, alarms } = hallOf();
    look(0, 30);
    look(1, null);
    expect(look(10, 50)).toEqual(['alarm-returned']);
    expect(alarms.get(first)).toMatchObject({ state: 'open', level: 'orange', overAt: null });
    look(11, null);
    expect(look(11 + RETURNS_WITHIN_MS / MINUTE, 30)).toEqual(['alarm-opened']);
    expect([...alarms.keys()]).toEqual([first, `${DAY}.2`]);
  });

  it('closed with its cause while it lasts does not open again, unless it gets worse', () => {
    const { look, press, alarms } = hallOf();
    look(0, 30);
    press(1, { type: 'take-alarm', alarmId: first, staffId: 'songyan', from: null });
    expect(press(2, { type: 'close-alarm', alarmId: first, staffId: 'songyan', cause: 'many-came' })).toEqual([
      'alarm-closed',
    ]);
    expect(look(60, 40)).toEqual([]);
    expect(look(61, 45)).toEqual(['alarm-raised']);
    expect(alarms.get(first)).toMatchObject({ state: 'open', takenBy: null, cause: null });
  });

  it('that somebody has waits for its cause after it is over', () => {
    const { look, press, alarms } = hallOf();
    look(0, 30);
    press(1, { type: 'take-alarm', alarmId: first, staffId: 'songyan', from: null });
    look(2, null);
    expect(alarms.get(first)).toMatchObject({ state: 'taken', overAt: 2 * MINUTE });
    expect(press(3, { type: 'close-alarm', alarmId: first, staffId: 'other', cause: 'absence' })).toBe(
      'alarm-not-yours',
    );
    press(4, { type: 'close-alarm', alarmId: first, staffId: 'songyan', cause: 'absence' });
    expect(press(5, { type: 'take-alarm', alarmId: first, staffId: 'songyan', from: null })).toBe('alarm-ended');
  });

  it('goes to one of two who press at once; whoever takes it over has seen who has it', () => {
    const { look, press } = hallOf();
    look(0, 30);
    const take = (staffId: string, from: string | null) =>
      press(1, { type: 'take-alarm', alarmId: first, staffId, from });
    expect(take('songyan', null)).toEqual(['alarm-taken']);
    expect(take('shen', null)).toBe('alarm-taken-by-other');
    expect(take('songyan', null)).toEqual([]);
    expect(take('shen', 'songyan')).toEqual(['alarm-taken']);
  });

  it('eases when its measure is no longer watched', () => {
    const { look } = hallOf();
    look(0, 30);
    const off = alarmRulesOf([{ ...DEFAULT_ALARM_RULES['longest-wait'], on: false }]);
    expect(look(1, 50, off)).toEqual(['alarm-eased']);
  });
});

describe('calling somebody back', () => {
  it('is for a window that is paused or whose clerk is away', () => {
    const { look, press, alarms } = hallOf();
    look(0, 30);
    press(1, { type: 'take-alarm', alarmId: first, staffId: 'songyan', from: null });
    const slice = { alarms: [...alarms.values()] };
    const command = { type: 'call-staff-back', alarmId: first, staffId: 'songyan', windowId: 'w5' } as const;
    const window = { ...closedWindow('w5', DAY), state: 'open' as const, clerkId: 'liqing' };
    expect(decideAlarm(slice, command, window)).toEqual({ refused: 'clerk-not-away' });
    expect(decideAlarm(slice, command, { ...window, awaySince: 1 })).toMatchObject({
      events: [{ kind: 'alarm-staff-called', data: { windowId: 'w5', clerkId: 'liqing' } }],
    });
  });
});

describe('the nine measures', () => {
  const of = (picture: Partial<AlarmPicture>) =>
    Object.fromEntries(
      readingsOf({ ...EMPTY, ...picture }).map(({ measure, about, value }) => [`${measure} ${about}`, value]),
    );

  it('are read of a hall', () => {
    const queue = { waiting: 12, longestMs: 31.9 * MINUTE, beyondPromise: 3, openWindows: 2 };
    const read = of({
      queues: [
        { id: 'social', ...queue },
        { id: 'tax', ...queue, waiting: 3, beyondPromise: 0, openWindows: 0 },
      ],
      servings: [{ windowId: 'w5', handledMs: 15 * MINUTE, standardMs: 10 * MINUTE }],
      inHall: 91,
      capacity: 130,
      cases: { open: 40, late: 3 },
      turns: { answered: 27, noShows: 3 },
      badRatings: 4,
      unbroken: [{ staffId: 'liqing', ms: 2.5 * HOUR }],
    });
    expect(read).toEqual({
      'longest-wait social': 31,
      'waiting-per-window social': 6,
      'longest-wait tax': 31,
      'waiting-per-window tax': 3,
      'waiting-long hall': 20,
      'crowding hall': 70,
      'over-standard w5': 150,
      'cases-late hall': 7.5,
      'no-shows hall': 10,
      'bad-ratings hall': 4,
      'unbroken-hours liqing': 150,
    });
  });

  it('make no share of next to nothing', () => {
    const few = { id: 'a', waiting: 4, longestMs: 0, beyondPromise: 4, openWindows: 1 };
    const read = of({ queues: [few], turns: { answered: 0, noShows: 9 }, cases: { open: 9, late: 9 }, inHall: 400 });
    expect(Object.keys(read)).toEqual(['longest-wait a', 'waiting-per-window a', 'bad-ratings hall']);
  });

  it('count hours without a break across windows, and not across a rest', () => {
    const turn = (kind: string, minute: number, windowId = 'w1') => ({
      kind,
      at: minute * MINUTE,
      windowId,
      clerkId: 'liqing',
    });
    const moved = [turn('window-opened', 0), turn('window-closed', 60), turn('window-opened', 65, 'w2')];
    expect(unbrokenSince(moved, 120 * MINUTE).get('liqing')).toBe(0);
    const rested = [turn('window-opened', 0), turn('window-paused', 60), turn('window-resumed', 75)];
    expect(unbrokenSince(rested, 120 * MINUTE).get('liqing')).toBe(75 * MINUTE);
    expect(unbrokenSince(rested.slice(0, 2), 120 * MINUTE).has('liqing')).toBe(false);
  });
});

describe('thresholds', () => {
  it('rise from level to level', () => {
    expect(alarmRuleFault({ yellow: 10, orange: 20, red: 30 })).toBeNull();
    expect(alarmRuleFault({ yellow: 20, orange: 20, red: 30 })).toEqual({ fault: 'thresholds-not-rising' });
    expect(alarmRuleFault({ yellow: 10, orange: 40, red: 30 })).toEqual({ fault: 'thresholds-not-rising' });
    for (const rule of Object.values(DEFAULT_ALARM_RULES)) expect(alarmRuleFault(rule)).toBeNull();
  });
});
