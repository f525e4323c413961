import type { CaseAlarm, CaseFile } from '../case/case.ts';
import { actsFor, directorOn, supervisorOn } from '../first-contact/duty.ts';
import type { ContactAlarm, FirstContact } from '../first-contact/first-contact.ts';
import type { CardKind } from './card.ts';
import type { DocketCommandOf } from './commands.ts';
import { turnDown, type DocketContext, type DocketDecision } from './context.ts';
import { acceptance } from './decide-acceptance.ts';
import { closeWith } from './decide-contact.ts';
import type { DocketEvent, NewDocketEvent } from './events.ts';
import { docketChanges } from './evolve.ts';
import { leads, mayActFor } from './own.ts';
import { applyDocket, type Docket, type MutableDocket } from './state.ts';

/** Whom a card goes to: who answers now (or acts for them), and their supervisor; the top of the ladder also the director. */
function receivers(kind: CardKind, contact: FirstContact, { day, catalogue }: DocketContext): string[] {
  const ladder: readonly CardKind[] = ['remind', 'to-supervisor', 'to-director'];
  const first = ladder.includes(kind) && contact.handOver ? contact.handOver.toId : contact.answerableId;
  const to = [actsFor(first, day, catalogue) ?? first];
  if (kind !== 'remind') to.push(supervisorOn(day, catalogue) ?? first);
  if (kind === 'to-director' || kind === 'legal-red') to.push(directorOn(day, catalogue) ?? first);
  return [...new Set(to)];
}

function card(
  kind: CardKind,
  file: CaseFile | undefined,
  contact: FirstContact,
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
      to: receivers(kind, contact, context),
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
  const scratch: MutableDocket = {
    cases: { ...docket.cases },
    contacts: { ...docket.contacts },
    cards: {},
    counters: { ...docket.counters },
  };
  const events: NewDocketEvent[] = [];
  for (;;) {
    const contact = scratch.contacts[command.contactId];
    const file = command.caseId === null ? undefined : scratch.cases[command.caseId];
    if (!contact) return turnDown('unknown-contact');
    const next = dueNext(file, contact, context.now);
    if (!next) break;
    const fired = [card(next.kind, file, contact, next.at, context)];
    if (next.of === 'case') fired.push(...consequences(next.kind as CaseAlarm, file!, contact, context));
    for (const event of fired) {
      events.push(event);
      applyDocket(
        scratch,
        docketChanges(scratch, { ...event, seq: events.length, day: context.day, at: context.now } as DocketEvent),
      );
    }
  }
  return events.length > 0 ? { events } : turnDown('nothing-due');
}

function dueNext(file: CaseFile | undefined, contact: FirstContact, now: number) {
  const ofCase = file ? earliest<CaseAlarm>(file.alarms) : null;
  const ofContact = earliest<ContactAlarm>(contact.alarms);
  const first =
    ofCase && (!ofContact || ofCase[1] <= ofContact[1])
      ? { of: 'case' as const, due: ofCase }
      : ofContact
        ? { of: 'contact' as const, due: ofContact }
        : null;
  if (!first || first.due[1] > now) return null;
  return { of: first.of, kind: first.due[0] as CardKind, at: first.due[1] };
}

/** A supervisor urges (督办): a card by a person, with words, to be answered. */
export function decideUrge(docket: Docket, command: DocketCommandOf<'urge'>, context: DocketContext): DocketDecision {
  const contact = docket.contacts[command.contactId];
  if (!contact) return turnDown('unknown-contact');
  if (contact.closedAt !== null) return turnDown('contact-closed');
  if (!leads(command.byId, context)) return turnDown('not-the-head');
  const { catalogue, day, now } = context;
  const to = [...new Set([actsFor(contact.answerableId, day, catalogue) ?? contact.answerableId, command.byId])];
  const { contactId, byId, words } = command;
  const { caseId, departmentId } = contact;
  return {
    events: [
      { kind: 'card-given', data: { kind: 'urged', caseId, contactId, departmentId, to, dueAt: now, byId, words } },
    ],
  };
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
  if (found.acknowledged[byId] !== undefined) return turnDown('card-acknowledged');
  if (!addressee(found.to, byId, context)) return turnDown('not-addressed-to-you');
  return { events: [{ kind: 'card-acknowledged', data: { cardId, byId } }] };
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
  if (!addressee(found.to, byId, context)) return turnDown('not-addressed-to-you');
  if (words === null) return turnDown('grounds-missing');
  return { events: [{ kind: 'card-replied', data: { cardId, byId, words } }] };
}

const addressee = (to: readonly string[], byId: string, context: DocketContext): boolean =>
  to.includes(byId) || to.some((id) => mayActFor(id, byId, context));
