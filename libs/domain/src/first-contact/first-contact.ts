import type { Alarms } from '../case/case.ts';
import type { Instant, ServiceDay } from '../time/instant.ts';

/** Where a citizen first turned to the hall. */
export const CONTACT_CHANNELS = ['window', 'desk', 'telephone', 'letter', 'online'] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

/**
 * What it is about: a question is answered the same day, a matter within three working days; a case, a bad rating, an opinion and a
 * request for disclosure have limits of their own. An order came from nobody outside: it is no contact in any count.
 */
export const CONTACT_SUBJECTS = ['question', 'matter', 'case', 'rating', 'opinion', 'disclosure', 'order'] as const;
export type ContactSubject = (typeof CONTACT_SUBJECTS)[number];

/** How it came to its end: answered; the right office named; the case decided; nothing left (a finish undone, a case withdrawn). */
export const SETTLEMENTS = ['answered', 'referred-out', 'decided', 'void'] as const;
export type Settlement = (typeof SETTLEMENTS)[number];

/** Why a hand-over was refused. */
export const REFUSE_REASONS = ['not-my-duty', 'not-competent', 'conflict-of-interest', 'incomplete'] as const;
export type RefuseReason = (typeof REFUSE_REASONS)[number];

/** What falls due on a card: the ladder of an unacknowledged hand-over (50, 100, 200 %), telling the citizen, answering an urging order. */
export const CONTACT_ALARMS = ['remind', 'to-supervisor', 'to-director', 'feedback-late', 'reply-late'] as const;
export type ContactAlarm = (typeof CONTACT_ALARMS)[number];

/** A hand-over not acknowledged yet (待承接): until then responsibility stays where it was. */
export interface HandOver {
  toId: string;
  byId: string;
  /** For whom the receiver stands in (B 岗), when they were away. */
  standsInFor: string | null;
  at: Instant;
}

/** An urging order (督办) that has not been answered: its card, who gave it, and until when an answer is due. */
export interface Urging {
  cardId: string;
  byId: string;
  replyBy: Instant;
}

/** First contact (首问): whoever received the citizen answers for the matter until somebody else has taken it over. */
export interface FirstContact {
  id: string;
  channel: ContactChannel;
  about: ContactSubject;
  matterId: string | null;
  departmentId: string | null;
  ticketId: string | null;
  /** The serving from which it came, so that an undone finish takes it back. */
  servingN: number | null;
  caseId: string | null;
  /** Pieces of material taken. */
  materialsTaken: number;
  registeredAt: Instant;
  day: ServiceDay;
  /** First receiver (首问责任人): answers for the citizen being told, to the end. */
  firstReceiverId: string;
  /** Who answers for the matter now. Exactly one person, at every moment. */
  answerableId: string;
  /** Everybody who has answered for it, in order: it never goes in a circle. */
  line: readonly string[];
  handOver: HandOver | null;
  /** Hand-overs refused so far; after the second the supervisor decides. */
  refusals: number;
  /** The supervisor is asked to name somebody (指定承办). */
  awaitsAppointment: boolean;
  /** Urging orders without an answer. */
  urged: readonly Urging[];
  /** Last day to tell the citizen; `null` where the case's limit counts. */
  feedbackBy: ServiceDay | null;
  settled: { how: Settlement; at: Instant; byId: string } | null;
  toldAt: Instant | null;
  closedAt: Instant | null;
  /** Told after the day promised. */
  late: boolean;
  alarms: Alarms<ContactAlarm>;
  fired: Alarms<ContactAlarm>;
}

/** When the next urging order without an answer is overdue; those that a card has been given for are left out. */
export function replyAlarm(
  urged: readonly Urging[],
  { 'reply-late': escalated = -Infinity }: Alarms<ContactAlarm>,
): Alarms<'reply-late'> {
  const due = urged.map(({ replyBy }) => replyBy).filter((at) => at > escalated);
  return due.length > 0 ? { 'reply-late': Math.min(...due) } : {};
}
