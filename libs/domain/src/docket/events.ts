import type {
  Acceptance,
  Alarms,
  BeforeClosing,
  BreachReason,
  CaseAlarm,
  CaseKind,
  CaseResult,
  RefusalGround,
  SuspensionKind,
  ThirdVisitCause,
} from '../case/case.ts';
import type {
  ContactAlarm,
  ContactChannel,
  ContactSubject,
  RefuseReason,
  Settlement,
} from '../first-contact/first-contact.ts';
import type { EventPlace } from '../event/hall-event.ts';
import type { ApplicantKind, DisclosureOutcome } from '../disclosure/disclosure.ts';
import type { OpinionKind, OpinionSource, OpinionSubject } from '../opinion/opinion.ts';
import type { InspectionEventData } from '../inspection/inspection.ts';
import type { OrderEventData } from '../order/events.ts';
import type { ReplyStand } from '../petition/reply.ts';
import type { LoopAlarm, LoopState, Remedy, Revisit } from '../rating/loop.ts';
import type { Finding, RatingChannel, RatingLevel } from '../rating/rating.ts';
import type { SheetAnswers, SheetSource } from '../questionnaire/questionnaire.ts';
import type { FileType } from '../case/case-files.ts';
import type { CaseLimits } from '../case/limits.ts';
import type { Instant, ServiceDay } from '../time/instant.ts';
import type { CardKind } from './card.ts';

/** Words about people and by people stay outside the log; the event holds where they are and a commitment to them. */
export interface WordsRef {
  ref: string;
  commitment: string;
}

interface OfCase {
  caseId: string;
  byId: string;
}
interface OfContact {
  contactId: string;
  byId: string;
}
interface OfLoop extends OfContact {
  ratingId: string;
}
/** Where the loop of a bad rating stands after the event. */
interface LoopStand {
  state: LoopState;
  dueBy: ServiceDay | null;
  alarms: Alarms<LoopAlarm>;
}
/** Last days as they stand after the event, and what will fall due. */
export interface Dates {
  promisedLastDay: ServiceDay | null;
  legalLastDay: ServiceDay | null;
  provisional: boolean;
  alarms: Alarms<CaseAlarm>;
}

/** Why the last days of an open case moved. */
export const DATE_CAUSES = ['calendar', 'year-published'] as const;
export type DateCause = (typeof DATE_CAUSES)[number];

/** Why somebody looks at what is masked (DOMAIN §10). */
export const LOOK_REASONS = ['contact-citizen', 'check-identity', 'deliver', 'complaint', 'audit'] as const;
export type LookReason = (typeof LOOK_REASONS)[number];

/** What can happen to cases, first contacts and their cards. Days and alarms are computed when it happens and never again. */
export interface DocketEventData extends InspectionEventData, OrderEventData {
  'contact-registered': {
    contactId: string;
    n: number;
    year: number;
    channel: ContactChannel;
    about: ContactSubject;
    receiverId: string;
    matterId: string | null;
    departmentId: string | null;
    ticketId: string | null;
    servingN: number | null;
    caseId: string | null;
    materialsTaken: number;
    feedbackBy: ServiceDay | null;
    alarms: Alarms<ContactAlarm>;
    words: WordsRef | null;
  };
  'contact-offered': OfContact & {
    toId: string;
    standsInFor: string | null;
    alarms: Alarms<ContactAlarm>;
    words: WordsRef | null;
  };
  'contact-acknowledged': OfContact & { alarms: Alarms<ContactAlarm> };
  'contact-refused': OfContact & { reason: RefuseReason; alarms: Alarms<ContactAlarm>; words: WordsRef | null };
  'contact-unclear': OfContact & { words: WordsRef | null };
  'contact-appointed': OfContact & { toId: string; standsInFor: string | null; alarms: Alarms<ContactAlarm> };
  'contact-settled': OfContact & { how: Settlement; words: WordsRef | null };
  'citizen-told': OfContact & { late: boolean; words: WordsRef | null };
  'contact-closed': OfContact;
  'contact-reopened': OfContact;
  'data-looked-at': OfContact & { fileId: string | null; reason: LookReason };

