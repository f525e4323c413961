import type { DocketCommand, DocketCommandOf, DocketCommandType } from './commands.ts';
import type { DocketContext, DocketDecision } from './context.ts';
import { decideAcknowledgeCard, decideFireDue, decideReplyCard, decideUrge } from './decide-card.ts';
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
  look: decideLook,
  urge: decideUrge,
  'acknowledge-card': decideAcknowledgeCard,
  'reply-card': decideReplyCard,
  'fire-due': decideFireDue,
};

/** What follows from a command about the docket: events, or a refusal and nothing. Pure. */
export function decideDocket(docket: Docket, command: DocketCommand, context: DocketContext): DocketDecision {
  const decider = DECIDERS[command.type] as (
    docket: Docket,
    command: DocketCommand,
    context: DocketContext,
  ) => DocketDecision;
  return decider(docket, command, context);
}
