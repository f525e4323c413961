import { openIn, windowHours, type Roster } from './roster.ts';
import type { Scenario } from './scenario.ts';
import { tryRoster } from './scenario.ts';
import type { Setting } from './setting.ts';

/** What a roster has to keep. */
export interface Goal {
  /** Share of a group's people called within the promise, over all drawn days in every slot, … */
  target: number;
  /** … and on this share of drawn days over the whole day. */
  confidence: number;
}

export interface Proposal {
  roster: number[][];
  /** What keeping the promise takes in each slot where that is more windows than the hall has; then `roster` is what can be had of it. */
  lacking: { slot: number; needed: number }[];
  /** Rosters that were tried. */
  tried: number;
}

/** How far a search is: first hours are added until the promise holds, then each is taken away once to see whether it is needed. */
export interface SearchProgress {
  tried: number;
  windowHours: number;
  /** Hours of windows that are not yet known to be needed; `null` while hours are still added. */
  left: number | null;
}

/** Fewer people than this in all drawn days are no hour to plan for. */
const FEW = 20;
/** The search ends after so many rosters, with what it has. */
const MOST_TRIED = 300;

/** Slots in which a group does not keep the promise; when only days as a whole fall short, the worst slot. */
function failing(scenario: Scenario, group: number, draws: number, { target, confidence }: Goal): number[] {
  const cells = scenario.cells[group]!;
  const planned = cells.map(({ people, kept }, slot) => ({ slot, people: people * draws, kept: kept ?? 1 }));
  const bad = planned.filter(({ people, kept }) => people >= FEW && kept < target);
  if (bad.length > 0) return bad.map(({ slot }) => slot);
  if ((scenario.daysKept[group] ?? 1) >= confidence) return [];
  return [planned.reduce((worst, one) => (one.people > 0 && one.kept < worst.kept ? one : worst)).slot];
}

/**
 * A roster that keeps the promise with few window hours: from as few as the load allows up, an hour at a time where the promise breaks first,
 * until it holds everywhere; then down again wherever an hour can be spared. No single window hour of it can be taken away; that no other
 * mixture needs fewer is not proven. Deterministic: the drawn days decide.
 */
export function proposeRoster(setting: Setting, goal: Goal, tell?: (progress: SearchProgress) => void): Proposal {
  const search = new Search(setting, goal, tell);
  search.fill();
  search.thin();
  const lacking = setting.slots.flatMap((_, slot) => {
    const needed = openIn(search.roster, slot);
    return needed > setting.windowCount ? [{ slot, needed }] : [];
  });
  return { roster: fitted(search.roster, setting), lacking, tried: search.tried };
}

/** Windows that the hall has not are left out where they are missed least: from the group with the most beyond its load, the last one never. */
function fitted(roster: readonly (readonly number[])[], setting: Setting): number[][] {
  const fit = roster.map((row) => [...row]);
  const loads = setting.groups.map((_, group) => setting.loads(group));
  for (let slot = 0; slot < setting.slots.length; slot++)
    while (openIn(fit, slot) > setting.windowCount) {
      const spare = fit.map((row, group) => (row[slot]! > 1 ? row[slot]! - loads[group]![slot]! : -1));
      const most = spare.indexOf(Math.max(...spare));
      fit[most]![slot]! -= 1;
    }
  return fit;
}

interface Place {
  group: number;
  slot: number;
}

class Search {
  readonly roster: number[][];
  tried = 0;
  private readonly least: number[][];
  private last: Scenario;
  private left: number | null = null;

  constructor(
    private readonly setting: Setting,
    private readonly goal: Goal,
    private readonly tell?: (progress: SearchProgress) => void,
  ) {
    // A queue to which people come has a window all day: nobody finds it shut.
    this.least = setting.groups.map((group) => setting.slots.map(() => (setting.isVisited(group) ? 1 : 0)));
    this.roster = setting.groups.map((_, group) =>
      setting.loads(group).map((load, slot) => Math.max(this.least[group]![slot]!, Math.floor(load))),
    );
    this.last = this.try(this.roster);
  }

  private try(roster: Roster): Scenario {
    this.tried += 1;
    this.tell?.({ tried: this.tried, windowHours: windowHours(roster, this.setting.slots), left: this.left });
    return tryRoster(this.setting, roster, this.goal.target).scenario;
  }

  private failing(group: number, scenario = this.last): number[] {
    return failing(scenario, group, this.setting.given.draws, this.goal);
  }

  /** Adds where the promise breaks first, in all groups at once. */
  fill(): void {
    while (this.tried < MOST_TRIED) {
      let added = false;
      for (let group = 0; group < this.roster.length; group++) {
        const [first] = this.failing(group);
        if (first === undefined) continue;
        this.roster[group]![first]! += 1;
        added = true;
      }
      if (!added) return;
      this.last = this.try(this.roster);
    }
  }

  /** Takes an hour of each group away at once, puts back where that broke the promise, until each hour has been tried. */
  thin(): void {
    const done = this.roster.map(() => new Set<number>());
    while (this.tried < MOST_TRIED) {
      this.left = this.roster.flatMap((row, group) =>
        row.filter((count, slot) => count > this.least[group]![slot]! && !done[group]!.has(slot)),
      ).length;
      const batch = this.roster.flatMap((_, group) => {
        const slot = this.spare(group, done[group]!);
        return slot === undefined ? [] : [{ group, slot }];
      });
      if (batch.length === 0) return;
      for (const { group, slot } of this.take(batch)) done[group]!.add(slot);
    }
  }

  /** The slot with the most to spare among those not yet found to be needed. */
  private spare(group: number, done: ReadonlySet<number>): number | undefined {
    const cells = this.last.cells[group]!;
    return this.roster[group]!.flatMap((count, slot) =>
      count > this.least[group]![slot]! && !done.has(slot) ? [{ slot, slack: (cells[slot]!.kept ?? 1) / count }] : [],
    ).sort((a, b) => b.slack - a.slack || a.slot - b.slot)[0]?.slot;
  }

  /**
   * Takes one window away in each place; where a group then fails it is given back. Windows help each other, so the rest is tried again.
   * @returns places that were found to be needed
   */
  private take(batch: readonly Place[]): Place[] {
    const needed: Place[] = [];
    let left = batch;
    while (left.length > 0) {
      for (const { group, slot } of left) this.roster[group]![slot]! -= 1;
      const scenario = this.try(this.roster);
      const broken = this.roster.flatMap((_, group) => (this.failing(group, scenario).length > 0 ? [group] : []));
      if (broken.length === 0) {
        this.last = scenario;
        return needed;
      }
      for (const { group, slot } of left) this.roster[group]![slot]! += 1;
      const guilty = left.filter(({ group }) => broken.includes(group));
      // Only groups fail that nothing was taken from: somebody's help is missed, and one of half of them gave it.
      if (guilty.length === 0 && left.length > 1) left = left.slice(0, left.length >> 1);
      else {
        needed.push(...(guilty.length > 0 ? guilty : left));
        left = left.filter((place) => !needed.includes(place));
      }
    }
    return needed;
  }
}