  'case-received': OfCase & {
    n: number;
    year: number;
    contactId: string;
    matterId: string;
    departmentId: string;
    kind: CaseKind;
    guideVersion: number;
    ticketId: string | null;
    materials: readonly string[];
    missing: readonly string[];
    /** Left out by logs written before settings were frozen: the defaults. */
    limits?: CaseLimits;
    alarms: Alarms<CaseAlarm>;
    /** What stays due on a card that was there before: from now on the case's own limit counts, not the day to tell the citizen. */
    contactAlarms?: Alarms<ContactAlarm>;
    words: WordsRef | null;
  };
  'case-accepted': OfCase &
    Dates & {
      how: Acceptance;
      kind: CaseKind;
      day: ServiceDay;
      guideVersion: number;
      promisedDays: number;
      legalDays: number;
      limits?: CaseLimits;
      missingBy: ServiceDay | null;
    };
  'supplement-asked': OfCase & {
    missing: readonly string[];
    bringBy: ServiceDay;
    alarms: Alarms<CaseAlarm>;
    words: WordsRef | null;
  };
  'supplement-brought': OfCase & {
    materials: readonly string[];
    missing: readonly string[];
    alarms: Alarms<CaseAlarm>;
  };
  'case-refused': OfCase & { ground: RefusalGround; words: WordsRef };
  'missing-brought': OfCase & { materials: readonly string[]; missing: readonly string[]; alarms: Alarms<CaseAlarm> };
  'case-suspended': OfCase & {
    kind: SuspensionKind;
    from: ServiceDay;
    expectedEnd: ServiceDay;
    alarms: Alarms<CaseAlarm>;
    words: WordsRef | null;
  };
  'case-resumed': OfCase & Dates & { until: ServiceDay };
  'extension-asked': OfCase & { days: number; words: WordsRef };
  'extension-approved': OfCase & Dates & { days: number };
  'extension-declined': OfCase & { words: WordsRef | null };
  'case-decided': OfCase & {
    result: CaseResult;
    day: ServiceDay;
    broken: { promised: boolean; legal: boolean };
    alarms: Alarms<CaseAlarm>;
    words: WordsRef | null;
  };
  /** `from`: closed by the end of a serving, and how it stood before. */
  'case-delivered': OfCase & { from: BeforeClosing | null };
  'case-reopened': OfCase & Dates;
  'file-attached': OfCase & {
    fileId: string;
    material: string;
    sha256: string;
    size: number;
    type: FileType;
    words: WordsRef | null;
  };
  'file-removed': OfCase & { fileId: string };
  'case-withdrawn': OfCase;
  'case-terminated': OfCase & { words: WordsRef | null };
  'breach-explained': OfCase & { reason: BreachReason; words: WordsRef | null };
  'dates-moved': OfCase & Dates & { cause: DateCause };
  'case-visited': OfCase & {
    ticketId: string;
    visit: number;
    third: ThirdVisitCause | null;
    /** Who answered for the case when the office caused a third visit. */
    responsibleId?: string;
  };

  'rating-cast': {
    ratingId: string;
    ticketId: string;
    servingN: number;
    servingDay: ServiceDay;
    windowId: string;
    clerkId: string;
    queueId: string;
    matterId: string | null;
    departmentId: string | null;
    channel: RatingChannel;
    level: RatingLevel;
    form: number;
    dimensions: Readonly<Record<string, RatingLevel>>;
    labels: readonly string[];
    openMs: number | null;
    named: boolean;
    contactId: string | null;
    words: WordsRef | null;
  };
  'rating-added': { ratingId: string; contactId: string | null; words: WordsRef };
  'loop-opened': {
    contactId: string;
    ratingId: string;
    concerned: readonly string[];
    /** Everybody in the hall is concerned; somebody has to take it all the same. */
    unavoidable: boolean;
    named: boolean;
    dueBy: ServiceDay;
    alarms: Alarms<LoopAlarm>;
  };
  'rating-verified': OfLoop &
    LoopStand & { finding: Finding; remedy: Remedy | null; appealUntil: ServiceDay | null; words: WordsRef };
  'rating-rectified': OfLoop & LoopStand & { words: WordsRef };
  'rating-revisited': OfLoop & LoopStand & { outcome: Revisit; again: boolean; words: WordsRef };
  'rating-appealed': OfLoop & { decideBy: ServiceDay; alarms: Alarms<LoopAlarm>; words: WordsRef };
  'appeal-decided': OfLoop &
    LoopStand & { upheld: boolean; finding: Exclude<Finding, 'genuine'> | null; words: WordsRef };
  'loop-published': OfLoop;

