import type { Catalogue } from '../catalogue/catalogue.ts';
import { DECLARED_HEAD_STARTS, type HeadStart } from '../queue/head-start.ts';
import { plannedServers } from '../queue/servers.ts';
import { queueStandardSeconds } from '../queue/standard.ts';
import type { OpenSpan } from '../time/opening-hours.ts';
import { SECOND, type Instant } from '../time/instant.ts';
import { Random } from './random.ts';

/** Somebody who comes for a number. */
export interface Arrival {
  at: Instant;
  queueId: string;
  matterId: string | null;
  headStart: HeadStart | null;
}

/**
 * Arrivals per quarter of an hour from opening on, per mille of a day's tickets. Derived from 125,393 tickets of 20 municipal halls
 * of Warsaw, 2–15 January 2020, 08:00–17:00 (open data of the City of Warsaw, collected by kolejkeR, Hanna Zdulska, MIT licence).
 */
export const WARSAW_PROFILE: readonly number[] = [
  48.2, 28.1, 26.8, 25.1, 30.1, 23.7, 26.1, 26.9, 30.0, 31.9, 36.7, 39.6, 35.0, 33.6, 37.5, 34.9, 35.1, 33.6, 32.8,
  31.5, 31.7, 33.9, 30.4, 27.1, 51.9, 31.2, 29.7, 26.7, 22.5, 24.0, 13.4, 7.3, 4.0, 4.7, 3.7, 2.9,
];

/** Share of people who ask for a head start at the kiosk [ours]. */
const HEAD_STARTED = 0.12;
/** Handling takes this share of its standard on average [ours]. */
export const HANDLING_SHARE = 0.75;
/** How much of what its windows can do comes to a queue on an ordinary day [ours]. */
const LOAD = 0.72;

/** An ordinary day's arrivals: as many as the hall's windows can about serve, spread over the day by the profile. */
export function arrivalsOf(catalogue: Catalogue, span: OpenSpan, seed: number, load = LOAD): Arrival[] {
  const random = new Random(seed);
  const arrivals: Arrival[] = [];
  for (const queueId of Object.keys(catalogue.queues)) {
    const handlingMs = queueStandardSeconds(queueId, catalogue.matters) * SECOND * HANDLING_SHARE;
    const capacity = (plannedServers(queueId, catalogue.windows) * (span.until - span.from)) / handlingMs;
    const count = Math.round(capacity * load * random.between(0.8, 1.15));
    for (let n = 0; n < count; n++) arrivals.push(arrivalAt(momentOf(span, random), queueId, catalogue, random));
  }
  return arrivals.sort((a, b) => a.at - b.at);
}

/** An arrival at a queue at a given moment: matter and head start drawn. */
export function arrivalAt(at: Instant, queueId: string, catalogue: Catalogue, random: Random): Arrival {
  const matters = Object.values(catalogue.matters).filter((matter) => matter.queueId === queueId);
  return {
    at,
    queueId,
    matterId: matters.length > 0 ? random.pick(matters).id : null,
    headStart: random.chance(HEAD_STARTED) ? random.pick(DECLARED_HEAD_STARTS) : null,
  };
}

function momentOf({ from, until }: OpenSpan, random: Random): Instant {
  const total = WARSAW_PROFILE.reduce((sum, share) => sum + share, 0);
  let left = random.next() * total;
  const bin = WARSAW_PROFILE.findIndex((share) => (left -= share) < 0);
  const place = (Math.max(0, bin) + random.next()) / WARSAW_PROFILE.length;
  return Math.floor(from + place * (until - from));
}
