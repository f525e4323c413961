import { overDays, rangeOf, waitsOfDay, type Range, type WaitFigures, type WaitsOfDay } from './figures.ts';
import type { PlayedDay } from './played-day.ts';
import { windowHours, type Roster } from './roster.ts';
import type { Setting } from './setting.ts';

/** What a group's people of one slot met, over all drawn days. */
export interface CellFigures {
  people: number;
  meanMs: number | null;
  kept: number | null;
}

/** What a roster comes to. */
export interface Scenario {
  roster: Roster;
  windowHours: number;
  hall: WaitFigures | null;
  queues: { queueId: string; figures: WaitFigures | null }[];
  hours: (WaitFigures | null)[];
  cells: CellFigures[][];
  /** Share of drawn days on which a group keeps the promise to the share asked for; `null`: nobody comes. */
  daysKept: (number | null)[];
  turnedAway: Range;
  unserved: Range;
  overtimeMs: Range;
  /** Handling time / open time (窗口利用率). */
  use: Range | null;
}

/** A scenario with its days one by one, so that two of them can be compared day by day. */
export interface Tried {
  scenario: Scenario;
  days: (WaitsOfDay | null)[];
}

interface Person {
  queueId: string;
  at: number;
  /** `null`: not called. */
  ms: number | null;
}

const peopleOf = ({ waits, turnedAway, unserved }: PlayedDay): Person[] => [
  ...waits,
  ...[...turnedAway, ...unserved].map((one) => ({ ...one, ms: null })),
];

function sorted<K>(people: readonly Person[], key: (person: Person) => K): Map<K, Person[]> {
  const sorts = new Map<K, Person[]>();
  for (const person of people) {
    const of = sorts.get(key(person));
    if (of) of.push(person);
    else sorts.set(key(person), [person]);
  }
  return sorts;
}

/** Plays every drawn day under a roster. @param target share of people who are to be called within the promise */
export function tryRoster(setting: Setting, roster: Roster, target: number): Tried {
  const { groups, slots } = setting;
  const queueIds = Object.keys(setting.given.catalogue.queues);
  const hall: (WaitsOfDay | null)[] = [];
  const queues = queueIds.map((): (WaitsOfDay | null)[] => []);
  const hours = slots.map((): (WaitsOfDay | null)[] => []);
  const cells = groups.map(() => slots.map(() => ({ people: 0, called: 0, waitedMs: 0, within: 0 })));
  const keeping = groups.map(() => ({ days: 0, kept: 0 }));
  const days: PlayedDay[] = [];
  const figuresOf = (people: readonly Person[]) =>
    waitsOfDay(
      people.flatMap(({ queueId, ms }) => (ms === null ? [] : [{ ms, promiseMs: setting.promiseOf(queueId) }])),
      people.reduce((count, { ms }) => count + (ms === null ? 1 : 0), 0),
    );
  for (let n = 0; n < setting.given.draws; n++) {
    const day = setting.play(roster, n);
    days.push(day);
    const people = peopleOf(day);
    hall.push(figuresOf(people));
    const byQueue = sorted(people, ({ queueId }) => queueId);
    queueIds.forEach((id, at) => queues[at]!.push(figuresOf(byQueue.get(id) ?? [])));
    const bySlot = sorted(people, ({ at }) => setting.slotOf(at));
    slots.forEach((_, slot) => hours[slot]!.push(figuresOf(bySlot.get(slot) ?? [])));
    for (const [group, own] of sorted(people, ({ queueId }) => setting.groupOf(queueId))) {
      if (group === -1) continue;
      let within = 0;
      for (const { at, queueId, ms } of own) {
        const cell = cells[group]![setting.slotOf(at)]!;
        cell.people += 1;
        if (ms === null) continue;
        cell.called += 1;
        cell.waitedMs += ms;
        if (ms > setting.promiseOf(queueId)) continue;
        cell.within += 1;
        within += 1;
      }
      keeping[group]!.days += 1;
      if (within / own.length >= target) keeping[group]!.kept += 1;
    }
  }
  const range = (of: (day: PlayedDay) => number): Range => rangeOf(days.map(of))!;
  const scenario: Scenario = {
    roster,
    windowHours: windowHours(roster, slots),
    hall: overDays(hall),
    queues: queueIds.map((queueId, at) => ({ queueId, figures: overDays(queues[at]!) })),
    hours: hours.map(overDays),
    cells: cells.map((row) =>
      row.map(({ people, called, waitedMs, within }) => ({
        people: people / setting.given.draws,
        meanMs: called === 0 ? null : waitedMs / called,
        kept: people === 0 ? null : within / people,
      })),
    ),
    daysKept: keeping.map(({ days: all, kept }) => (all === 0 ? null : kept / all)),
    turnedAway: range(({ turnedAway }) => turnedAway.length),
    unserved: range(({ unserved }) => unserved.length),
    overtimeMs: range(({ overtimeMs }) => overtimeMs),
    use: rangeOf(days.flatMap(({ busyMs, openMs }) => (openMs === 0 ? [] : [busyMs / openMs]))),
  };
  return { scenario, days: hall };
}

/** How much longer people wait than under another roster, and how much less of them within the promise: of the same days with the same people. */
export function difference(one: Tried, other: Tried): { meanMs: Range | null; kept: Range | null } {
  const pairs = one.days.flatMap((day, n) => {
    const before = other.days[n];
    return day && before ? [[day, before] as const] : [];
  });
  return {
    meanMs: rangeOf(
      pairs.flatMap(([day, before]) =>
        day.meanMs === null || before.meanMs === null ? [] : [day.meanMs - before.meanMs],
      ),
    ),
    kept: rangeOf(pairs.map(([day, before]) => day.kept - before.kept)),
  };
}