  'sheet-handed-in': {
    sheetId: string;
    questionnaireId: string;
    n: number;
    source: SheetSource;
    serial: number | null;
    byId: string | null;
    answers: SheetAnswers;
    words: WordsRef | null;
  };
  'opinion-registered': OfContact &
    ReplyStand & {
      opinion: OpinionKind;
      source: OpinionSource;
      subject: OpinionSubject;
      concerned: readonly string[];
      unavoidable: boolean;
      named: boolean;
      sendBackUntil: Instant;
      words: WordsRef;
    };
  'opinion-taken-up': OfContact & ReplyStand & { taken: boolean; late: boolean; words: WordsRef };
  'opinion-sent-back': OfContact & ReplyStand & { words: WordsRef };
  'opinion-answered': OfContact & ReplyStand & { late: boolean; words: WordsRef };

  'disclosure-registered': OfContact & ReplyStand & { applicant: ApplicantKind; words: WordsRef };
  'disclosure-correction-asked': OfContact & ReplyStand & { words: WordsRef };
  'disclosure-corrected': OfContact & ReplyStand & { words: WordsRef };
  'disclosure-answered': OfContact & ReplyStand & { outcome: DisclosureOutcome; late: boolean; words: WordsRef };

  'petition-told': OfContact & ReplyStand & { words: WordsRef };
  'petition-time-asked': OfContact & { days: number; words: WordsRef };
  'petition-time-approved': OfContact & ReplyStand & { days: number };
  'petition-time-declined': OfContact & { words: WordsRef | null };

  'card-given': {
    kind: CardKind;
    caseId: string | null;
    contactId: string;
    departmentId: string | null;
    to: readonly string[];
    dueAt: number;
    byId: string | null;
    /** Until when an urging order is to be answered; left out: no answer is due. */
    replyBy?: Instant;
    words: WordsRef | null;
  };
  /** `forId`: the receiver in whose place it was seen, when that is somebody else. */
  'card-acknowledged': { cardId: string; byId: string; forId?: string };
  'card-replied': { cardId: string; byId: string; forId?: string; words: WordsRef };
}

export type DocketEventKind = keyof DocketEventData;
export type NewDocketEvent = { [K in DocketEventKind]: { kind: K; data: DocketEventData[K] } }[DocketEventKind];
export type DocketEvent = EventPlace & NewDocketEvent;
export type DocketEventOf<K extends DocketEventKind> = EventPlace & { kind: K; data: DocketEventData[K] };

/** What an event is about, as it stands in the log: `case:…`, `contact:…`, `card:…`. */
export function docketSubject({ kind, data }: NewDocketEvent): string {
  if (kind === 'card-given') return data.caseId ? `case:${data.caseId}` : `contact:${data.contactId}`;
  if (kind.startsWith('inspection-')) return `inspection:${(data as { inspectionId: string }).inspectionId}`;
  if ('cardId' in data) return `card:${data.cardId}`;
  if (kind === 'sheet-handed-in') return `questionnaire:${data.questionnaireId}`;
  if (kind === 'rating-cast' || kind === 'rating-added') return `rating:${data.ratingId}`;
  if (kind === 'contact-registered' || !('caseId' in data))
    return `contact:${(data as { contactId: string }).contactId}`;
  return `case:${data.caseId}`;
}
