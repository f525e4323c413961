import type { CaseAlarm, CaseFile } from '../case/case.ts';
import { actsFor, directorOn, supervisorOn } from '../first-contact/duty.ts';
import type { FirstContact } from '../first-contact/first-contact.ts';
import type { Card, CardKind } from './card.ts';
import type { DocketCommandOf } from './commands.ts';
import { closesOn, turnDown, type DocketContext, type DocketDecision } from './context.ts';
import { acceptance } from './decide-acceptance.ts';
import { closeWith } from './decide-contact.ts';
import type { NewDocketEvent } from './events.ts';
import { concernedIn, leads, mayActFor } from './own.ts';
import { publication } from '../rating/decide-loop.ts';
import { QUIET_ALARMS, type Petition, type PetitionAlarm } from '../petition/petition.ts';
import { Scratch } from './scratch.ts';
import type { Docket } from './state.ts';

/** Cards that also go to the director. */
const TO_THE_TOP: readonly CardKind[] = ['to-director', 'legal-red', 'reply-late'];

/** Whom a card goes to: who answers now (or acts for them), and their supervisor; the top of the ladder also the director. */
function receivers(
  kind: CardKind,
  contact: FirstContact,
  petition: Petition | undefined,
  { day, catalogue }: DocketContext,
): string[] {
  const concerned = petition?.concerned ?? [];
  const ladder: readonly CardKind[] = ['remind', 'to-supervisor', 'to-director'];
  const first =
    ladder.includes(kind) && contact.handOver
      ? contact.handOver.toId
      : // Once there is an answer, it is the first receiver's to tell the citizen (DOMAIN §4).
        kind === 'feedback-late' && contact.settled !== null
        ? contact.firstReceiverId
        : // What was reported is for whoever gave the order to check.
          kind === 'check-late' && petition?.kind === 'order'
          ? petition.givenBy
          : contact.answerableId;
  const to = [actsFor(first, day, catalogue, concerned) ?? first];
  if (kind === 'reply-late') to.push(...contact.urged.map(({ byId }) => byId));
  if (kind !== 'remind') to.push(supervisorOn(day, catalogue) ?? first);
  if (TO_THE_TOP.includes(kind)) to.push(directorOn(day, catalogue) ?? first);
  // Nobody hears by a card what is said about them; who answers always gets it.
  return [...new Set(to)].filter((id, index) => index === 0 || !concerned.includes(id));
}

function card(
  kind: CardKind,
  file: CaseFile | undefined,
  contact: FirstContact,
  petition: Petition | undefined,
  dueAt: number,
  context: DocketContext,
): NewDocketEvent {
  return {
    kind: 'card-given',
    data: {
      kind,
      caseId: file?.id ?? null,
      contactId: contact.id,
      departmentId: file?.departmentId ?? contact.departmentId,
      to: receivers(kind, contact, petition, context),
      dueAt,
      byId: null,
      words: null,
    },
  };
}

/** What goes off first: at the same moment the graver last, so that a story reads in order. */
function earliest<K extends string>(alarms: Readonly<Partial<Record<K, number>>>): [K, number] | null {
  let best: [K, number] | null = null;
  for (const [kind, at] of Object.entries(alarms) as [K, number][])
    if (best === null || at < best[1]) best = [kind, at];
  return best;
}

/** What an alarm does besides its card: accepts what nobody answered, withdraws what never came. */
function consequences(
  kind: CaseAlarm,
  file: CaseFile,
  contact: FirstContact,
  context: DocketContext,
): NewDocketEvent[] {
  if (kind === 'deemed') return [acceptance(file, 'clock', 'deemed', null, context)];
  if (kind === 'missing-late') {
    const withdrawn: NewDocketEvent = { kind: 'case-withdrawn', data: { caseId: file.id, byId: 'clock' } };
    return [withdrawn, ...closeWith(contact, 'clock', 'void', true)];
  }
  return [];
}

/**
 * The clock's command: gives every card whose moment has come, oldest first, with what follows from it. When a server was down the
 * cards are given as soon as one is up; a second server, or the same one after a crash, finds nothing due.
 */
export function decideFireDue(
  docket: Docket,
  command: DocketCommandOf<'fire-due'>,
  context: DocketContext,
): DocketDecision {
  const contact = docket.contacts[command.contactId];
  if (!contact) return turnDown('unknown-contact');
  const due = fallenDue(docket, contact, context);
  return due ? { events: due.events } : turnDown('nothing-due');
}

