import type { DocketCommandOf } from '../docket/commands.ts';
import { closesOn, turnDown, type DocketContext, type DocketDecision } from '../docket/context.ts';
import { closeWith } from '../docket/decide-contact.ts';
import type { Docket } from '../docket/state.ts';
import { handlerFor } from '../petition/concerned.ts';
import { ownPetition } from '../petition/handles.ts';
import { openCard } from '../petition/open-card.ts';
import { afterAnswer, awaitAnswer, CLOSED, isLate, type ReplyStand } from '../petition/reply.ts';
import { HOUR, type Instant } from '../time/instant.ts';
import { serviceDayOf } from '../time/zoned.ts';
import { concernedBy } from './concerned.ts';
import { CHANNEL_OF } from './opinion.ts';

/** 24 hours; when they end on a day that is not worked, the close of the next that is. */
function sendBackUntil({ now, calendar, catalogue }: DocketContext): Instant {
  const { hall } = catalogue;
  const until = now + hall.limits.sendBackHours * HOUR;
  const day = serviceDayOf(until, hall.timeZone, hall.dayStartsAt);
  return calendar.isWorkingDay(day) ? until : closesOn(calendar.after(day, 1), catalogue);
}

function awaitTakingUp({ day, calendar, catalogue }: DocketContext): ReplyStand {
  const dueBy = calendar.after(day, catalogue.hall.limits.takeUpDays);
  return { state: 'to-take-up', dueBy, alarms: { 'take-up-late': closesOn(dueBy, catalogue) } };
}

/** Registers an opinion and gives it to somebody who is not concerned, at once: nothing said lies about unowned. */
export function decideRegisterOpinion(
  docket: Docket,
  command: DocketCommandOf<'register-opinion'>,
  context: DocketContext,
): DocketDecision {
  const { catalogue, day } = context;
  const { byId, opinion, source, subject, ticketId, clerkIds, matterId, named, words } = command;
  if (byId !== 'citizen' && !catalogue.staff[byId]) return turnDown('unknown-staff');
  if (words === null) return turnDown('grounds-missing');
  const { staffId, windowId, departmentId } = subject;
  const known =
    (staffId === null || catalogue.staff[staffId] !== undefined) &&
    (windowId === null || catalogue.windows[windowId] !== undefined) &&
    (departmentId === null || catalogue.departments[departmentId] !== undefined) &&
    (matterId === null || catalogue.matters[matterId] !== undefined);
  if (!known) return turnDown('unknown-subject');
  const concerned = concernedBy(subject, clerkIds, catalogue);
  const handler = handlerFor(concerned, day, catalogue);
  if (handler === null) return turnDown('nobody-on-duty');
  const card = openCard(
    docket,
    {
      channel: CHANNEL_OF[source],
      about: 'opinion',
      receiverId: handler.id,
      matterId,
      departmentId: departmentId ?? (matterId === null ? null : catalogue.matters[matterId]!.departmentId),
      ticketId,
    },
    context,
  );
  const stand =
    opinion === 'report' ? awaitTakingUp(context) : awaitAnswer(day, catalogue.hall.limits.opinionDays, context);
  return {
    events: [
      card.event,
      {
        kind: 'opinion-registered',
        data: {
          contactId: card.contactId,
          byId,
          opinion,
          source,
          subject,
          concerned,
          unavoidable: handler.unavoidable,
          named,
          sendBackUntil: sendBackUntil(context),
          ...stand,
          words,
        },
      },
    ],
  };
}

/** A report is taken up or not (受理、不予受理); said to whoever made it, with the grounds when it is not. */
export function decideTakeUp(
  docket: Docket,
  command: DocketCommandOf<'take-up-opinion'>,
  context: DocketContext,
): DocketDecision {
  const held = ownPetition(docket, command, ['opinion'] as const, ['to-take-up'], context);
  if ('refused' in held) return held;
  const { contactId, byId, taken, words } = command;
  if (words === null) return turnDown('grounds-missing');
  const { limits } = context.catalogue.hall;
  const stand = taken ? awaitAnswer(context.day, limits.opinionDays, context) : CLOSED;
  const late = isLate(held.petition, context);
  return {
    events: [
      { kind: 'opinion-taken-up', data: { contactId, byId, taken, late, ...stand, words } },
      ...(taken ? [] : closeWith(held.contact, byId, 'answered', true)),
    ],
  };
}

/** Not for this hall (不属于本大厅): sent back within 24 hours, with the reason and the right place. */
export function decideSendBack(
  docket: Docket,
  command: DocketCommandOf<'send-back-opinion'>,
  context: DocketContext,
): DocketDecision {
  const held = ownPetition(docket, command, ['opinion'] as const, ['to-take-up', 'to-answer'], context);
  if ('refused' in held) return held;
  const { petition, contact } = held;
  const { contactId, byId, words } = command;
  if (words === null) return turnDown('grounds-missing');
  if (context.now >= petition.sendBackUntil) return turnDown('send-back-too-late');
  const stand = afterAnswer(petition.named, context);
  return {
    events: [
      { kind: 'opinion-sent-back', data: { contactId, byId, ...stand, words } },
      ...(stand.state === 'closed' ? closeWith(contact, byId, 'referred-out', true) : []),
    ],
  };
}

/** Answers (答复): what was found and what is done about it, in words that the citizen reads. */
export function decideAnswerOpinion(
  docket: Docket,
  command: DocketCommandOf<'answer-opinion'>,
  context: DocketContext,
): DocketDecision {
  const held = ownPetition(docket, command, ['opinion'] as const, ['to-answer'], context);
  if ('refused' in held) return held;
  const { petition, contact } = held;
  const { contactId, byId, words } = command;
  if (words === null) return turnDown('grounds-missing');
  const stand = afterAnswer(petition.named, context);
  const late = isLate(petition, context);
  return {
    events: [
      { kind: 'opinion-answered', data: { contactId, byId, late, ...stand, words } },
      ...(stand.state === 'closed' ? closeWith(contact, byId, 'answered', true) : []),
    ],
  };
}
