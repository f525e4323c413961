import type { BeforeClosing } from '../case/case.ts';
import { datesOf } from '../case/dates.ts';
import { reopened } from '../case/reopened.ts';
import type { DocketCommandOf } from './commands.ts';
import { isTurnedDown, turnDown, type DocketContext, type DocketDecision } from './context.ts';
import { decideAccept } from './decide-acceptance.ts';
import { decideCase, decideDeliver } from './decide-outcome.ts';
import type { NewDocketEvent } from './events.ts';
import { mayActFor } from './own.ts';
import { Scratch } from './scratch.ts';
import type { Docket } from './state.ts';

/**
 * The serving of an immediate matter ended with “done” (即办件): accepted, granted and delivered with it, in one. What cannot be — a
 * material is missing, somebody else has been asked to take it over, an
 * urging order waits for its answer — leaves the case where it is: its first contact is not settled
 * and stays with whoever answers for it. The serving's own end is never held up by that; the citizen has left.
 */
export function decideCloseWithServing(
  docket: Docket,
  { caseId, byId }: DocketCommandOf<'close-with-serving'>,
  context: DocketContext,
): DocketDecision {
  const file = docket.cases[caseId];
  const contact = file && docket.contacts[file.contactId];
  if (!file || !contact) return turnDown('unknown-case');
  const { state, guideVersion, limits } = file;
  if (file.kind !== 'immediate' || (state !== 'received' && state !== 'deciding'))
    return turnDown('wrong-case-state', { state });
  if (file.missing.length > 0) return turnDown('materials-incomplete', { missing: file.missing.length });
  if (contact.handOver !== null || contact.awaitsAppointment || contact.urged.length > 0)
    return turnDown('hand-over-pending');
  const scratch = new Scratch(docket, { caseId, contactId: contact.id }, context);
  const steps = [
    ...(state === 'received' ? [() => accept(scratch.docket)] : []),
    () => decideCase(scratch.docket, { type: 'decide-case', caseId, byId, result: 'granted', words: null }, context),
    () => decideDeliver(scratch.docket, { type: 'deliver-case', caseId, byId }, context),
  ];
  function accept(before: Docket) {
    return decideAccept(before, { type: 'accept-case', caseId, byId, missingBy: null }, context);
  }
  for (const step of steps) {
    const decision = step();
    if (isTurnedDown(decision)) return decision;
    scratch.add(decision.events.map((event) => withOrigin(event, { state, guideVersion, limits })));
  }
  return { events: scratch.events };
}

/** The delivery remembers from where the serving took the case along, so that an undone finish can put it back there. */
function withOrigin(event: NewDocketEvent, from: BeforeClosing): NewDocketEvent {
  return event.kind === 'case-delivered' ? { ...event, data: { ...event.data, from } } : event;
}

/** The finish was undone: the case that closed with it goes back to where it was, and its first contact is open again. */
export function decideReopenWithServing(
  docket: Docket,
  { caseId, byId }: DocketCommandOf<'reopen-with-serving'>,
  context: DocketContext,
): DocketDecision {
  const file = docket.cases[caseId];
  const contact = file && docket.contacts[file.contactId];
  if (!file || !contact) return turnDown('unknown-case');
  if (file.state !== 'delivered' || file.closedFrom === null)
    return turnDown('wrong-case-state', { state: file.state });
  if (!mayActFor(contact.answerableId, byId, context))
    return turnDown('not-yours', { answerableId: contact.answerableId });
  return {
    events: [
      { kind: 'case-reopened', data: { caseId, byId, ...datesOf(reopened(file), context) } },
      { kind: 'contact-reopened', data: { contactId: contact.id, byId } },
    ],
  };
}
