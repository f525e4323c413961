import type { ContactChannel } from '../first-contact/first-contact.ts';
import type { ReplyCourse } from '../petition/reply.ts';
import type { Instant } from '../time/instant.ts';

/** 意见建议、投诉、举报. */
export const OPINION_KINDS = ['suggestion', 'complaint', 'report'] as const;
export type OpinionKind = (typeof OPINION_KINDS)[number];

/** Where it came from: 电话、来信、来访、网络、意见箱、上级转办. */
export const OPINION_SOURCES = ['telephone', 'letter', 'visit', 'online', 'box', 'from-above'] as const;
export type OpinionSource = (typeof OPINION_SOURCES)[number];

/** How the card's channel reads for a source. */
export const CHANNEL_OF: Readonly<Record<OpinionSource, ContactChannel>> = {
  telephone: 'telephone',
  letter: 'letter',
  visit: 'desk',
  online: 'online',
  box: 'letter',
  'from-above': 'letter',
};

/** What came of it: answered; a report not taken up, with the grounds; not ours, sent back with the reason. */
export const OPINION_OUTCOMES = ['answered', 'not-taken-up', 'sent-back'] as const;
export type OpinionOutcome = (typeof OPINION_OUTCOMES)[number];

/** Whom or what it is about, as it was said; nothing: the hall's ways, nobody in particular. */
export interface OpinionSubject {
  staffId: string | null;
  windowId: string | null;
  departmentId: string | null;
  /** The hall as a whole: everybody in it is concerned. */
  everybody: boolean;
}

/**
 * An opinion (意见、投诉、举报), as a story (DOMAIN §6):
 * 1. it is registered and in the same breath given to somebody who is not concerned; anonymous or named, it gets a number and a code;
 * 2. a report is looked at first: whether it is taken up is said within 5 working days, with the grounds when it is not;
 * 3. what is not for this hall is sent back within 24 hours, with the reason and the right place;
 * 4. everything else is answered within 5 working days, 5 more when the head approves;
 * 5. whoever left a contact is told; it is closed.
 */
export interface Opinion extends ReplyCourse {
  kind: 'opinion';
  opinion: OpinionKind;
  source: OpinionSource;
  subject: OpinionSubject;
  /** Everybody in the hall is concerned; somebody has to take it all the same. */
  unavoidable: boolean;
  /** Until when it can be sent back as not ours. */
  sendBackUntil: Instant;
  takenUpAt: Instant | null;
  outcome: OpinionOutcome | null;
}
