import { MINUTE } from '../time/instant.ts';
import type { AlarmMeasure } from './alarm.ts';

/** The hall at one moment, as far as alarms go by it. */
export interface AlarmPicture {
  queues: readonly {
    id: string;
    waiting: number;
    longestMs: number;
    /** Of those waiting, how many longer than the queue promises. */
    beyondPromise: number;
    /** Windows that take this queue first and have somebody there. */
    openWindows: number;
  }[];
  /** Servings now at windows; holds left out. */
  servings: readonly { windowId: string; handledMs: number; standardMs: number }[];
  /** People with a ticket that is not done: waiting, called, served, on hold. */
  inHall: number;
  /** How many people the hall holds; `null`: nobody has said. */
  capacity: number | null;
  cases: { open: number; late: number };
  /** Turns of today that came to an end: answered, or called in vain. */
  turns: { answered: number; noShows: number };
  /** Bad ratings that nobody has verified yet. */
  badRatings: number;
  /** Clerks at a window, and for how long without a break. */
  unbroken: readonly { staffId: string; ms: number }[];
}

/** One measure of one thing. */
export interface Reading {
  measure: AlarmMeasure;
  about: string;
  value: number;
}

/** A share of fewer than this is chance, not trouble. Our choice. */
export const LEAST_OF = { 'waiting-long': 5, 'cases-late': 10, 'no-shows': 10 } as const;

/** To a tenth, downwards: a threshold is reached when it is reached. */
const tenth = (value: number): number => Math.floor(value * 10 + 1e-9) / 10;
const percent = (part: number, whole: number): number => tenth((100 * part) / whole);

/** Everything that can be measured now. What cannot — nobody waits, the capacity is not known — has no reading, which is calm. */
export function readingsOf(picture: AlarmPicture): Reading[] {
  const { queues, servings, inHall, capacity, cases, turns, badRatings, unbroken } = picture;
  const hall = (measure: AlarmMeasure, value: number): Reading => ({ measure, about: 'hall', value });
  const found: Reading[] = [];
  for (const { id: about, waiting, longestMs, openWindows } of queues) {
    if (waiting === 0) continue;
    found.push({ measure: 'longest-wait', about, value: Math.floor(longestMs / MINUTE) });
    // Where no window takes the queue it is as bad as with one, at least; its longest wait tells the rest.
    found.push({ measure: 'waiting-per-window', about, value: tenth(waiting / Math.max(1, openWindows)) });
  }
  const waiting = queues.reduce((sum, queue) => sum + queue.waiting, 0);
  const beyond = queues.reduce((sum, queue) => sum + queue.beyondPromise, 0);
  if (waiting >= LEAST_OF['waiting-long']) found.push(hall('waiting-long', percent(beyond, waiting)));
  if (capacity !== null) found.push(hall('crowding', percent(inHall, capacity)));
  for (const { windowId, handledMs, standardMs } of servings)
    found.push({ measure: 'over-standard', about: windowId, value: percent(handledMs, standardMs) });
  if (cases.open >= LEAST_OF['cases-late']) found.push(hall('cases-late', percent(cases.late, cases.open)));
  const ended = turns.answered + turns.noShows;
  if (ended >= LEAST_OF['no-shows']) found.push(hall('no-shows', percent(turns.noShows, ended)));
  found.push(hall('bad-ratings', badRatings));
  for (const { staffId, ms } of unbroken)
    found.push({ measure: 'unbroken-hours', about: staffId, value: Math.floor(ms / MINUTE) });
  return found;
}
