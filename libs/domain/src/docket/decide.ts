import type { DocketCommand, DocketCommandOf, DocketCommandType } from './commands.ts';
import { isTurnedDown, type DocketContext, type DocketDecision } from './context.ts';
import { decideAcknowledgeCard, decideFireDue, decideReplyCard, decideUrge, fallenDue } from './decide-card.ts';
import {
  decideAccept,
  decideAskSupplement,
  decideBringMaterials,
  decideReceive,
  decideRefuseCase,
} from './decide-acceptance.ts';
import { decideCloseWithServing, decideReopenWithServing } from './decide-closing.ts';
import { decideAttach, decideLook, decideRemoveFile } from './decide-data.ts';
import {
  decideCase,
  decideDeliver,
  decideExplainBreach,
  decideTerminate,
  decideVisit,
  decideWithdraw,
} from './decide-outcome.ts';
import {
  decideApproveExtension,
  decideAskExtension,
  decideDeclineExtension,
  decideRecount,
  decideResumeCase,
  decideSuspend,
} from './decide-running.ts';
import {
  decideAnswer,
  decideReferOut,
  decideRegister,
  decideReportUnclear,
  decideTell,
  decideVoid,
} from './decide-contact.ts';
import { decideAcknowledge, decideAppoint, decideHandOver, decideRefuseHandOver } from './decide-hand-over.ts';
import { decideAddToRating, decideCast } from '../rating/decide-rating.ts';
import { decideAppeal, decideDecideAppeal, decideRectify, decideRevisit, decideVerify } from '../rating/decide-loop.ts';
import { decideSheet } from '../questionnaire/decide-sheet.ts';
import {
  decideAskCorrection,
  decideAnswerDisclosure,
  decideBringCorrection,
  decideRegisterDisclosure,
} from '../disclosure/decide-disclosure.ts';
import { decideAskOnline } from '../enquiry/decide-ask.ts';
import { decideAnswerOpinion, decideRegisterOpinion, decideSendBack, decideTakeUp } from '../opinion/decide-opinion.ts';
import {
  decideCallOffInspection,
  decideFindAtPoint,
  decideFinishInspection,
  decidePassPoint,
  decidePlanInspection,
} from '../inspection/decide-inspection.ts';
import { decideCarryOut, decideCheckOrder, decideGiveOrder, decidePhotograph } from '../order/decide-order.ts';
import { decideTellPetition } from '../petition/decide-tell.ts';
import { decideApproveTime, decideAskTime, decideDeclineTime } from '../petition/decide-time.ts';
import type { Docket } from './state.ts';

type Deciders = {
  [K in DocketCommandType]: (docket: Docket, command: DocketCommandOf<K>, context: DocketContext) => DocketDecision;
};

const DECIDERS: Deciders = {
  'receive-case': decideReceive,
  'accept-case': decideAccept,
  'ask-supplement': decideAskSupplement,
  'bring-materials': decideBringMaterials,
  'refuse-case': decideRefuseCase,
  'suspend-case': decideSuspend,
  'resume-case': decideResumeCase,
  'ask-extension': decideAskExtension,
  'approve-extension': decideApproveExtension,
  'decline-extension': decideDeclineExtension,
  'decide-case': decideCase,
  'deliver-case': decideDeliver,
  'withdraw-case': decideWithdraw,
  'terminate-case': decideTerminate,
  'explain-breach': decideExplainBreach,
  'visit-again': decideVisit,
  'close-with-serving': decideCloseWithServing,
  'reopen-with-serving': decideReopenWithServing,
  'attach-file': decideAttach,
  'remove-file': decideRemoveFile,
  'recount-case': decideRecount,
  'register-contact': decideRegister,
  'hand-over': decideHandOver,
  acknowledge: decideAcknowledge,
  'refuse-hand-over': decideRefuseHandOver,
  'report-unclear': decideReportUnclear,
  appoint: decideAppoint,
  answer: decideAnswer,
  'refer-out': decideReferOut,
  'tell-citizen': decideTell,
  'void-contact': decideVoid,
  'cast-rating': decideCast,
  'add-to-rating': decideAddToRating,
  'verify-rating': decideVerify,
  'rectify-rating': decideRectify,
  'revisit-rating': decideRevisit,
  'appeal-rating': decideAppeal,
  'decide-appeal': decideDecideAppeal,
  'hand-in-sheet': decideSheet,
  'ask-online': decideAskOnline,
  'register-opinion': decideRegisterOpinion,
  'take-up-opinion': decideTakeUp,
  'send-back-opinion': decideSendBack,
  'answer-opinion': decideAnswerOpinion,
  'register-disclosure': decideRegisterDisclosure,
  'ask-correction': decideAskCorrection,
  'bring-correction': decideBringCorrection,
  'answer-disclosure': decideAnswerDisclosure,
  'tell-petition': decideTellPetition,
  'ask-time': decideAskTime,
  'approve-time': decideApproveTime,
  'decline-time': decideDeclineTime,
  'give-order': decideGiveOrder,
  'carry-out-order': decideCarryOut,
  'check-order': decideCheckOrder,
  'photograph-order': decidePhotograph,
  'plan-inspection': decidePlanInspection,
  'pass-point': decidePassPoint,
  'find-at-point': decideFindAtPoint,
  'finish-inspection': decideFinishInspection,
  'call-off-inspection': decideCallOffInspection,
  look: decideLook,
  urge: decideUrge,
  'acknowledge-card': decideAcknowledgeCard,
  'reply-card': decideReplyCard,
  'fire-due': decideFireDue,
};

/**
 * What follows from a command about the docket: events, or a refusal and nothing. Pure. What has fallen due on the file comes first,
 * as if the clock had looked the moment before: whether it really had must change nothing — a case that nobody answered in five days
 * is accepted as of then, and is not accepted today.
 */
export function decideDocket(docket: Docket, command: DocketCommand, context: DocketContext): DocketDecision {
  const decider = DECIDERS[command.type] as (
    docket: Docket,
    command: DocketCommand,
    context: DocketContext,
  ) => DocketDecision;
  const due = OF_THE_CLOCK.includes(command.type) ? null : dueBefore(docket, command, context);
  const decision = decider(due?.docketAfter() ?? docket, command, context);
  if (due === null || isTurnedDown(decision)) return decision;
  return { events: [...due.events, ...decision.events], clocks: due.events.length };
}

/** The clock's own commands: what is due is what they are about, and dates are counted again before anything goes by them. */
const OF_THE_CLOCK: readonly DocketCommandType[] = ['fire-due', 'recount-case'];

/** What had fallen due on the file that a command names, and the docket after it; `null`: nothing. */
function dueBefore(docket: Docket, command: DocketCommand, context: DocketContext) {
  const named = 'caseId' in command && command.caseId !== null ? docket.cases[command.caseId]?.contactId : undefined;
  const contactId = named ?? ('contactId' in command ? command.contactId : null);
  const contact = contactId === null ? undefined : docket.contacts[contactId];
  return contact ? fallenDue(docket, contact, context) : null;
}
