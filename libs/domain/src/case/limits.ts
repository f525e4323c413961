import { HOUR, MINUTE } from '../time/instant.ts';

/**
 * Settings of a hall's limits (时限设置), with the defaults of DOMAIN §3 and §4. Where yellow ends and red begins is nowhere in
 * national law, so each stage is a setting; a change counts for what is promised afterwards.
 */
export interface LimitSettings {
  /** Yellow when this share of the promised working days is used … */
  yellowShare: number;
  /** … or this many working days are left, whichever is earlier. */
  yellowDaysLeft: number;
  /** The prompt comes when this many working days are left, unless yellow is there already. */
  promptDaysLeft: number;
  /** One notice of everything missing within so many working days, otherwise accepted (行政许可法 art. 32). */
  acceptanceDays: number;
  /** The result is delivered within so many working days of the decision (行政许可法 art. 44). */
  deliveryDays: number;
  /** Legal limit and longest extension in working days: joint handling (行政许可法 art. 42). */
  jointLegalDays: number;
  extensionDays: number;
  jointExtensionDays: number;
  /** What a one-time notice asks for is brought within so many working days, when the notice names no other day. */
  supplementDays: number;
  /** Something minor that was missing follows within so many working days, when the notice names no other day. */
  missingDays: number;
  /** A hand-over is acknowledged within so much time that the hall is open, ms: in the hall and by telephone … */
  acknowledgeMs: number;
  /** … and by letter or online. */
  acknowledgeWrittenMs: number;
  /** The citizen is told within so many working days: a matter that is not a case. A question: the same day. */
  feedbackDays: number;
  /** An urging order is answered within so many working days. */
  replyDays: number;
  /** A serving can be rated with the slip's code for so many days (DOMAIN §5). */
  ratingOpenDays: number;
  /** A bad rating is verified within so many working days (Shanghai 2024 art. 30, Anyang art. 52) … */
  verifyDays: number;
  /** … put right within so many, or so many more when it is complex (Dezhou 5, a Sichuan city 15) … */
  rectifyDays: number;
  rectifyComplexDays: number;
  /** … and revisited within so many of that [ours]. */
  revisitDays: number;
  /** The rated person may appeal within so many working days; the appeal is decided within so many [ours]. */
  appealDays: number;
  appealDecideDays: number;
}

export const DEFAULT_LIMITS: LimitSettings = {
  yellowShare: 0.8,
  yellowDaysLeft: 1,
  promptDaysLeft: 2,
  acceptanceDays: 5,
  deliveryDays: 10,
  jointLegalDays: 45,
  extensionDays: 10,
  jointExtensionDays: 15,
  supplementDays: 15,
  missingDays: 10,
  acknowledgeMs: 30 * MINUTE,
  acknowledgeWrittenMs: 4 * HOUR,
  feedbackDays: 3,
  replyDays: 1,
  ratingOpenDays: 5,
  verifyDays: 1,
  rectifyDays: 5,
  rectifyComplexDays: 15,
  revisitDays: 5,
  appealDays: 3,
  appealDecideDays: 5,
};

/**
 * On the morning of which counted day of a limit of `days` working days the yellow card comes: 1 is the first day that counts. Days
 * left are those after today, as every screen says it.
 */
export function yellowOn(days: number, settings: LimitSettings): number {
  const share = Math.ceil(days * settings.yellowShare - 1e-9) + 1;
  return Math.max(1, Math.min(share, days - settings.yellowDaysLeft));
}

/** On which counted day the prompt comes; `null` when yellow is there by then. */
export function promptOn(days: number, settings: LimitSettings): number | null {
  const day = days - settings.promptDaysLeft;
  return day >= 1 && day < yellowOn(days, settings) ? day : null;
}
