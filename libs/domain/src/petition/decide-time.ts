import type { DocketCommandOf } from '../docket/commands.ts';
import { turnDown, type DocketContext, type DocketDecision } from '../docket/context.ts';
import { decidesFor } from '../docket/own.ts';
import type { DocketRefusal } from '../docket/refusals.ts';
import type { Docket } from '../docket/state.ts';
import type { FirstContact } from '../first-contact/first-contact.ts';
import type { Disclosure } from '../disclosure/disclosure.ts';
import type { Opinion } from '../opinion/opinion.ts';
import { ownPetition } from './handles.ts';
import { awaitAnswer, isLate } from './reply.ts';

const ANSWERED = ['opinion', 'disclosure'] as const;

/** Asks for more time before the answer is due, once, with the grounds. */
export function decideAskTime(
  docket: Docket,
  command: DocketCommandOf<'ask-time'>,
  context: DocketContext,
): DocketDecision {
  const held = ownPetition(docket, command, ANSWERED, ['to-answer'], context);
  if ('refused' in held) return held;
  const { petition } = held;
  if (petition.moreTime !== null) return turnDown('extension-used');
  if (isLate(petition, context)) return turnDown('extension-after-expiry');
  if (command.words === null) return turnDown('grounds-missing');
  const { limits } = context.catalogue.hall;
  const days = petition.kind === 'opinion' ? limits.opinionExtensionDays : limits.disclosureExtensionDays;
  const { contactId, byId, words } = command;
  return { events: [{ kind: 'petition-time-asked', data: { contactId, byId, days, words } }] };
}

/** A request for more time that waits, for somebody who may decide about it: not who asked, nobody concerned. */
function asked(
  docket: Docket,
  { contactId, byId }: { contactId: string; byId: string },
  context: DocketContext,
): { petition: Opinion | Disclosure; contact: FirstContact } | DocketRefusal {
  const petition = docket.petitions[contactId];
  const contact = docket.contacts[contactId];
  if (!petition || !contact || petition.kind === 'rating') return turnDown('unknown-petition');
  if (petition.state !== 'to-answer' || petition.moreTime === null || petition.moreTime.approvedBy !== null)
    return turnDown('extension-not-asked');
  if (petition.concerned.includes(byId)) return turnDown('concerned');
  if (petition.moreTime.askedBy === byId) return turnDown('extension-own-approval');
  return decidesFor(contact.answerableId, byId, context) ? { petition, contact } : turnDown('not-the-head');
}

/** The head approves before the answer is due; who asked for the answer sees the new day and is told of it (告知). */
export function decideApproveTime(
  docket: Docket,
  command: DocketCommandOf<'approve-time'>,
  context: DocketContext,
): DocketDecision {
  const held = asked(docket, command, context);
  if ('refused' in held) return held;
  const { petition } = held;
  if (isLate(petition, context)) return turnDown('extension-after-expiry');
  const { limits } = context.catalogue.hall;
  const first = petition.kind === 'opinion' ? limits.opinionDays : limits.disclosureDays;
  const { days } = petition.moreTime!;
  const stand = awaitAnswer(petition.countsFrom, first + days, context);
  const { contactId, byId } = command;
  return { events: [{ kind: 'petition-time-approved', data: { contactId, byId, days, ...stand } }] };
}

/** The head declines; it may be asked again with better grounds. */
export function decideDeclineTime(
  docket: Docket,
  command: DocketCommandOf<'decline-time'>,
  context: DocketContext,
): DocketDecision {
  const held = asked(docket, command, context);
  if ('refused' in held) return held;
  const { contactId, byId, words } = command;
  return { events: [{ kind: 'petition-time-declined', data: { contactId, byId, words } }] };
}
