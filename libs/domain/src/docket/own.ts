import { OPEN_CASE_STATES, type CaseFile } from '../case/case.ts';
import { canMoveCase, type CaseMove } from '../case/case.workflow.ts';
import { actsFor, headOf } from '../first-contact/duty.ts';
import type { FirstContact } from '../first-contact/first-contact.ts';
import { turnDown, type DocketContext } from './context.ts';
import type { DocketRefusal } from './refusals.ts';
import type { Docket } from './state.ts';

/** A case and the first contact whose answerable person handles it. */
export interface CaseHeld {
  file: CaseFile;
  contact: FirstContact;
}

/** Supervisors and directors. */
export const leads = (staffId: string, { catalogue }: DocketContext): boolean =>
  ['supervisor', 'director'].includes(catalogue.staff[staffId]?.role ?? '');

/**
 * Whether somebody may act on what this person answers for: themselves, whoever acts for them today, or their head — but nobody
 * whom the matter is about.
 */
export function mayActFor(
  answerableId: string,
  byId: string,
  { day, catalogue }: DocketContext,
  concerned: readonly string[] = [],
): boolean {
  if (byId === answerableId) return true;
  if (concerned.includes(byId)) return false;
  return actsFor(answerableId, day, catalogue, concerned) === byId || headOf(answerableId, catalogue) === byId;
}

/** Whom a first contact is about, so that they never handle it. */
export const concernedIn = (docket: Docket, contactId: string): readonly string[] =>
  docket.petitions[contactId]?.concerned ?? [];

/** A case in a state from which the step is possible. Fails closed. */
export function movable(docket: Docket, caseId: string, move: CaseMove): CaseHeld | DocketRefusal {
  const file = docket.cases[caseId];
  const contact = file && docket.contacts[file.contactId];
  if (!file || !contact) return turnDown('unknown-case');
  if (canMoveCase(file.state, move)) return { file, contact };
  return turnDown(OPEN_CASE_STATES.has(file.state) ? 'wrong-case-state' : 'case-ended', { state: file.state });
}

/** The same, when this person answers for the case (or acts for who does). */
export function ownCase(
  docket: Docket,
  { caseId, byId }: { caseId: string; byId: string },
  move: CaseMove,
  context: DocketContext,
): CaseHeld | DocketRefusal {
  const held = movable(docket, caseId, move);
  if ('refused' in held || mayActFor(held.contact.answerableId, byId, context)) return held;
  return turnDown('not-yours', { answerableId: held.contact.answerableId });
}

/** A first contact that is not closed. */
export function openContact(docket: Docket, contactId: string): { contact: FirstContact } | DocketRefusal {
  const contact = docket.contacts[contactId];
  if (!contact) return turnDown('unknown-contact');
  return contact.closedAt === null ? { contact } : turnDown('contact-closed');
}

/** An open first contact, not settled, that this person answers for (or acts for who does, or leads the hall). */
export function ownContact(
  docket: Docket,
  { contactId, byId }: { contactId: string; byId: string },
  context: DocketContext,
): { contact: FirstContact } | DocketRefusal {
  const open = openContact(docket, contactId);
  if ('refused' in open) return open;
  if (open.contact.settled !== null) return turnDown('contact-closed');
  const concerned = concernedIn(docket, contactId);
  if (concerned.includes(byId) && byId !== open.contact.answerableId) return turnDown('concerned');
  if (mayActFor(open.contact.answerableId, byId, context, concerned) || leads(byId, context)) return open;
  return turnDown('not-yours', { answerableId: open.contact.answerableId });
}

/** Heads of the handler's department or whoever acts for them today, and whoever leads the hall, decide about extensions. */
export function decidesFor(answerableId: string, byId: string, context: DocketContext): boolean {
  const head = headOf(answerableId, context.catalogue);
  return (head !== null && actsFor(head, context.day, context.catalogue) === byId) || leads(byId, context);
}
