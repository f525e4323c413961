import { contactNumber } from '../case/number.ts';
import type { FirstContact, Settlement } from '../first-contact/first-contact.ts';
import type { DocketCommandOf } from './commands.ts';
import { closesOn, hoursIn, turnDown, type DocketContext, type DocketDecision } from './context.ts';
import type { NewDocketEvent } from './events.ts';
import { leads, mayActFor, openContact, ownContact } from './own.ts';
import type { Docket } from './state.ts';

/** Last day to tell the citizen: a question the same day — the next working day when the hall is closed by then —, a matter in three. */
function feedbackDay(about: 'question' | 'matter', { now, day, calendar, catalogue }: DocketContext): string {
  if (about === 'matter') return calendar.after(day, catalogue.hall.limits.feedbackDays);
  const open = hoursIn(catalogue)(day);
  return open && now < open.until ? day : calendar.after(day, 1);
}

/** Settled, told, closed: as much of it as is not done yet. */
export function closeWith(contact: FirstContact, byId: string, how: Settlement, told: boolean): NewDocketEvent[] {
  const events: NewDocketEvent[] = [];
  const contactId = contact.id;
  if (contact.closedAt !== null) return events;
  if (contact.settled === null) events.push({ kind: 'contact-settled', data: { contactId, byId, how, words: null } });
  if (told && contact.toldAt === null) {
    events.push({ kind: 'citizen-told', data: { contactId, byId, late: false, words: null } });
  }
  if (told || contact.toldAt !== null) events.push({ kind: 'contact-closed', data: { contactId, byId } });
  return events;
}

/** Registers a first contact (首问登记): who received whom, where, about what. Answered on the spot, it is closed with it. */
export function decideRegister(
  docket: Docket,
  command: DocketCommandOf<'register-contact'>,
  context: DocketContext,
): DocketDecision {
  const { catalogue, day } = context;
  const { byId, matterId } = command;
  if (!catalogue.staff[byId]) return turnDown('unknown-staff');
  const matter = matterId === null ? null : catalogue.matters[matterId];
  if (matter === undefined) return turnDown('unknown-material');
  const year = Number(day.slice(0, 4));
  const n = (docket.counters[`contact-${year}`] ?? 0) + 1;
  const contactId = contactNumber(catalogue.hall.casePrefix, year, n);
  const feedbackBy = feedbackDay(command.about, context);
  const events: NewDocketEvent[] = [
    {
      kind: 'contact-registered',
      data: {
        contactId,
        n,
        year,
        channel: command.channel,
        about: command.about,
        receiverId: byId,
        matterId,
        departmentId: command.departmentId ?? matter?.departmentId ?? null,
        ticketId: command.ticketId,
        servingN: command.servingN,
        caseId: null,
        materialsTaken: command.materialsTaken,
        feedbackBy,
        alarms: command.answered ? {} : { 'feedback-late': closesOn(feedbackBy, catalogue) },
        words: command.words,
      },
    },
  ];
  if (command.answered) {
    events.push(
      { kind: 'contact-settled', data: { contactId, byId, how: 'answered', words: null } },
      { kind: 'citizen-told', data: { contactId, byId, late: false, words: null } },
      { kind: 'contact-closed', data: { contactId, byId } },
    );
  }
  return { events };
}

/** The matter is answered (答复); closed at once when the citizen was told with it. */
export function decideAnswer(
  docket: Docket,
  command: DocketCommandOf<'answer'>,
  context: DocketContext,
): DocketDecision {
  // A question asked online is told by its answer page.
  const contact = docket.contacts[command.contactId];
  const byPage = contact?.channel === 'online' && contact.about === 'question';
  return settle(docket, command, 'answered', command.told || byPage, context);
}

/** Not ours (不属于本大厅): the right office is named, with the way there, and that is written down. */
export function decideReferOut(
  docket: Docket,
  command: DocketCommandOf<'refer-out'>,
  context: DocketContext,
): DocketDecision {
  if (!command.officeNamed) return turnDown('office-missing');
  return settle(docket, command, 'referred-out', true, context);
}

function settle(
  docket: Docket,
  command: DocketCommandOf<'answer'> | DocketCommandOf<'refer-out'>,
  how: 'answered' | 'referred-out',
  told: boolean,
  context: DocketContext,
): DocketDecision {
  const own = ownContact(docket, command, context);
  if ('refused' in own) return own;
  const { contact } = own;
  if (contact.caseId !== null) return turnDown('case-decides-this');
  if (docket.petitions[contact.id]) return turnDown('its-own-steps');
  if (command.words === null) return turnDown('grounds-missing');
  const { contactId, byId, words } = command;
  const events: NewDocketEvent[] = [{ kind: 'contact-settled', data: { contactId, byId, how, words } }];
  if (told) events.push(...telling(contact, byId, null, context));
  return { events };
}

function telling(
  contact: FirstContact,
  byId: string,
  words: DocketCommandOf<'tell-citizen'>['words'],
  { now, catalogue }: DocketContext,
): NewDocketEvent[] {
  const contactId = contact.id;
  const late = contact.feedbackBy !== null && now >= closesOn(contact.feedbackBy, catalogue);
  return [
    { kind: 'citizen-told', data: { contactId, byId, late, words } },
    { kind: 'contact-closed', data: { contactId, byId } },
  ];
}

/** The citizen is told what came of it (反馈): by the first receiver, who answers for that to the end, or by the handler. */
export function decideTell(
  docket: Docket,
  command: DocketCommandOf<'tell-citizen'>,
  context: DocketContext,
): DocketDecision {
  const open = openContact(docket, command.contactId);
  if ('refused' in open) return open;
  const { contact } = open;
  const { byId } = command;
  const may =
    mayActFor(contact.firstReceiverId, byId, context) ||
    mayActFor(contact.answerableId, byId, context) ||
    leads(byId, context);
  if (!may) return turnDown('not-yours', { answerableId: contact.firstReceiverId });
  if (docket.petitions[contact.id]) return turnDown('its-own-steps');
  if (contact.settled === null) return turnDown('not-settled');
  if (contact.caseId !== null) return turnDown('case-decides-this');
  return { events: telling(contact, byId, command.words, context) };
}

/** Takes a registration back that should not be: the serving's finish was undone. */
export function decideVoid(docket: Docket, command: DocketCommandOf<'void-contact'>): DocketDecision {
  const open = openContact(docket, command.contactId);
  if ('refused' in open) return open;
  if (open.contact.caseId !== null) return turnDown('case-decides-this');
  if (docket.petitions[open.contact.id]) return turnDown('its-own-steps');
  return { events: closeWith(open.contact, command.byId, 'void', true) };
}

/** Nobody is clearly competent (职责不清): the first receiver keeps it and asks the supervisor to name somebody. */
export function decideReportUnclear(
  docket: Docket,
  command: DocketCommandOf<'report-unclear'>,
  context: DocketContext,
): DocketDecision {
  const own = ownContact(docket, command, context);
  if ('refused' in own) return own;
  if (own.contact.awaitsAppointment || own.contact.handOver !== null) return turnDown('hand-over-pending');
  const { contactId, byId, words } = command;
  return { events: [{ kind: 'contact-unclear', data: { contactId, byId, words } }] };
}
