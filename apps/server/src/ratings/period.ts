import type { ServiceDay } from '@shouwen/domain/time/instant';
import { addDays } from '@shouwen/domain/time/zoned';
import { AppError } from '../platform/http/app-error.ts';

/** Longest periods that can be asked for, days: figures are counted by the database, words have to be opened one by one. */
export const FIGURES_DAYS = 400;
export const WORDS_DAYS = 92;
const USUAL_DAYS = 30;

export interface Period {
  from: ServiceDay;
  until: ServiceDay;
}

/** The days asked for, both included; the last thirty when nothing is said. Errors: `period-too-long`. */
export function periodOf(
  asked: { from?: ServiceDay | undefined; until?: ServiceDay | undefined },
  today: ServiceDay,
  most: number,
): Period {
  const until = asked.until ?? today;
  const from = asked.from ?? addDays(until, 1 - USUAL_DAYS);
  if (from > until || addDays(from, most - 1) < until) throw new AppError('period-too-long');
  return { from, until };
}

/** The first and last day of a month, `2026-11`. */
export function monthOf(month: string): Period {
  const next = addDays(`${month}-28`, 4).slice(0, 7);
  return { from: `${month}-01`, until: addDays(`${next}-01`, -1) };
}
