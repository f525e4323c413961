import type { DocketCommand } from './commands.ts';
import { isTurnedDown, type DocketContext } from './context.ts';
import { decideDocket } from './decide.ts';
import type { PetitionKind } from '../petition/petition.ts';
import type { Docket } from './state.ts';

/** Steps of a case, in the order in which they come. */
export const CASE_ACTIONS = [
  'accept-case',
  'ask-supplement',
  'refuse-case',
  'bring-materials',
  'suspend-case',
  'resume-case',
  'ask-extension',
  'approve-extension',
  'decline-extension',
  'decide-case',
  'deliver-case',
  'withdraw-case',
  'terminate-case',
  'explain-breach',
] as const;
export type CaseAction = (typeof CASE_ACTIONS)[number];

/** Papers of a case, and what is masked. */
export const DATA_ACTIONS = ['attach-file', 'remove-file', 'look-at-file', 'look-at-applicant'] as const;
export type DataAction = (typeof DATA_ACTIONS)[number];

/** Steps of a first contact. */
export const CONTACT_ACTIONS = [
  'acknowledge',
  'refuse-hand-over',
  'hand-over',
  'report-unclear',
  'appoint',
  'answer',
  'refer-out',
  'tell-citizen',
  'urge',
] as const;
export type ContactAction = (typeof CONTACT_ACTIONS)[number];

/** Steps of the loop of a bad rating. */
export const LOOP_ACTIONS = [
  'verify-rating',
  'rectify-rating',
  'revisit-rating',
  'appeal-rating',
  'decide-appeal',
] as const;
export type LoopAction = (typeof LOOP_ACTIONS)[number];

/** Steps of an opinion, of a request for disclosure, and those that both have. */
export const OPINION_ACTIONS = ['take-up-opinion', 'answer-opinion', 'send-back-opinion'] as const;
export const DISCLOSURE_ACTIONS = ['answer-disclosure', 'ask-correction', 'bring-correction'] as const;
export const REPLY_ACTIONS = ['tell-petition', 'ask-time', 'approve-time', 'decline-time'] as const;
export const ORDER_ACTIONS = ['carry-out-order', 'check-order'] as const;
export const PETITION_ACTIONS = [
  ...OPINION_ACTIONS,
  ...DISCLOSURE_ACTIONS,
  ...REPLY_ACTIONS,
  ...ORDER_ACTIONS,
] as const;
export type PetitionAction = (typeof PETITION_ACTIONS)[number];

const ACTIONS_OF: Readonly<Record<PetitionKind, readonly PetitionAction[]>> = {
  rating: [],
  opinion: [...OPINION_ACTIONS, ...REPLY_ACTIONS],
  order: ORDER_ACTIONS,
  disclosure: [...DISCLOSURE_ACTIONS, ...REPLY_ACTIONS],
};

type AnyAction = CaseAction | ContactAction | LoopAction | PetitionAction | DataAction;

const WORDS = { ref: 'trial', commitment: '' };

/** A command to try: what the person would still fill in is filled so that only the step itself is judged. */
function trial(
  action: AnyAction,
  docket: Docket,
  caseId: string,
  contactId: string,
  byId: string,
  context: DocketContext,
): DocketCommand {
  const file = docket.cases[caseId];
  const contact = docket.contacts[contactId];
  const elsewhere = Object.keys(context.catalogue.staff).find(
    (id) => !contact?.line.includes(id) && id !== byId && id !== contact?.answerableId,
  );
  const missing = file?.missing.length
    ? file.missing
    : [context.catalogue.matters[file?.matterId ?? '']?.guide.materials[0]?.id ?? ''];
  const silent = docket.petitions[contactId]?.state === 'to-correct';
  const fileId = file?.files.findLast(({ removedAt }) => removedAt === null)?.id ?? '';
  const base = { caseId, contactId, byId, words: WORDS, explained: true, officeNamed: true };
  switch (action) {
    case 'accept-case':
      return { type: action, ...base, missingBy: null };
    case 'ask-supplement':
      return { type: action, ...base, missing, bringBy: null };
    case 'refuse-case':
      return { type: action, ...base, ground: 'not-competent' };
    case 'bring-materials':
      return { type: action, ...base, materials: missing };
    case 'suspend-case':
      return { type: action, ...base, kind: 'hearing', expectedEnd: context.calendar.after(context.day, 5) };
    case 'ask-extension':
      return { type: action, ...base, days: 1 };
    case 'decide-case':
      return { type: action, ...base, result: 'denied' };
    case 'explain-breach':
      return { type: action, ...base, reason: 'workload' };
    case 'hand-over':
    case 'appoint':
      return { type: action, ...base, toId: elsewhere ?? '' };
    case 'refuse-hand-over':
      return { type: action, ...base, reason: 'not-my-duty' };
    case 'verify-rating':
      return { type: action, ...base, finding: 'mistaken', remedy: null };
    case 'revisit-rating':
      return { type: action, ...base, outcome: 'satisfied' };
    case 'decide-appeal':
      return { type: action, ...base, upheld: false, finding: null };
    case 'take-up-opinion':
      return { type: action, ...base, taken: true };
    case 'answer-disclosure':
      return { type: action, ...base, outcome: silent ? 'not-corrected' : 'granted' };
    case 'check-order':
      return { type: action, ...base, done: true, days: null };
    case 'answer':
      return { type: action, ...base, told: false };
    case 'attach-file':
      return { type: action, ...base, fileId, material: missing[0]!, sha256: '', size: 1, found: 'pdf', says: null };
    case 'remove-file':
      return { type: action, ...base, fileId };
    case 'look-at-file':
      return { type: 'look', ...base, fileId, reason: 'audit' };
    case 'look-at-applicant':
      return { type: 'look', ...base, fileId: null, reason: 'audit' };
    default:
      return { type: action, ...base };
  }
}

export interface DocketAction<A extends string> {
  action: A;
  /** Why not now; absent: possible. */
  refused?: string;
}

/** What a member of staff can do with a case or first contact now. The screens render this and recompute nothing. */
export function docketActions(
  docket: Docket,
  ids: { caseId: string | null; contactId: string },
  byId: string,
  context: DocketContext,
): {
  caseActions: DocketAction<CaseAction>[];
  contactActions: DocketAction<ContactAction>[];
  loopActions: DocketAction<LoopAction>[];
  petitionActions: DocketAction<PetitionAction>[];
  dataActions: DocketAction<DataAction>[];
} {
  const petition = docket.petitions[ids.contactId];
  const judge = <A extends AnyAction>(action: A): DocketAction<A> => {
    const decision = decideDocket(
      docket,
      trial(action, docket, ids.caseId ?? '', ids.contactId, byId, context),
      context,
    );
    return isTurnedDown(decision) ? { action, refused: decision.refused } : { action };
  };
  return {
    caseActions: ids.caseId === null ? [] : CASE_ACTIONS.map(judge),
    contactActions: CONTACT_ACTIONS.map(judge),
    loopActions: petition?.kind === 'rating' ? LOOP_ACTIONS.map(judge) : [],
    petitionActions: petition ? ACTIONS_OF[petition.kind].map(judge) : [],
    dataActions: DATA_ACTIONS.map(judge),
  };
}
