import type { Catalogue } from '../catalogue/catalogue.ts';
import { Random, seedOf } from '../simulation/random.ts';
import type { OpenSpan } from '../time/opening-hours.ts';
import { SECOND, type Instant, type ServiceDay } from '../time/instant.ts';
import { drawDay, urnOf, type Drawn } from './draw-day.ts';
import type { DayLesson } from './lesson.ts';
import { playDay, type PlayedDay } from './played-day.ts';
import { groupsOf, slotAt, slotsOf, staffingOf, windowCount, type Roster, type WindowGroup } from './roster.ts';

/** A day that rosters are tried on, and what is known of days like it. */
export interface DaySetting {
  catalogue: Catalogue;
  day: ServiceDay;
  span: OpenSpan;
  /** 00:00 on the day's wall clock. */
  midnight: Instant;
  lessons: readonly DayLesson[];
  /** Days that are drawn; the same seed draws the same. */
  draws: number;
  seed: string;
}

/** The setting with what follows from it. Drawn days are kept: every roster meets the same people. */
export class Setting {
  readonly groups: WindowGroup[];
  readonly slots: OpenSpan[];
  private readonly days: Drawn[][] = [];
  private readonly urn;
  private readonly groupByQueue = new Map<string, number>();

  constructor(readonly given: DaySetting) {
    this.groups = groupsOf(given.catalogue.windows);
    this.slots = slotsOf(given.span);
    this.urn = urnOf(given.lessons, given.catalogue);
    this.groups.forEach(({ queues }, at) => {
      for (const queueId of queues) if (!this.groupByQueue.has(queueId)) this.groupByQueue.set(queueId, at);
    });
  }

  get windowCount(): number {
    return windowCount(this.groups);
  }

  /** The n-th drawn day. */
  drawn(n: number): readonly Drawn[] {
    const { span, midnight, seed } = this.given;
    return (this.days[n] ??= drawDay(this.urn, span, midnight, new Random(seedOf(seed, n))));
  }

  play(roster: Roster, n: number): PlayedDay {
    const { catalogue, span, day } = this.given;
    return playDay(catalogue, staffingOf(roster, this.groups, this.slots), this.drawn(n), span, day);
  }

  promiseOf(queueId: string): number {
    return this.given.catalogue.queues[queueId]!.waitPromiseSeconds * SECOND;
  }

  slotOf(at: Instant): number {
    return slotAt(at, this.slots);
  }

  /** To which windows a queue belongs: those that call it first; -1 where none does. */
  groupOf(queueId: string): number {
    return this.groupByQueue.get(queueId) ?? -1;
  }

  isVisited = ({ queues }: WindowGroup): boolean =>
    this.urn.counts.some(({ queueId, mean }) => mean > 0 && queues.includes(queueId));

  /** Windows of a group that are busy on average in each slot (erlangs). */
  loads(group: number): number[] {
    return this.demand(group).map(({ people, occupiedMs }, slot) => {
      const { from, until } = this.slots[slot]!;
      return (people * occupiedMs) / (until - from);
    });
  }

  /** People per slot and what they need there on average: what a textbook takes for the load. */
  demand(group: number): { people: number; occupiedMs: number }[] {
    const slots = this.slots.map(() => ({ people: 0, occupied: 0 }));
    for (let n = 0; n < this.given.draws; n++)
      for (const { at, queueId, legs } of this.drawn(n)) {
        if (this.groupOf(queueId) !== group) continue;
        const slot = slots[this.slotOf(at)]!;
        slot.people += 1;
        slot.occupied += legs[0]!.walk + legs[0]!.work + legs[0]!.turn;
      }
    return slots.map(({ people, occupied }) => ({
      people: people / this.given.draws,
      occupiedMs: people === 0 ? 0 : occupied / people,
    }));
  }
}
