import type { CaseClock } from '@shouwen/contracts/views/docket.schema';
import { bandOf, expectedDays } from '@shouwen/domain/case/band';
import type { CaseFile } from '@shouwen/domain/case/case';
import { daysUsed } from '@shouwen/domain/case/dates';
import type { DocketContext } from '@shouwen/domain/docket/context';
import type { Present } from './present.ts';

/** Working days left after today, below 0 when the last day has passed. */
export function leftDays(lastDay: string | null, { day, calendar }: DocketContext): number | null {
  if (lastDay === null) return null;
  return lastDay >= day ? calendar.between(day, lastDay) : -calendar.between(lastDay, day);
}

/** The clock of a case (时限), as it is drawn; `null` before acceptance. */
export function clockOf(file: CaseFile, { context }: Pick<Present, 'context'>): CaseClock | null {
  if (!file.accepted) return null;
  const { accepted, promisedLastDay, legalLastDay, suspensions } = file;
  const { day: today, calendar } = context;
  const until = file.decided?.day ?? today;
  const expected = expectedDays(file, today, calendar);
  const { promised, legal } = expected ?? { promised: promisedLastDay, legal: legalLastDay };
  const placeOf = (day: string) => calendar.between(accepted.day, day);
  return {
    acceptedDay: accepted.day,
    how: accepted.how,
    guideVersion: file.guideVersion,
    promisedDays: file.promisedDays,
    legalDays: file.legalDays,
    promisedLastDay,
    legalLastDay,
    provisional: file.provisional,
    usedDays: daysUsed(accepted.day, until, suspensions, calendar),
    leftDays: file.decided ? null : leftDays(promisedLastDay, context),
    today,
    band: bandOf(file, today, calendar),
    marks: {
      today: placeOf(until),
      promised: promised === null ? null : placeOf(promised),
      legal: legal === null ? null : placeOf(legal),
    },
    expected,
  };
}
