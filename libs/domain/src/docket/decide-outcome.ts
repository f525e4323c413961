import { datesOf } from '../case/dates.ts';
import type { CaseFile } from '../case/case.ts';
import type { DocketCommandOf } from './commands.ts';
import { closesOn, turnDown, type DocketContext, type DocketDecision } from './context.ts';
import { closeWith } from './decide-contact.ts';
import { movable, ownCase } from './own.ts';
import type { NewDocketEvent } from './events.ts';
import type { Docket } from './state.ts';

/** Whether a limit that ends on this day is over. Decided on the last day, within office hours, is on time. */
const isOver = (lastDay: string | null, { now, catalogue }: DocketContext): boolean =>
  lastDay !== null && now >= closesOn(lastDay, catalogue);

/** An immediate matter is promised while the citizen is there: who held a number before the close is served after it, in time. */
const promiseIsOver = (file: CaseFile, context: DocketContext): boolean =>
  file.promisedDays === 0 && file.promisedLastDay !== null
    ? context.day > file.promisedLastDay
    : isOver(file.promisedLastDay, context);
/** Whether the promise was not kept: also while the clock stands still, when it stopped too late. */
const promiseBroken = (file: CaseFile, context: DocketContext): boolean =>
  file.decided
    ? file.broken.promised
    : (file.fired.red !== undefined && file.alarms.red === undefined) || promiseIsOver(file, context);

/** Decides (办结): granted, or denied with the grounds and how to appeal. */
export function decideCase(
  docket: Docket,
  command: DocketCommandOf<'decide-case'>,
  context: DocketContext,
): DocketDecision {
  const own = ownCase(docket, command, 'decide', context);
  if ('refused' in own) return own;
  const { file, contact } = own;
  if (file.missing.length > 0 && command.result === 'granted')
    return turnDown('materials-incomplete', { missing: file.missing.length });
  if (command.result === 'denied' && command.words === null) return turnDown('grounds-missing');
  const { caseId, byId, result, words } = command;
  const broken = {
    promised: file.broken.promised || promiseIsOver(file, context),
    legal: file.legalDays > 0 && (file.broken.legal || isOver(file.legalLastDay, context)),
  };
  const decided: CaseFile = { ...file, state: 'decided', decided: { result, at: context.now, day: context.day } };
  const { alarms } = datesOf(decided, context);
  const events: NewDocketEvent[] = [
    { kind: 'case-decided', data: { caseId, byId, result, day: context.day, broken, alarms, words } },
  ];
  if (contact.settled === null) {
    events.push({ kind: 'contact-settled', data: { contactId: contact.id, byId, how: 'decided', words: null } });
  }
  return { events };
}

/** Hands the result to the citizen (送达): with it they are told, and the card is closed. Any window may do it. */
export function decideDeliver(
  docket: Docket,
  command: DocketCommandOf<'deliver-case'>,
  context: DocketContext,
): DocketDecision {
  const held = movable(docket, command.caseId, 'deliver');
  if ('refused' in held) return held;
  const { caseId, byId } = command;
  if (!context.catalogue.staff[byId]) return turnDown('unknown-staff');
  const delivered: NewDocketEvent = { kind: 'case-delivered', data: { caseId, byId, from: null } };
  return { events: [delivered, ...closeWith(held.contact, byId, 'decided', true)] };
}

/** The applicant takes the application back (撤回). */
export function decideWithdraw(
  docket: Docket,
  command: DocketCommandOf<'withdraw-case'>,
  context: DocketContext,
): DocketDecision {
  const held = movable(docket, command.caseId, 'withdraw');
  if ('refused' in held) return held;
  const { caseId, byId } = command;
  if (!context.catalogue.staff[byId]) return turnDown('unknown-staff');
  const withdrawn: NewDocketEvent = { kind: 'case-withdrawn', data: { caseId, byId } };
  return { events: [withdrawn, ...closeWith(held.contact, byId, 'void', true)] };
}

/** Ends a case that cannot be decided any more (终止), with the grounds. */
export function decideTerminate(
  docket: Docket,
  command: DocketCommandOf<'terminate-case'>,
  context: DocketContext,
): DocketDecision {
  const own = ownCase(docket, command, 'terminate', context);
  if ('refused' in own) return own;
  if (command.words === null) return turnDown('grounds-missing');
  const { caseId, byId, words } = command;
  const terminated: NewDocketEvent = { kind: 'case-terminated', data: { caseId, byId, words } };
  return { events: [terminated, ...closeWith(own.contact, byId, 'void', true)] };
}

/** Says in public why a promise was not kept (优化营商环境条例 art. 36). */
export function decideExplainBreach(
  docket: Docket,
  command: DocketCommandOf<'explain-breach'>,
  context: DocketContext,
): DocketDecision {
  const file = docket.cases[command.caseId];
  if (!file) return turnDown('unknown-case');
  if (!context.catalogue.staff[command.byId]) return turnDown('unknown-staff');
  if (!promiseBroken(file, context)) return turnDown('promise-kept');
  const { caseId, byId, reason, words } = command;
  return { events: [{ kind: 'breach-explained', data: { caseId, byId, reason, words } }] };
}

/** The citizen is here again for the same case; a third visit that the office caused is a breach with its cause (两次受理制). */
export function decideVisit(
  docket: Docket,
  { caseId, ticketId }: DocketCommandOf<'visit-again'>,
  context: DocketContext,
): DocketDecision {
  const file = docket.cases[caseId];
  const contact = file && docket.contacts[file.contactId];
  if (!file || !contact) return turnDown('unknown-case');
  if (file.endedAt !== null) return turnDown('case-ended', { state: file.state });
  // One visit may have several tickets, one after another (DOMAIN §1).
  if (file.visitedOn === context.day) return turnDown('nothing-due');
  const visit = file.visits + 1;
  const resultMissing = file.decided === null && promiseBroken(file, context);
  const cause = file.notices >= 2 ? 'second-notice' : resultMissing ? 'missing-result' : null;
  const third = visit >= 3 ? cause : null;
  const data = { caseId, byId: 'citizen', ticketId, visit, third } as const;
  return {
    events: [{ kind: 'case-visited', data: { ...data, ...(third && { responsibleId: contact.answerableId }) } }],
  };
}
