import type { FirstContact } from '../first-contact/first-contact.ts';
import type { DocketEventKind } from './events.ts';
import type { DocketEvolvers } from './evolve.ts';
import { counted, needed, type Docket } from './state.ts';

type Kinds = Extract<DocketEventKind, `contact-${string}` | 'citizen-told' | 'data-looked-at'>;

const change = (docket: Docket, id: string, by: (contact: FirstContact) => Partial<FirstContact>) => {
  const contact = needed(docket.contacts, id, 'contact');
  return { contacts: [{ ...contact, ...by(contact) }] };
};

const takenOver = (contact: FirstContact, byId: string) => ({
  answerableId: byId,
  line: contact.answerableId === byId ? contact.line : [...contact.line, byId],
  handOver: null,
  awaitsAppointment: false,
});

export const EVOLVE_CONTACT: Pick<DocketEvolvers, Kinds> = {
  'contact-registered': (docket, { at, day, data }) => ({
    counters: [counted(docket, `contact-${data.year}`, data.n)],
    contacts: [
      {
        id: data.contactId,
        channel: data.channel,
        about: data.about,
        matterId: data.matterId,
        departmentId: data.departmentId,
        ticketId: data.ticketId,
        servingN: data.servingN,
        caseId: data.caseId,
        materialsTaken: data.materialsTaken,
        registeredAt: at,
        day,
        firstReceiverId: data.receiverId,
        answerableId: data.receiverId,
        line: [data.receiverId],
        handOver: null,
        refusals: 0,
        awaitsAppointment: false,
        urged: [],
        feedbackBy: data.feedbackBy,
        settled: null,
        toldAt: null,
        closedAt: null,
        late: false,
        alarms: data.alarms,
        fired: {},
      },
    ],
  }),
  'contact-offered': (docket, { at, data }) =>
    change(docket, data.contactId, () => ({
      handOver: { toId: data.toId, byId: data.byId, standsInFor: data.standsInFor, at },
      alarms: data.alarms,
    })),
  'contact-acknowledged': (docket, { data }) =>
    change(docket, data.contactId, (contact) => ({ ...takenOver(contact, data.byId), alarms: data.alarms })),
  'contact-refused': (docket, { data }) =>
    change(docket, data.contactId, (contact) => ({
      handOver: null,
      refusals: contact.refusals + 1,
      awaitsAppointment: contact.refusals + 1 >= 2,
      alarms: data.alarms,
    })),
  'contact-unclear': (docket, { data }) => change(docket, data.contactId, () => ({ awaitsAppointment: true })),
  'contact-appointed': (docket, { data }) =>
    change(docket, data.contactId, (contact) => ({ ...takenOver(contact, data.toId), alarms: data.alarms })),
  'contact-settled': (docket, { at, data }) =>
    change(docket, data.contactId, (contact) => {
      const { 'feedback-late': feedback } = contact.alarms;
      return {
        settled: { how: data.how, at, byId: data.byId },
        handOver: null,
        awaitsAppointment: false,
        urged: [],
        alarms: feedback === undefined ? {} : { 'feedback-late': feedback },
      };
    }),
  'citizen-told': (docket, { at, data }) =>
    change(docket, data.contactId, (contact) => {
      const { 'feedback-late': _told, ...alarms } = contact.alarms;
      return { toldAt: at, late: data.late, alarms };
    }),
  'contact-closed': (docket, { at, data }) =>
    change(docket, data.contactId, () => ({ closedAt: at, alarms: {}, urged: [] })),
  'contact-reopened': (docket, { data }) =>
    change(docket, data.contactId, () => ({ settled: null, toldAt: null, closedAt: null, late: false })),
  // A look changes nothing: that it happened is all.
  'data-looked-at': () => ({}),
};
