import { MINUTE } from '../time/instant.ts';
import { erlangC, type ErlangC } from './erlang.ts';
import { overDays, rangeOf, waitsOfDay, type Range, type WaitFigures } from './figures.ts';
import { proposeRoster, type Goal, type Proposal, type SearchProgress } from './propose.ts';
import { slotsOf, type Roster } from './roster.ts';
import { difference, tryRoster, type Scenario } from './scenario.ts';
import { Setting, type DaySetting } from './setting.ts';

/** Half an hour of the day with how many will come, of the drawn days. */
export interface ExpectedArrivals {
  from: number;
  people: Range;
}

/** A group's busiest hour by the textbook, beside what the simulated days had. */
export interface ErlangCheck extends ErlangC {
  group: number;
  slot: number;
  windows: number;
  people: number;
  /** What a person takes of a window: walking up, handling, clearing the desk. */
  occupiedMs: number;
  simulatedMeanMs: number | null;
  simulatedKept: number | null;
}

/** Two rosters on the same days with the same people. */
export interface Comparison {
  planned: Scenario;
  whatIf: Scenario | null;
  change: { meanMs: Range | null; kept: Range | null } | null;
  arrivals: ExpectedArrivals[];
  erlang: ErlangCheck[];
  /** What the days that were learnt from really had. */
  lived: WaitFigures | null;
}

/** What the thread that tries rosters is asked. */
export type StaffingQuestion =
  | { ask: 'compare'; setting: DaySetting; planned: Roster; whatIf: Roster | null; goal: Goal }
  | { ask: 'propose'; setting: DaySetting; goal: Goal };

/** Drawn days on which rosters are searched; the one that is found is then tried on all days like any other. */
export const SEARCH_DRAWS = 30;
const HALF_HOUR = 30 * MINUTE;

/** The usual roster and another on the same drawn days, with the textbook beside them. */
export function compare(question: Extract<StaffingQuestion, { ask: 'compare' }>): Comparison {
  const setting = new Setting(question.setting);
  const { target } = question.goal;
  const planned = tryRoster(setting, question.planned, target);
  const whatIf = question.whatIf && tryRoster(setting, question.whatIf, target);
  return {
    planned: planned.scenario,
    whatIf: whatIf?.scenario ?? null,
    change: whatIf && difference(whatIf, planned),
    arrivals: arrivalsOf(setting),
    erlang: checks(setting, (whatIf ?? planned).scenario),
    lived: lived(setting),
  };
}

/** The roster with few window hours that keeps the goal, see `proposeRoster`. */
export function propose(
  question: Extract<StaffingQuestion, { ask: 'propose' }>,
  tell: (progress: SearchProgress) => void,
): Proposal {
  return proposeRoster(new Setting({ ...question.setting, draws: SEARCH_DRAWS }), question.goal, tell);
}

function arrivalsOf(setting: Setting): ExpectedArrivals[] {
  const halves = slotsOf(setting.given.span, HALF_HOUR);
  const counts = halves.map(() => new Array<number>(setting.given.draws).fill(0));
  for (let n = 0; n < setting.given.draws; n++)
    for (const { at } of setting.drawn(n)) {
      const half = Math.min(halves.length - 1, Math.floor((at - setting.given.span.from) / HALF_HOUR));
      counts[half]![n]! += 1;
    }
  return halves.map(({ from }, half) => ({ from, people: rangeOf(counts[half]!)! }));
}

function checks(setting: Setting, { roster, cells }: Scenario): ErlangCheck[] {
  return setting.groups.flatMap((group, at): ErlangCheck[] => {
    const demand = setting.demand(at);
    const loads = setting.loads(at);
    const slot = loads.indexOf(Math.max(...loads));
    const { people, occupiedMs } = demand[slot]!;
    if (people === 0) return [];
    const { from, until } = setting.slots[slot]!;
    const windows = roster[at]![slot]!;
    const promise = Math.min(...group.queues.map((id) => setting.promiseOf(id)));
    const { meanMs, kept } = cells[at]![slot]!;
    return [
      {
        ...erlangC(people / (until - from), occupiedMs, windows, promise),
        group: at,
        slot,
        windows,
        people,
        occupiedMs,
        simulatedMeanMs: meanMs,
        simulatedKept: kept,
      },
    ];
  });
}

function lived(setting: Setting): WaitFigures | null {
  return overDays(
    setting.given.lessons.map(({ waits }) =>
      waitsOfDay(
        waits.map(({ queueId, ms }) => ({ ms, promiseMs: setting.promiseOf(queueId) })),
        0,
      ),
    ),
  );
}
