import type { HeadStart } from './head-start.ts';
import type { Instant } from '../time/instant.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { compareRank } from './rank.ts';

/** Why one waiting ticket stands before another (为什么排在前面). Screens turn it into one sentence. */
export type WhyBefore =
  | { why: 'arrived-earlier'; at: Instant }
  | { why: 'head-start'; headStart: HeadStart; issuedAt: Instant; countsAs: Instant }
  | { why: 'came-back'; countsAs: Instant }
  | { why: 'appointment'; countsAs: Instant }
  | { why: 'transferred'; issuedAt: Instant };

type Explained = Pick<
  Ticket,
  'rank' | 'issuedSeq' | 'issuedAt' | 'headStart' | 'returns' | 'waitingSince' | 'servings'
>;

/** The reason why `other` is called before `mine`; `null` when it is not. */
export function whyBefore(other: Explained, mine: Pick<Ticket, 'rank' | 'issuedSeq'>): WhyBefore | null {
  if (compareRank(other, mine) >= 0) return null;
  if (other.returns > 0) return { why: 'came-back', countsAs: other.rank };
  if (other.headStart === 'appointment') return { why: 'appointment', countsAs: other.rank };
  if (other.headStart) {
    return { why: 'head-start', headStart: other.headStart, issuedAt: other.issuedAt, countsAs: other.rank };
  }
  if (other.waitingSince > other.issuedAt) return { why: 'transferred', issuedAt: other.issuedAt };
  return { why: 'arrived-earlier', at: other.issuedAt };
}
