import type { Alarms } from '../case/case.ts';
import { yellowOn } from '../case/limits.ts';
import { closesOn, opensOn, type DocketContext } from '../docket/context.ts';
import type { Instant, ServiceDay } from '../time/instant.ts';

/**
 * The course of petitions that end with an answer to whoever made them — opinions and requests for disclosure —, as a story
 * (DOMAIN §6): somebody who is not concerned has it from the first moment; it is taken up or, when it is unclear, corrected; it is
 * answered within its working days, once more as many when the head approves; whoever left a contact is told, everybody else reads
 * the answer with number and code; then it is closed.
 */
export const REPLY_STATES = ['to-take-up', 'to-correct', 'to-answer', 'to-tell', 'closed'] as const;
export type ReplyState = (typeof REPLY_STATES)[number];

/** What falls due on the way: 受理、补正、答复（临期、逾期）、告知. */
export const REPLY_ALARMS = ['take-up-late', 'correction-late', 'answer-soon', 'answer-late', 'tell-late'] as const;
export type ReplyAlarm = (typeof REPLY_ALARMS)[number];

/** More time asked for (延期): approved by somebody else than who asked, once. */
export interface MoreTime {
  days: number;
  askedBy: string;
  approvedBy: string | null;
}

export interface ReplyCourse {
  /** The number of its first-contact card: citizens follow it by this and their code. */
  id: string;
  state: ReplyState;
  /** Whom it is about: they never handle it. */
  concerned: readonly string[];
  /** A contact was left, so they are told; everybody else reads the answer with number and code. */
  named: boolean;
  openedDay: ServiceDay;
  /** Last day of the step that is due now. */
  dueBy: ServiceDay | null;
  /** The day from which the limit of the answer counts; it itself does not. */
  countsFrom: ServiceDay;
  moreTime: MoreTime | null;
  answered: { byId: string; at: Instant; day: ServiceDay; late: boolean } | null;
  alarms: Alarms<ReplyAlarm>;
  fired: Alarms<ReplyAlarm>;
  endedAt: Instant | null;
}

/** Where it stands after a step: its state, the day that is due now, and what goes off when it passes. */
export interface ReplyStand {
  state: ReplyState;
  dueBy: ServiceDay | null;
  alarms: Alarms<ReplyAlarm>;
}

/** The answer is due within so many working days of a day. */
export function awaitAnswer(from: ServiceDay, days: number, { calendar, catalogue }: DocketContext): ReplyStand {
  const dueBy = calendar.after(from, days);
  const soon = calendar.after(from, yellowOn(days, catalogue.hall.limits));
  return {
    state: 'to-answer',
    dueBy,
    alarms: { 'answer-soon': opensOn(soon, catalogue), 'answer-late': closesOn(dueBy, catalogue) },
  };
}

/** Answered: whoever left a contact is told, for everybody else the answer stands where number and code open it. */
export function afterAnswer(named: boolean, { calendar, catalogue, day }: DocketContext): ReplyStand {
  if (!named) return CLOSED;
  const dueBy = calendar.after(day, catalogue.hall.limits.tellDays);
  return { state: 'to-tell', dueBy, alarms: { 'tell-late': closesOn(dueBy, catalogue) } };
}

export const CLOSED: ReplyStand = { state: 'closed', dueBy: null, alarms: {} };

/** Whether the day that is due has passed: at the close of office hours. */
export const isLate = ({ dueBy }: Pick<ReplyCourse, 'dueBy'>, { now, catalogue }: DocketContext): boolean =>
  dueBy !== null && now >= closesOn(dueBy, catalogue);
