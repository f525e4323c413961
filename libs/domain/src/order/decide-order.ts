import { fileFault } from '../case/case-files.ts';
import type { DocketCommandOf } from '../docket/commands.ts';
import { closesOn, turnDown, type DocketContext, type DocketDecision } from '../docket/context.ts';
import { closeWith } from '../docket/decide-contact.ts';
import { leads, mayActFor } from '../docket/own.ts';
import type { DocketRefusal } from '../docket/refusals.ts';
import type { NewDocketEvent, WordsRef } from '../docket/events.ts';
import type { Docket } from '../docket/state.ts';
import type { FirstContact } from '../first-contact/first-contact.ts';
import { ownPetition } from '../petition/handles.ts';
import { openCard } from '../petition/open-card.ts';
import {
  awaitCarryingOut,
  awaitCheck,
  isPhoto,
  MOST_PHOTOS,
  ORDER_CLOSED,
  type Order,
  type OrderCause,
} from './order.ts';

/** What an order says, whoever gives it. */
export interface OrderWish {
  byId: string;
  /** Whom it is given to; `null`: the head of the department. */
  toId: string | null;
  departmentId: string | null;
  windowId: string | null;
  days: number;
  words: WordsRef | null;
}

interface Origin {
  cause: OrderCause;
  inspectionId: string | null;
  point: string | null;
  checkers: readonly string[];
}

/** An order given to one person: its card in the docket, and the order on it. Nobody gives one to themselves. */
export function orderGiven(
  docket: Docket,
  { byId, toId, departmentId, windowId, days, words }: OrderWish,
  origin: Origin,
  context: DocketContext,
): { contactId: string; events: NewDocketEvent[] } | DocketRefusal {
  const { catalogue } = context;
  if (words === null) return turnDown('grounds-missing');
  if (windowId !== null && !catalogue.windows[windowId]) return turnDown('unknown-subject');
  const department = departmentId === null ? null : catalogue.departments[departmentId];
  if (department === undefined) return turnDown('unknown-subject');
  const receiverId = toId ?? department?.headId ?? null;
  if (receiverId === null || !catalogue.staff[receiverId]) return turnDown('unknown-staff');
  if (receiverId === byId) return turnDown('order-to-oneself');
  const about = departmentId ?? catalogue.staff[receiverId].departmentId;
  const card = openCard(docket, { channel: 'desk', about: 'order', receiverId, departmentId: about }, context);
  const { contactId } = card;
  const stand = awaitCarryingOut(days, context);
  const data = { contactId, byId, ...origin, windowId, days, ...stand, words };
  return { contactId, events: [card.event, { kind: 'order-given', data }] };
}

/** A supervisor's urging order (催办、督办单) about anything, with a day for the reply. */
export function decideGiveOrder(
  docket: Docket,
  command: DocketCommandOf<'give-order'>,
  context: DocketContext,
): DocketDecision {
  if (!leads(command.byId, context)) return turnDown('not-the-head');
  const origin = { cause: 'urging', inspectionId: null, point: null, checkers: [command.byId] } as const;
  return orderGiven(docket, command, origin, context);
}

/** Whoever answers for it reports what was done (整改完成、回复). */
export function decideCarryOut(
  docket: Docket,
  command: DocketCommandOf<'carry-out-order'>,
  context: DocketContext,
): DocketDecision {
  const held = ownPetition(docket, command, ['order'] as const, ['to-carry-out'], context);
  if ('refused' in held) return held;
  const { contactId, byId, words } = command;
  // Whoever leads may take most steps for others; an answer is given by who answers for it.
  if (!mayActFor(held.contact.answerableId, byId, context))
    return turnDown('not-yours', { answerableId: held.contact.answerableId });
  if (words === null) return turnDown('grounds-missing');
  const late = context.now >= closesOn(held.petition.dueBy!, context.catalogue);
  return { events: [{ kind: 'order-carried-out', data: { contactId, byId, late, ...awaitCheck(context), words } }] };
}

/** Whether somebody may check: an inspector, who gave it, or who leads the hall; never who answered or reported for it. */
export function mayCheck(order: Order, { line }: FirstContact, byId: string, context: DocketContext): boolean {
  if (line.includes(byId) || order.reported?.byId === byId) return false;
  return order.checkers.includes(byId) || leads(byId, context);
}

/** Checks what was reported (复核): done, and it is closed; or once more, with a new day. */
export function decideCheckOrder(
  docket: Docket,
  command: DocketCommandOf<'check-order'>,
  context: DocketContext,
): DocketDecision {
  const { contactId, byId, done, days, words } = command;
  const order = docket.petitions[contactId];
  const contact = docket.contacts[contactId];
  if (!contact || order?.kind !== 'order') return turnDown('unknown-petition');
  if (order.state !== 'to-check')
    return turnDown(order.endedAt === null ? 'wrong-petition-state' : 'contact-closed', { state: order.state });
  if (!mayCheck(order, contact, byId, context)) return turnDown('own-check');
  if (done) {
    const data = { contactId, byId, ...ORDER_CLOSED, words };
    return { events: [{ kind: 'order-done', data }, ...closeWith(contact, byId, 'answered', true)] };
  }
  if (words === null) return turnDown('grounds-missing');
  const stand = awaitCarryingOut(days ?? order.days, context);
  return { events: [{ kind: 'order-sent-back', data: { contactId, byId, ...stand, words } }] };
}

/** A photograph, of what was found or of what was put right. It is stored already when this is asked. */
export function decidePhotograph(
  docket: Docket,
  command: DocketCommandOf<'photograph-order'>,
  context: DocketContext,
): DocketDecision {
  const { contactId, byId, fileId, sha256, size, found: type, words } = command;
  const order = docket.petitions[contactId];
  const contact = docket.contacts[contactId];
  if (!contact || order?.kind !== 'order') return turnDown('unknown-petition');
  if (order.endedAt !== null) return turnDown('contact-closed');
  const may = order.checkers.includes(byId) || leads(byId, context) || mayActFor(contact.answerableId, byId, context);
  if (!may) return turnDown('not-yours', { answerableId: contact.answerableId });
  const { files: settings } = context.catalogue.hall;
  const fault = fileFault(command, settings);
  if (fault !== null) return turnDown(fault, { most: settings.maxMegabytes });
  if (!isPhoto(type)) return turnDown('not-a-photograph');
  if (order.photos.some((one) => one.sha256 === sha256)) return turnDown('file-twice');
  if (order.photos.length >= MOST_PHOTOS) return turnDown('too-many-files', { most: MOST_PHOTOS });
  return { events: [{ kind: 'order-photographed', data: { contactId, byId, fileId, sha256, size, type, words } }] };
}