/** What has fallen due on a first contact and its case by now, with the docket after it for whoever asks; `null`: nothing. */
export function fallenDue(
  docket: Docket,
  { id, caseId }: FirstContact,
  context: DocketContext,
): { events: NewDocketEvent[]; docketAfter: () => Docket } | null {
  const scratch = new Scratch(docket, { caseId, contactId: id }, context);
  for (;;) {
    const contact = scratch.docket.contacts[id]!;
    const file = caseId === null ? undefined : scratch.docket.cases[caseId];
    const petition = scratch.docket.petitions[id];
    const next = dueNext(file, petition, contact, context.now);
    if (!next) break;
    const quiet = next.of === 'petition' && QUIET_ALARMS.includes(next.kind as PetitionAlarm);
    scratch.add(
      quiet && petition?.kind === 'rating'
        ? publication(petition, contact)
        : [card(next.kind as CardKind, file, contact, petition, next.at, context)],
    );
    if (next.of === 'case') scratch.add(consequences(next.kind as CaseAlarm, file!, contact, context));
  }
  return scratch.events.length > 0 ? { events: scratch.events, docketAfter: () => scratch.over(docket) } : null;
}

/** What goes off next on a case, on what else hangs on the contact, or on the contact itself; nothing before its moment. */
function dueNext(file: CaseFile | undefined, petition: Petition | undefined, contact: FirstContact, now: number) {
  const sources = [
    ['case', file?.alarms],
    ['petition', petition?.alarms],
    ['contact', contact.alarms],
  ] as const;
  let first: { of: 'case' | 'petition' | 'contact'; kind: CardKind | PetitionAlarm; at: number } | null = null;
  for (const [of, alarms] of sources) {
    const due = alarms && earliest<CardKind | PetitionAlarm>(alarms);
    if (due && due[1] <= now && (first === null || due[1] < first.at)) first = { of, kind: due[0], at: due[1] };
  }
  return first;
}

/** A supervisor urges (督办): a card by a person, with words, to be answered by the close of a certain day. */
export function decideUrge(docket: Docket, command: DocketCommandOf<'urge'>, context: DocketContext): DocketDecision {
  const contact = docket.contacts[command.contactId];
  if (!contact) return turnDown('unknown-contact');
  if (contact.closedAt !== null) return turnDown('contact-closed');
  if (!leads(command.byId, context)) return turnDown('not-the-head');
  const concerned = concernedIn(docket, contact.id);
  if (concerned.includes(command.byId)) return turnDown('concerned');
  const { catalogue, day, now } = context;
  const to = [
    ...new Set([actsFor(contact.answerableId, day, catalogue, concerned) ?? contact.answerableId, command.byId]),
  ];
  const { contactId, byId, words } = command;
  const { caseId, departmentId } = contact;
  const replyBy = closesOn(context.calendar.after(day, catalogue.hall.limits.replyDays), catalogue);
  const data = { kind: 'urged', caseId, contactId, departmentId, to, dueAt: now, byId, replyBy, words } as const;
  return { events: [{ kind: 'card-given', data }] };
}

/** Seen (知悉). A card is never taken back, only acknowledged and answered. */
export function decideAcknowledgeCard(
  docket: Docket,
  command: DocketCommandOf<'acknowledge-card'>,
  context: DocketContext,
): DocketDecision {
  const { cardId, byId } = command;
  const found = docket.cards[cardId];
  if (!found) return turnDown('unknown-card');
  const place = placeOn(docket, found, byId, context);
  if (place === null) return turnDown('not-addressed-to-you');
  if (found.acknowledged[place] !== undefined) return turnDown('card-acknowledged');
  return { events: [{ kind: 'card-acknowledged', data: { cardId, byId, ...(place !== byId && { forId: place }) } }] };
}

/** An answer to a card (回复): what is being done about it. */
export function decideReplyCard(
  docket: Docket,
  command: DocketCommandOf<'reply-card'>,
  context: DocketContext,
): DocketDecision {
  const { cardId, byId, words } = command;
  const found = docket.cards[cardId];
  if (!found) return turnDown('unknown-card');
  const place = placeOn(docket, found, byId, context);
  if (place === null) return turnDown('not-addressed-to-you');
  if (words === null) return turnDown('grounds-missing');
  return { events: [{ kind: 'card-replied', data: { cardId, byId, ...(place !== byId && { forId: place }), words } }] };
}

/**
 * In whose place somebody stands on a card: their own; the first one's, the handler's, when they answer for the matter by now or act
 * for who does; that of a receiver for whom they act. `null`: in nobody's.
 */
export function placeOn(
  docket: Docket,
  { to, contactId }: Pick<Card, 'to' | 'contactId'>,
  byId: string,
  context: DocketContext,
): string | null {
  if (to.includes(byId)) return byId;
  const concerned = concernedIn(docket, contactId);
  const contact = docket.contacts[contactId];
  if (contact && mayActFor(contact.answerableId, byId, context, concerned)) return to[0]!;
  return to.find((id) => mayActFor(id, byId, context, concerned)) ?? null;
}
