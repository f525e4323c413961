import type { Catalogue } from '../catalogue/catalogue.ts';
import { queueStandardSeconds } from '../queue/standard.ts';
import { HANDLING_SHARE, type Arrival } from '../simulation/arrivals.ts';
import { VARIATION } from '../simulation/habits.ts';
import type { Random } from '../simulation/random.ts';
import type { OpenSpan } from '../time/opening-hours.ts';
import { MINUTE, SECOND, type Instant } from '../time/instant.ts';
import type { DayLesson, Leg, Visit } from './lesson.ts';

/** A time at a window with nothing left open, milliseconds. */
export interface DrawnLeg {
  queueId: string;
  walk: number;
  work: number;
  held: number;
  turn: number;
}

/** Somebody who comes on a drawn day, with everything that will happen to them whatever the roster: rosters meet the same people. */
export interface Drawn extends Arrival {
  missed: Visit['missed'];
  backAfter: number;
  givesUp: number | null;
  legs: readonly DrawnLeg[];
}

/** What days are drawn from: the hall's own visits of the days that it learns from. */
export interface Urn {
  catalogue: Catalogue;
  /** How many came to each queue on each day. */
  counts: { queueId: string; byDay: number[]; mean: number; visits: readonly Visit[] }[];
  days: number;
  works: ReadonlyMap<string, readonly number[]>;
  turns: readonly number[];
  walks: readonly number[];
}

/** Nobody comes twice at the same second: drawn times are moved by up to this, ms. */
const JITTER = 5 * MINUTE;
/** So many handling times of one matter are needed to draw from it alone. */
const ENOUGH = 20;
/** What a clerk needs between two tickets, and a citizen to the window, where the past says nothing. */
const TURN = 10 * SECOND;
const WALK = 25 * SECOND;
/** Who comes back after a missed call does so in this time, as in the simulator. */
const BACK = [4 * MINUTE, 20 * MINUTE] as const;

/** Sorts what the days had, so that days can be drawn from it quickly. */
export function urnOf(lessons: readonly DayLesson[], catalogue: Catalogue): Urn {
  const visits = lessons.flatMap((lesson) => lesson.visits);
  const legs = visits.flatMap((visit) => visit.legs);
  const works = new Map<string, number[]>();
  const note = (key: string, work: number) => {
    const known = works.get(key);
    if (known) known.push(work);
    else works.set(key, [work]);
  };
  for (const { queueId, matterId, work } of legs) {
    if (work === null) continue;
    note(queueId, work);
    if (matterId !== null) note(`${queueId}/${matterId}`, work);
  }
  return {
    catalogue,
    days: lessons.length,
    counts: Object.keys(catalogue.queues).map((queueId) => {
      const byDay = lessons.map((lesson) => lesson.visits.filter((visit) => visit.queueId === queueId).length);
      const mean = byDay.reduce((sum, count) => sum + count, 0) / Math.max(1, byDay.length);
      return { queueId, byDay, mean, visits: visits.filter((visit) => visit.queueId === queueId) };
    }),
    works,
    turns: legs.flatMap(({ turn }) => (turn === null ? [] : [turn])),
    walks: legs.flatMap(({ walk }) => (walk === null ? [] : [walk])),
  };
}

/**
 * A day as it may come: how many come to each queue is that of one of the days learnt from, all queues of the same day, stretched so that
 * it spreads as a new day does and not only as the known ones did; who they are and when is drawn from all of them.
 */
export function drawDay(urn: Urn, span: OpenSpan, midnight: Instant, random: Random): Drawn[] {
  const base = Math.floor(random.next() * urn.days);
  const drawn: Drawn[] = [];
  for (const { byDay, mean, visits } of urn.counts) {
    const count = countOf(byDay[base] ?? 0, mean, urn.days, random);
    for (let n = 0; n < count && visits.length > 0; n++) {
      const visit = random.pick(visits);
      const at = within(midnight + visit.at + random.between(-JITTER, JITTER), span);
      drawn.push(drawnOf(urn, visit, at, random));
    }
  }
  return drawn.sort((a, b) => a.at - b.at);
}

/**
 * Counts drawn from N days vary by (N−1)/N of their variance, a new day by 1 + 1/N of it: stretching by the root of (N+1)/(N−1) makes up
 * for the difference. One day says nothing of how days differ: then people come independently of each other (Poisson).
 */
function countOf(ofDay: number, mean: number, days: number, random: Random): number {
  if (days > 1) {
    const stretched = mean + (ofDay - mean) * Math.sqrt((days + 1) / (days - 1));
    return Math.max(0, Math.floor(stretched + random.next()));
  }
  let count = 0;
  for (let left = ofDay; left > 0; left--) count += poissonOfOne(random);
  return count;
}

function poissonOfOne(random: Random): number {
  let count = 0;
  for (let product = random.next(); product > Math.exp(-1); product *= random.next()) count += 1;
  return count;
}

/** Inside opening hours: what falls outside is mirrored at the door. */
function within(at: Instant, { from, until }: OpenSpan): Instant {
  const mirrored = at < from ? 2 * from - at : at >= until ? 2 * until - 1 - at : at;
  return Math.floor(Math.min(Math.max(mirrored, from), until - 1));
}

function drawnOf(urn: Urn, visit: Visit, at: Instant, random: Random): Drawn {
  const { queueId, matterId, headStart, missed, givesUp } = visit;
  const rule = matterId === null ? undefined : urn.catalogue.matters[matterId];
  return {
    at,
    queueId,
    // A matter that has moved to another queue since is asked for there; here it counts for its queue alone.
    matterId: rule?.queueId === queueId ? matterId : null,
    // A kept appointment is not drawn: its slot belongs to its own day.
    headStart: headStart === 'appointment' ? null : headStart,
    missed,
    backAfter: random.between(...BACK),
    givesUp,
    legs: visit.legs.map((leg) => drawnLeg(urn, leg, random)),
  };
}

function drawnLeg(urn: Urn, leg: Leg, random: Random): DrawnLeg {
  return {
    queueId: leg.queueId,
    walk: leg.walk ?? (urn.walks.length > 0 ? random.pick(urn.walks) : WALK),
    work: leg.work ?? workOf(urn, leg, random),
    held: leg.held,
    turn: leg.turn ?? (urn.turns.length > 0 ? random.pick(urn.turns) : TURN),
  };
}

/** Of the matter where enough are known, else of the queue; of a queue that has none the published standard. */
function workOf({ works, catalogue }: Urn, { queueId, matterId }: Leg, random: Random): number {
  const ofMatter = works.get(`${queueId}/${matterId}`);
  const known = ofMatter && ofMatter.length >= ENOUGH ? ofMatter : works.get(queueId);
  if (known) return random.pick(known);
  const standard = queueStandardSeconds(queueId, catalogue.matters) * SECOND;
  return random.lognormal(standard * HANDLING_SHARE, VARIATION);
}
