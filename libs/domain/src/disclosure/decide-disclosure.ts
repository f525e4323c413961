import type { DocketCommandOf } from '../docket/commands.ts';
import { closesOn, turnDown, type DocketContext, type DocketDecision } from '../docket/context.ts';
import type { Docket } from '../docket/state.ts';
import { handlerFor } from '../petition/concerned.ts';
import { ownPetition } from '../petition/handles.ts';
import { openCard } from '../petition/open-card.ts';
import { afterAnswer, awaitAnswer, isLate } from '../petition/reply.ts';

/** Receives a request for disclosure (收到申请): from that day the limit counts. */
export function decideRegisterDisclosure(
  docket: Docket,
  command: DocketCommandOf<'register-disclosure'>,
  context: DocketContext,
): DocketDecision {
  const { catalogue, day } = context;
  const { byId, channel, applicant, departmentId, words } = command;
  if (byId !== 'citizen' && !catalogue.staff[byId]) return turnDown('unknown-staff');
  if (words === null) return turnDown('grounds-missing');
  if (departmentId !== null && !catalogue.departments[departmentId]) return turnDown('unknown-subject');
  const handler = handlerFor([], day, catalogue);
  if (handler === null) return turnDown('nobody-on-duty');
  const facts = { channel, about: 'disclosure', receiverId: handler.id, departmentId } as const;
  const { contactId, event } = openCard(docket, facts, context);
  const stand = awaitAnswer(day, catalogue.hall.limits.disclosureDays, context);
  return {
    events: [event, { kind: 'disclosure-registered', data: { contactId, byId, applicant, ...stand, words } }],
  };
}

/** What was asked for is not clear (补正): said once, in one notice, within 7 working days (art. 30). */
export function decideAskCorrection(
  docket: Docket,
  command: DocketCommandOf<'ask-correction'>,
  context: DocketContext,
): DocketDecision {
  const held = ownPetition(docket, command, ['disclosure'] as const, ['to-answer'], context);
  if ('refused' in held) return held;
  const { petition } = held;
  const { calendar, catalogue, day, now } = context;
  const { limits } = catalogue.hall;
  if (petition.correction !== null) return turnDown('correction-used');
  if (now >= closesOn(calendar.after(petition.openedDay, limits.correctionAskDays), catalogue))
    return turnDown('correction-too-late');
  const { contactId, byId, words } = command;
  if (words === null) return turnDown('grounds-missing');
  const dueBy = calendar.after(day, limits.correctionDays);
  const alarms = { 'correction-late': closesOn(dueBy, catalogue) };
  return {
    events: [
      { kind: 'disclosure-correction-asked', data: { contactId, byId, state: 'to-correct', dueBy, alarms, words } },
    ],
  };
}

/** The applicant made it clear: the limit counts again from this day (art. 30). */
export function decideBringCorrection(
  docket: Docket,
  command: DocketCommandOf<'bring-correction'>,
  context: DocketContext,
): DocketDecision {
  const held = ownPetition(docket, command, ['disclosure'] as const, ['to-correct'], context);
  if ('refused' in held) return held;
  const { contactId, byId, words } = command;
  if (words === null) return turnDown('grounds-missing');
  const stand = awaitAnswer(context.day, context.catalogue.hall.limits.disclosureDays, context);
  return { events: [{ kind: 'disclosure-corrected', data: { contactId, byId, ...stand, words } }] };
}

/** Answers (答复) with one of the outcomes; the words are the reply. */
export function decideAnswerDisclosure(
  docket: Docket,
  command: DocketCommandOf<'answer-disclosure'>,
  context: DocketContext,
): DocketDecision {
  const held = ownPetition(docket, command, ['disclosure'] as const, ['to-answer', 'to-correct'], context);
  if ('refused' in held) return held;
  const { petition } = held;
  const { contactId, byId, outcome, words } = command;
  if (words === null) return turnDown('grounds-missing');
  const late = isLate(petition, context);
  const waits = petition.state === 'to-correct';
  // While the applicant has the word, only their silence ends it, and only once their time is over.
  if (waits && !(outcome === 'not-corrected' && late)) return turnDown('waits-for-correction');
  if (!waits && outcome === 'not-corrected') return turnDown('correction-not-asked');
  if (outcome === 'still-unclear' && petition.correction === null) return turnDown('correction-not-asked');
  const stand = afterAnswer(petition.named, context);
  return {
    events: [
      { kind: 'disclosure-answered', data: { contactId, byId, outcome, late: late && !waits, ...stand, words } },
    ],
  };
}
