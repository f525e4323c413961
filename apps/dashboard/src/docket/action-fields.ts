import * as cases from '@shouwen/contracts/http/case.operations';
import * as disclosures from '@shouwen/contracts/http/disclosure.operations';
import * as operations from '@shouwen/contracts/http/docket.operations';
import * as inspections from '@shouwen/contracts/http/inspection.operations';
import * as opinions from '@shouwen/contracts/http/opinion.operations';
import * as ratings from '@shouwen/contracts/http/rating.operations';
import type { DocketFile } from '@shouwen/contracts/views/docket.schema';

export type FileAction =
  | DocketFile['caseActions'][number]['action']
  | DocketFile['contactActions'][number]['action']
  | Exclude<DocketFile['loopActions'][number]['action'], 'appeal-rating'>
  | DocketFile['petitionActions'][number]['action'];

/** What a step asks before it is done. `words?` may stay empty. */
export type Field =
  | 'words'
  | 'words?'
  | 'missingBy'
  | 'bringBy'
  | 'refusing'
  | 'office'
  | 'missing'
  | 'materials'
  | 'kind'
  | 'expectedEnd'
  | 'days'
  | 'result'
  | 'breach'
  | 'refusal'
  | 'toId'
  | 'told'
  | 'finding'
  | 'remedy'
  | 'outcome'
  | 'upheld'
  | 'appealFinding'
  | 'grounds'
  | 'remedyWords'
  | 'revisitWords'
  | 'taken'
  | 'disclosed'
  | 'done'
  | 'carryOutWords'
  | 'checkWords?'
  | PetitionWords;

/** What is written at a step of an opinion or a request for disclosure; each says who reads it. */
export const PETITION_WORDS = [
  'takenWords',
  'answerWords',
  'backWords',
  'tellWords',
  'timeWords',
  'correctionWords',
  'correctedWords',
] as const;
export type PetitionWords = (typeof PETITION_WORDS)[number];

/** Fields that are words under a label of their own. */
export const WORDS_FIELDS = [
  'words',
  'words?',
  'grounds',
  'remedyWords',
  'revisitWords',
  'carryOutWords',
  'checkWords?',
  ...PETITION_WORDS,
] as const;
const isWords = (field: Field): boolean => (WORDS_FIELDS as readonly Field[]).includes(field);

