import type { Alarms } from '../case/case.ts';
import type { Instant, ServiceDay } from '../time/instant.ts';
import type { Finding } from './rating.ts';

/**
 * The loop behind a bad rating (差评处理), as a story (DOMAIN §5):
 * 1. it is given to somebody who is not concerned, who verifies it within one working day;
 * 2. found genuine, it is put right: at once, within 5 working days, or 15 when it is complex; found mistaken or malicious, with
 *    grounds, it leaves the score;
 * 3. everybody who left a contact is called again (回访): satisfied, or once more;
 * 4. when the rated person's time to appeal is over, or the appeal is decided by another supervisor, it is published and closed.
 */
export const LOOP_STATES = ['to-verify', 'to-rectify', 'to-revisit', 'to-publish', 'published'] as const;
export type LoopState = (typeof LOOP_STATES)[number];

/** How it is put right (整改): 当场、简单、复杂. */
export const REMEDIES = ['at-once', 'simple', 'complex'] as const;
export type Remedy = (typeof REMEDIES)[number];

/** What the revisit came to; `unreachable` after three tries on different days, which the words say. */
export const REVISITS = ['satisfied', 'dissatisfied', 'unreachable'] as const;
export type Revisit = (typeof REVISITS)[number];

/** What falls due in the loop. `publish` gives no card: it is the clock's own step. */
export const LOOP_ALARMS = ['verify-late', 'rectify-late', 'revisit-late', 'appeal-late', 'publish'] as const;
export type LoopAlarm = (typeof LOOP_ALARMS)[number];

/** An appeal of the rated person (申诉), beside the loop. */
export interface Appeal {
  byId: string;
  at: Instant;
  decideBy: ServiceDay;
  decided: { byId: string; upheld: boolean; at: Instant } | null;
}

export interface RatingLoop {
  kind: 'rating';
  /** The number of its first-contact card: citizens follow it by this and their code. */
  id: string;
  ratingId: string;
  state: LoopState;
  /** Whom it is about: they never handle it. */
  concerned: readonly string[];
  /** A contact was left, so it is revisited. */
  named: boolean;
  openedDay: ServiceDay;
  /** Last day of the step that is due now. */
  dueBy: ServiceDay | null;
  verified: { byId: string; finding: Finding; remedy: Remedy | null; day: ServiceDay } | null;
  rectifiedAt: Instant | null;
  /** How often the revisit sent it back; at most once. */
  reopened: number;
  revisit: Revisit | null;
  /** Last day on which the rated person may appeal. */
  appealUntil: ServiceDay | null;
  appeal: Appeal | null;
  alarms: Alarms<LoopAlarm>;
  fired: Alarms<LoopAlarm>;
  endedAt: Instant | null;
}
