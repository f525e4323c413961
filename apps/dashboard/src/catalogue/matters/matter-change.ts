import type { Matter } from '@shouwen/contracts/catalogue/catalogue.schema';
import { LONGEST_STANDARD, SHORTEST_STANDARD } from '@shouwen/domain/handling/propose-standard';
import type { ServiceDay } from '@shouwen/domain/time/instant';

/** What the form says of a matter, as typed. */
export interface MatterWish {
  kind: Matter['kind'];
  promised: string;
  legal: string;
  /** Minutes, halves allowed. */
  minutes: string;
}

export const wishOf = ({ kind, promisedDays, legalDays, handlingStandardSeconds }: Matter): MatterWish => ({
  kind,
  promised: promisedDays === null ? '' : String(promisedDays),
  legal: legalDays === null ? '' : String(legalDays),
  minutes: String(handlingStandardSeconds / 60),
});

const MOST_DAYS = 400;
const wholeDays = (text: string): number | null => {
  const days = Number(text);
  return text.trim() !== '' && Number.isInteger(days) && days >= 1 && days <= MOST_DAYS ? days : null;
};

/** Half and whole minutes, as seconds; `null`: none. */
export function standardOf(minutes: string): number | null {
  const seconds = Number(minutes) * 60;
  const fits =
    minutes.trim() !== '' && seconds % 30 === 0 && seconds >= SHORTEST_STANDARD && seconds <= LONGEST_STANDARD;
  return fits ? seconds : null;
}

/**
 * The matter as it shall be; `null`: something typed is no figure. The time limit is one of the six elements of the published guide, so
 * another promise is another version of it; the window's standard is not in it.
 */
export function changedMatter(matter: Matter, wish: MatterWish, today: ServiceDay): Matter | null {
  const seconds = standardOf(wish.minutes);
  const limited = wish.kind === 'commitment';
  const [promisedDays, legalDays] = limited ? [wholeDays(wish.promised), wholeDays(wish.legal)] : [null, null];
  if (seconds === null || (limited && (promisedDays === null || legalDays === null))) return null;
  const published = wish.kind !== matter.kind || promisedDays !== matter.promisedDays || legalDays !== matter.legalDays;
  const guide = published ? { ...matter.guide, version: matter.guide.version + 1, effectiveFrom: today } : matter.guide;
  return { ...matter, kind: wish.kind, promisedDays, legalDays, handlingStandardSeconds: seconds, guide };
}
