import type { FileFacts } from '../case/case-files.ts';
import type { BreachReason, CaseResult, OpenedKind, RefusalGround, SuspensionKind } from '../case/case.ts';
import type { ContactChannel, ContactSubject, RefuseReason } from '../first-contact/first-contact.ts';
import type { ApplicantKind, DisclosureOutcome } from '../disclosure/disclosure.ts';
import type { OpinionKind, OpinionSource, OpinionSubject } from '../opinion/opinion.ts';
import type { InspectionRound } from '../inspection/inspection.ts';
import type { OrderWish } from '../order/decide-order.ts';
import type { Remedy, Revisit } from '../rating/loop.ts';
import type { Finding, RatingChannel, RatingLevel } from '../rating/rating.ts';
import type { SheetAnswers, SheetSource } from '../questionnaire/questionnaire.ts';
import type { ServiceDay } from '../time/instant.ts';
import type { LookReason, WordsRef } from './events.ts';

interface OnCase {
  caseId: string;
  byId: string;
}
interface OnContact {
  contactId: string;
  byId: string;
}
interface OnInspection {
  inspectionId: string;
  byId: string;
}
interface Words {
  words: WordsRef | null;
}

/** Words that may explain in free text, and may name another office: by name, and by address or telephone. */
interface OfficeWords extends Words {
  explained: boolean;
  officeNamed: boolean;
}

/** Where a citizen was received: the serving, when it was at a window. */
interface Place {
  ticketId: string | null;
  servingN: number | null;
}

/** What people (and the clock) can ask of the docket. Each becomes events or a refusal, see `decideDocket`. */
export interface DocketCommandData {
  /** Opens a case from a serving, or at the desk; `contactId` when the citizen is registered already. */
  'receive-case': OnNewCase;
  'accept-case': OnCase & { missingBy: ServiceDay | null };
  'ask-supplement': OnCase & { missing: readonly string[]; bringBy: ServiceDay | null } & Words;
  'bring-materials': OnCase & { materials: readonly string[] };
  'refuse-case': OnCase & { ground: RefusalGround } & OfficeWords;
  'suspend-case': OnCase & { kind: SuspensionKind; expectedEnd: ServiceDay } & Words;
  'resume-case': OnCase;
  'ask-extension': OnCase & { days: number } & Words;
  'approve-extension': OnCase;
  'decline-extension': OnCase & Words;
  'decide-case': OnCase & { result: CaseResult } & Words;
  'deliver-case': OnCase;
  'withdraw-case': OnCase;
  'terminate-case': OnCase & Words;
  'explain-breach': OnCase & { reason: BreachReason } & Words;
  'visit-again': { caseId: string; ticketId: string };
  /** The serving in which the case was opened ended with “done”; its finish was undone. */
  'close-with-serving': OnCase;
  'reopen-with-serving': OnCase;
  /** A file already stored under this id, with what was found in it. */
  'attach-file': OnCase & { fileId: string; material: string; sha256: string } & FileFacts & Words;
  'remove-file': OnCase & { fileId: string };
  'recount-case': { caseId: string; cause: 'calendar' | 'year-published' };

  'register-contact': {
    byId: string;
    channel: ContactChannel;
    about: Extract<ContactSubject, 'question' | 'matter'>;
    matterId: string | null;
    departmentId: string | null;
    materialsTaken: number;
    /** Answered on the spot: closed with it. */
    answered: boolean;
  } & Place &
    Words;
  'hand-over': OnContact & { toId: string } & Words;
  acknowledge: OnContact;
  'refuse-hand-over': OnContact & { reason: RefuseReason } & Words;
  'report-unclear': OnContact & Words;
  appoint: OnContact & { toId: string };
  answer: OnContact & { told: boolean } & Words;
  'refer-out': OnContact & OfficeWords;
  'tell-citizen': OnContact & Words;
  'void-contact': OnContact;
  /** Shows what is masked: the applicant, or a file of the case. */
  look: OnContact & { fileId: string | null; reason: LookReason };