/** Each step with its operation and what it asks; one without questions is done at a press. */
export const ACTIONS = {
  'accept-case': { operation: cases.acceptCase, asks: ['missingBy'] },
  'ask-supplement': { operation: cases.askSupplement, asks: ['missing', 'bringBy', 'words?'] },
  'refuse-case': { operation: cases.refuseCase, asks: ['refusing'] },
  'bring-materials': { operation: cases.bringMaterials, asks: ['materials'] },
  'suspend-case': { operation: cases.suspendCase, asks: ['kind', 'expectedEnd', 'words?'] },
  'resume-case': { operation: cases.resumeCase, asks: [] },
  'ask-extension': { operation: cases.askExtension, asks: ['days', 'words'] },
  'approve-extension': { operation: cases.approveExtension, asks: [] },
  'decline-extension': { operation: cases.declineExtension, asks: ['words?'] },
  'decide-case': { operation: cases.decideCase, asks: ['result', 'words?'] },
  'deliver-case': { operation: cases.deliverCase, asks: [] },
  'withdraw-case': { operation: cases.withdrawCase, asks: [] },
  'terminate-case': { operation: cases.terminateCase, asks: ['words'] },
  'explain-breach': { operation: cases.explainBreach, asks: ['breach', 'words?'] },
  acknowledge: { operation: operations.acknowledge, asks: [] },
  'refuse-hand-over': { operation: operations.refuseHandOver, asks: ['refusal', 'words?'] },
  'hand-over': { operation: operations.handOver, asks: ['toId', 'words?'] },
  'report-unclear': { operation: operations.reportUnclear, asks: ['words?'] },
  appoint: { operation: operations.appoint, asks: ['toId'] },
  answer: { operation: operations.answerContact, asks: ['words', 'told'] },
  'refer-out': { operation: operations.referOut, asks: ['office', 'words?'] },
  'tell-citizen': { operation: operations.tellCitizen, asks: ['words?'] },
  urge: { operation: operations.urge, asks: ['words'] },
  'verify-rating': { operation: ratings.verifyRating, asks: ['finding', 'remedy', 'grounds'] },
  'rectify-rating': { operation: ratings.rectifyRating, asks: ['remedyWords'] },
  'revisit-rating': { operation: ratings.revisitRating, asks: ['outcome', 'revisitWords'] },
  'decide-appeal': { operation: ratings.decideAppeal, asks: ['upheld', 'appealFinding', 'grounds'] },
  'take-up-opinion': { operation: opinions.takeUpOpinion, asks: ['taken', 'takenWords'] },
  'answer-opinion': { operation: opinions.answerOpinion, asks: ['answerWords'] },
  'send-back-opinion': { operation: opinions.sendBackOpinion, asks: ['backWords'] },
  'answer-disclosure': { operation: disclosures.answerDisclosure, asks: ['disclosed', 'answerWords'] },
  'ask-correction': { operation: disclosures.askCorrection, asks: ['correctionWords'] },
  'bring-correction': { operation: disclosures.bringCorrection, asks: ['correctedWords'] },
  'tell-petition': { operation: opinions.tellPetition, asks: ['tellWords'] },
  'carry-out-order': { operation: inspections.carryOutOrder, asks: ['carryOutWords'] },
  'check-order': { operation: inspections.checkOrder, asks: ['done', 'checkWords?'] },
  'ask-time': { operation: opinions.askTime, asks: ['timeWords'] },
  'approve-time': { operation: opinions.approveTime, asks: [] },
  'decline-time': { operation: opinions.declineTime, asks: ['words?'] },
} as const satisfies Record<FileAction, { operation: unknown; asks: readonly Field[] }>;

/** Steps that cannot be taken back: they ask once even when they have no question. */
const ASKED_ONCE = ['withdraw-case', 'deliver-case', 'approve-extension', 'approve-time', 'resume-case'] as const;
export const isAskedOnce = (action: FileAction): action is (typeof ASKED_ONCE)[number] =>
  (ASKED_ONCE as readonly FileAction[]).includes(action);

/** The office that was named; `null` when all of it was left empty. */
function officeOf(text: (name: string) => string) {
  const office = { name: text('officeName'), address: text('officeAddress'), telephone: text('officeTelephone') };
  return office.name || office.address || office.telephone ? office : null;
}

/** The body of a step from what was filled in. */
export function bodyOf(asks: readonly Field[], form: FormData): Record<string, unknown> {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const body: Record<string, unknown> = {};
  for (const field of asks) {
    if (isWords(field)) body['words'] = text('words') || null;
    else if (field === 'missingBy' || field === 'bringBy') body[field] = text(field) || null;
    else if (field === 'office') body['office'] = officeOf(text);
    else if (field === 'refusing')
      Object.assign(body, { ground: text('ground'), office: officeOf(text), words: text('words') || null });
    else if (field === 'missing' || field === 'materials') body[field] = form.getAll('materials').map(String);
    else if (field === 'days') body['days'] = Number(text('days'));
    else if (field === 'remedy') body['remedy'] = text('remedy') || null;
    else if (field === 'appealFinding') body['finding'] = text('appealFinding') || null;
    else if (field === 'upheld') body['upheld'] = text('upheld') === 'yes';
    else if (field === 'done') body['done'] = text('done') === 'yes';
    else if (field === 'taken') body['taken'] = text('taken') === 'yes';
    else if (field === 'disclosed') body['outcome'] = text('disclosed');
    else if (field === 'told') body['told'] = form.get('told') !== null;
    else if (field === 'breach' || field === 'refusal') body['reason'] = text('reason');
    else body[field] = text(field);
  }
  return body;
}
