import { Random } from '../simulation/random.ts';
import { MINUTE } from '../time/instant.ts';
import { ALARM_CAUSES, rankOf, type Alarm, type NewAlarmEvent } from './alarm.ts';
import { decideAlarm, decideWatch, EASES_BELOW, RETURNS_WITHIN_MS } from './decide-alarm.ts';
import { evolveAlarm } from './evolve-alarm.ts';
import type { Reading } from './readings.ts';
import { alarmRulesOf, DEFAULT_ALARM_RULES, levelOf } from './rules.ts';

const SEED = Number(process.env.SEED ?? Math.floor(Date.now() % 2 ** 31));
const LOOKS = 30_000;
const DAY = '2026-11-25';
const STAFF = ['songyan', 'shen'];

const must = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(what);
};

/** What a person with a notebook would know of one trouble. */
interface Noted {
  on: boolean;
  calmSince: number;
}

it(`no trouble ever opens twice, whatever the hall and its people do (seed ${SEED})`, () => {
  const random = new Random(SEED);
  const alarms = new Map<string, Alarm>();
  const notes = new Map<string, Noted>();
  const values = new Map<string, number>([
    ['longest-wait a', 10],
    ['longest-wait b', 10],
    ['crowding hall', 50],
  ]);
  let rules = DEFAULT_ALARM_RULES;
  let [now, seq, opened] = [0, 0, 0];

  const place = (events: readonly NewAlarmEvent[]) => {
    for (const event of events) {
      const { alarmId, measure, about } = event.data;
      const key = `${measure} ${about}`;
      const before = alarms.get(alarmId);
      const note = notes.get(key) ?? { on: false, calmSince: -Infinity };
      if (event.kind === 'alarm-opened') {
        must(before === undefined && !note.on, `${key} opened twice`);
        must(now - note.calmSince >= RETURNS_WITHIN_MS, `${key} opened anew though it had only just eased`);
        opened += 1;
      }
      if (event.kind === 'alarm-returned') must(now - note.calmSince < RETURNS_WITHIN_MS, `${key} came back too late`);
      if (event.kind === 'alarm-raised')
        must(rankOf(event.data.level) > rankOf(before!.level), `${key} was raised to no worse`);
      if (event.kind === 'alarm-opened' || event.kind === 'alarm-returned')
        notes.set(key, { on: true, calmSince: note.calmSince });
      if (event.kind === 'alarm-eased') notes.set(key, { on: false, calmSince: now });
      alarms.set(alarmId, evolveAlarm(before, { seq: (seq += 1), day: DAY, at: now, ...event }));
    }
  };

  const look = (): readonly Reading[] => {
    const readings = [...values].flatMap(([key, value]): Reading[] => {
      const [measure, about] = key.split(' ') as ['longest-wait' | 'crowding', string];
      return value < 1 ? [] : [{ measure, about, value }];
    });
    // As the server reads it: only what is not over, in hand, or over a moment ago.
    const slice = () => ({
      alarms: [...alarms.values()].filter(
        ({ overAt, state }) => overAt === null || state === 'taken' || now - overAt < RETURNS_WITHIN_MS,
      ),
      openedToday: opened,
    });
    place(decideWatch(slice(), readings, rules, { now, day: DAY }));
    must(decideWatch(slice(), readings, rules, { now, day: DAY }).length === 0, 'a second look found something');
    return readings;
  };

  for (let n = 0; n < LOOKS; n++) {
    now += Math.floor(random.between(0, 3 * MINUTE));
    for (const [key, value] of values) values.set(key, Math.max(0, Math.round(value + random.between(-9, 9.4))));
    if (random.chance(0.002)) for (const key of values.keys()) values.set(key, 0);
    if (random.chance(0.001)) {
      const yellow = Math.floor(random.between(5, 60));
      const own = { ...DEFAULT_ALARM_RULES['longest-wait'], on: random.chance(0.8) };
      rules = alarmRulesOf([{ ...own, yellow, orange: yellow + 10, red: yellow + 25 }]);
    }
    const readings = look();
    for (const { measure, about, value } of readings) {
      const running = [...alarms.values()].filter(
        (alarm) => alarm.measure === measure && alarm.about === about && alarm.overAt === null,
      );
      must(running.length <= 1, `${measure} ${about} has two alarms`);
      const level = rules[measure].on ? levelOf(rules[measure], value) : null;
      if (level) must(rankOf(running[0]!.level) >= rankOf(level), `${measure} ${about} is worse than its alarm`);
      else if (value < rules[measure].yellow * EASES_BELOW) must(running.length === 0, `${measure} ${about} is over`);
    }
    // Old alarms do not matter to the rules; the notebook keeps its own.
    for (const [id, { state, overAt }] of alarms)
      if (state !== 'taken' && overAt !== null && now - overAt > 2 * RETURNS_WITHIN_MS) alarms.delete(id);
    const alarm = random.pick([...alarms.values(), null]);
    if (!alarm || random.chance(0.7)) continue;
    const base = { alarmId: alarm.id, staffId: random.pick(STAFF) };
    const decided = decideAlarm(
      { alarms: [alarm] },
      random.chance(0.5)
        ? { type: 'take-alarm', ...base, from: alarm.takenBy }
        : { type: 'close-alarm', ...base, cause: random.pick(ALARM_CAUSES) },
      null,
    );
    if ('events' in decided) place(decided.events);
  }
  expect(opened).toBeGreaterThan(50);
});