  'cast-rating': {
    ratingId: string;
    channel: RatingChannel;
    /** Where the pad stands; `null` on the phone. */
    windowId: string | null;
    level: RatingLevel;
    form: number;
    dimensions: Readonly<Record<string, RatingLevel>>;
    labels: readonly string[];
    openMs: number | null;
    /** Whether the words hold a way to reach who cast it. */
    named: boolean;
  } & Words;
  'add-to-rating': { ratingId: string } & Words;
  'verify-rating': OnContact & { finding: Finding; remedy: Remedy | null } & Words;
  'rectify-rating': OnContact & Words;
  'revisit-rating': OnContact & { outcome: Revisit } & Words;
  'appeal-rating': OnContact & Words;
  'decide-appeal': OnContact & { upheld: boolean; finding: Exclude<Finding, 'genuine'> | null } & Words;

  'hand-in-sheet': {
    questionnaireId: string;
    source: SheetSource;
    /** Serial of the one-time code; `null` on paper. */
    serial: number | null;
    /** Who entered the paper; `null` with a code. */
    byId: string | null;
    answers: SheetAnswers;
  } & Words;
  /** A question asked online, by nobody who is known. */
  'ask-online': { matterId: string | null } & Words;
  'register-opinion': {
    /** Who entered it: a member of staff, or `citizen`. */
    byId: string;
    opinion: OpinionKind;
    source: OpinionSource;
    subject: OpinionSubject;
    matterId: string | null;
    ticketId: string | null;
    /** Who served the slip or sat at the window, found by the server. */
    clerkIds: readonly string[];
    named: boolean;
  } & Words;
  'take-up-opinion': OnContact & { taken: boolean } & Words;
  'send-back-opinion': OnContact & Words;
  'answer-opinion': OnContact & Words;
  'register-disclosure': {
    /** Who entered it: a member of staff, or `citizen`. */
    byId: string;
    channel: ContactChannel;
    applicant: ApplicantKind;
    departmentId: string | null;
  } & Words;
  'ask-correction': OnContact & Words;
  'bring-correction': OnContact & Words;
  'answer-disclosure': OnContact & { outcome: DisclosureOutcome } & Words;
  'tell-petition': OnContact & Words;
  'ask-time': OnContact & Words;
  'approve-time': OnContact;
  'decline-time': OnContact & Words;

  'give-order': OrderWish;
  'carry-out-order': OnContact & Words;
  /** `days`: working days for another try; left out, as many as before. */
  'check-order': OnContact & { done: boolean; days: number | null } & Words;
  /** A photograph already stored under this id, with what was found in it. */
  'photograph-order': OnContact & { fileId: string; sha256: string } & FileFacts & Words;

  'plan-inspection': { byId: string; round: InspectionRound; day: ServiceDay; inspectors: readonly string[] };
  'pass-point': OnInspection & { point: string };
  'find-at-point': OnInspection & { point: string } & OrderWish;
  'finish-inspection': OnInspection;
  'call-off-inspection': OnInspection;

  urge: { contactId: string; byId: string } & Words;
  'acknowledge-card': { cardId: string; byId: string };
  'reply-card': { cardId: string; byId: string } & Words;
  /** The clock: gives every card that is due on a case or a first contact. */
  'fire-due': { caseId: string | null; contactId: string };
}

interface OnNewCase extends Place, Words {
  byId: string;
  channel: ContactChannel;
  contactId: string | null;
  matterId: string;
  kind: OpenedKind;
  materials: readonly string[];
}

export type DocketCommandType = keyof DocketCommandData;
export type DocketCommand = { [K in DocketCommandType]: { type: K } & DocketCommandData[K] }[DocketCommandType];
export type DocketCommandOf<K extends DocketCommandType> = { type: K } & DocketCommandData[K];
