import type { Alarms } from '../case/case.ts';
import { addOfficeTime } from '../calendar/office-time.ts';
import { actsFor, directorOn, onDuty, supervisorOn } from '../first-contact/duty.ts';
import type { ContactAlarm, FirstContact } from '../first-contact/first-contact.ts';
import type { DocketCommandOf } from './commands.ts';
import { hoursIn, turnDown, type DocketContext, type DocketDecision } from './context.ts';
import type { NewDocketEvent } from './events.ts';
import { concernedIn, leads, openContact, ownContact } from './own.ts';
import type { Docket } from './state.ts';

const WRITTEN = ['letter', 'online'];

/** The ladder of a hand-over that nobody acknowledges: reminder at 50 %, supervisor at 100 %, director at 200 % of the limit. */
function ladder(contact: FirstContact, { now, day, catalogue }: DocketContext): Alarms<ContactAlarm> {
  const { limits } = catalogue.hall;
  const limit = WRITTEN.includes(contact.channel) ? limits.acknowledgeWrittenMs : limits.acknowledgeMs;
  const at = (share: number) => Math.round(addOfficeTime(now, day, limit * share, hoursIn(catalogue)));
  return { ...feedback(contact), remind: at(0.5), 'to-supervisor': at(1), 'to-director': at(2) };
}

/** What stays due whoever answers: telling the citizen, and answering an urging order. */
const feedback = ({ alarms }: FirstContact): Alarms<ContactAlarm> => ({
  ...(alarms['feedback-late'] !== undefined && { 'feedback-late': alarms['feedback-late'] }),
  ...(alarms['reply-late'] !== undefined && { 'reply-late': alarms['reply-late'] }),
});

/** Who receives for a person today: themselves or who stands in, never somebody who has had it already, nor who hands it on. */
function receiverFor(
  toId: string,
  byId: string,
  contact: FirstContact,
  concerned: readonly string[],
  { day, catalogue }: DocketContext,
): string | null {
  const free = (id: string | null | undefined): id is string =>
    typeof id === 'string' &&
    id !== byId &&
    !contact.line.includes(id) &&
    !concerned.includes(id) &&
    onDuty(id, day, catalogue);
  if (free(toId)) return toId;
  const { standInId } = catalogue.staff[toId]!;
  if (free(standInId)) return standInId;
  const acting = actsFor(toId, day, catalogue, concerned);
  if (free(acting)) return acting;
  return [supervisorOn(day, catalogue), directorOn(day, catalogue)].find(free) ?? null;
}

/** Hands a matter on (转办). Responsibility stays where it is until the receiver acknowledges. */
export function decideHandOver(
  docket: Docket,
  command: DocketCommandOf<'hand-over'>,
  context: DocketContext,
): DocketDecision {
  const own = ownContact(docket, command, context);
  if ('refused' in own) return own;
  const { contact } = own;
  if (!context.catalogue.staff[command.toId]) return turnDown('unknown-staff');
  if (command.toId === contact.answerableId || command.toId === command.byId) return turnDown('hand-over-to-oneself');
  if (contact.line.includes(command.toId)) return turnDown('hand-over-in-a-circle');
  if (contact.handOver !== null || contact.awaitsAppointment) return turnDown('hand-over-pending');
  const concerned = concernedIn(docket, contact.id);
  if (concerned.includes(command.toId)) return turnDown('concerned');
  const toId = receiverFor(command.toId, command.byId, contact, concerned, context);
  if (toId === null) return turnDown('nobody-on-duty');
  const standsInFor = toId === command.toId ? null : command.toId;
  const { contactId, byId, words } = command;
  const alarms = ladder(contact, context);
  return { events: [{ kind: 'contact-offered', data: { contactId, byId, toId, standsInFor, alarms, words } }] };
}

/** The hand-over that is addressed to this person, or to whom they act for today. */
function addressed(docket: Docket, { contactId, byId }: { contactId: string; byId: string }, context: DocketContext) {
  const open = openContact(docket, contactId);
  if ('refused' in open) return open;
  const { handOver } = open.contact;
  if (handOver === null) return turnDown('no-hand-over');
  if (handOver.toId === byId) return open;
  const acting =
    !onDuty(handOver.toId, context.day, context.catalogue) &&
    actsFor(handOver.toId, context.day, context.catalogue, concernedIn(docket, contactId)) === byId;
  return acting ? open : turnDown('not-addressed-to-you');
}

/** The receiver takes it over (承接): from now on they answer for the matter, the first receiver for the citizen being told. */
export function decideAcknowledge(
  docket: Docket,
  command: DocketCommandOf<'acknowledge'>,
  context: DocketContext,
): DocketDecision {
  const open = addressed(docket, command, context);
  if ('refused' in open) return open;
  const { contactId, byId } = command;
  // Whoever acts for an absent receiver may have had it before.
  if (open.contact.line.includes(byId)) return turnDown('hand-over-in-a-circle');
  return { events: [{ kind: 'contact-acknowledged', data: { contactId, byId, alarms: feedback(open.contact) } }] };
}

/** The receiver does not take it, with a reason: it goes back; the second time the supervisor decides. */
export function decideRefuseHandOver(
  docket: Docket,
  command: DocketCommandOf<'refuse-hand-over'>,
  context: DocketContext,
): DocketDecision {
  const open = addressed(docket, command, context);
  if ('refused' in open) return open;
  const { contact } = open;
  const { contactId, byId, reason, words } = command;
  const events: NewDocketEvent[] = [
    { kind: 'contact-refused', data: { contactId, byId, reason, alarms: feedback(contact), words } },
  ];
  if (contact.refusals >= 1) {
    const supervisor = supervisorOn(context.day, context.catalogue);
    events.push({
      kind: 'card-given',
      data: {
        kind: 'refused-twice',
        caseId: contact.caseId,
        contactId,
        departmentId: contact.departmentId,
        to: [...new Set([supervisor ?? contact.answerableId, contact.answerableId])].filter(
          (id) => id === contact.answerableId || !concernedIn(docket, contactId).includes(id),
        ),
        dueAt: context.now,
        byId: null,
        words: null,
      },
    });
  }
  return { events };
}

/** The supervisor names who answers for it (指定承办), at once and without asking; a person who is away is stood in for. */
export function decideAppoint(
  docket: Docket,
  command: DocketCommandOf<'appoint'>,
  context: DocketContext,
): DocketDecision {
  const open = openContact(docket, command.contactId);
  if ('refused' in open) return open;
  const { contact } = open;
  if (contact.settled !== null) return turnDown('contact-closed');
  if (!leads(command.byId, context)) return turnDown('not-the-head');
  if (concernedIn(docket, contact.id).includes(command.byId)) return turnDown('concerned');
  if (!context.catalogue.staff[command.toId]) return turnDown('unknown-staff');
  const concerned = concernedIn(docket, contact.id);
  if (concerned.includes(command.toId)) return turnDown('concerned');
  const toId = actsFor(command.toId, context.day, context.catalogue, concerned);
  if (toId === null) return turnDown('nobody-on-duty');
  if (toId === contact.answerableId && !contact.awaitsAppointment) return turnDown('hand-over-to-oneself');
  const standsInFor = toId === command.toId ? null : command.toId;
  const { contactId, byId } = command;
  const alarms = feedback(contact);
  return { events: [{ kind: 'contact-appointed', data: { contactId, byId, toId, standsInFor, alarms } }] };
}
