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
  /** An opinion is answered within so many working days, so many more with approval (Anyang, Jinan, Weifang 5 + 5) … */
  opinionDays: number;
  opinionExtensionDays: number;
  /** … a report is said to be taken up or not within so many (Anyang 5) … */
  takeUpDays: number;
  /** … and what is not ours goes back within so many hours (Jinan, Weifang 24). */
  sendBackHours: number;
  /** Whoever left a contact is told the answer, and a reply is delivered, within so many working days [ours]. */
  tellDays: number;
  /** A question asked online is answered within so many working days (the annual reports: one day). */
  enquiryOnlineDays: number;
  /** A request for disclosure is answered within so many working days, so many more with approval (政府信息公开条例 art. 33) … */
  disclosureDays: number;
  disclosureExtensionDays: number;
  /** … what is unclear is asked for within so many (art. 30), and brought within so many [ours: the law says “reasonable”]. */
  correctionAskDays: number;
  correctionDays: number;
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
  opinionDays: 5,
  opinionExtensionDays: 5,
  takeUpDays: 5,
  sendBackHours: 24,
  tellDays: 2,
  enquiryOnlineDays: 1,
  disclosureDays: 20,
  disclosureExtensionDays: 20,
  correctionAskDays: 7,
  correctionDays: 15,
};

/** What of the settings a case is promised: frozen when it is received and again when it is accepted, so that a change counts afterwards. */
export type CaseLimits = Pick<
  LimitSettings,
  'yellowShare' | 'yellowDaysLeft' | 'promptDaysLeft' | 'acceptanceDays' | 'deliveryDays'
>;

/** The part of a hall's settings that is frozen in its cases. */
export const caseLimitsOf = ({
  yellowShare,
  yellowDaysLeft,
  promptDaysLeft,
  acceptanceDays,
  deliveryDays,
}: LimitSettings): CaseLimits => ({ yellowShare, yellowDaysLeft, promptDaysLeft, acceptanceDays, deliveryDays });

/**
 * On the morning of which counted day of a limit of `days` working days the yellow card comes: 1 is the first day that counts. Days
 * left are those after today, as every screen says it.
 */
export function yellowOn(days: number, settings: CaseLimits): number {
  const share = Math.ceil(days * settings.yellowShare - 1e-9) + 1;
  return Math.max(1, Math.min(share, days - settings.yellowDaysLeft));
}

/** On which counted day the prompt comes; `null` when yellow is there by then. */
export function promptOn(days: number, settings: CaseLimits): number | null {
  const day = days - settings.promptDaysLeft;
  return day >= 1 && day < yellowOn(days, settings) ? day : null;
}
