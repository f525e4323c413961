import type { CaseFile } from '../case/case.ts';
import { caseLimitsOf, DEFAULT_LIMITS } from '../case/limits.ts';
import { reopened } from '../case/reopened.ts';
import type { Dates, DocketEventKind } from './events.ts';
import type { DocketEvolvers } from './evolve.ts';
import { counted, needed, type Docket, type DocketChanges } from './state.ts';

type Kinds = Extract<
  DocketEventKind,
  | `case-${string}`
  | `supplement-${string}`
  | `extension-${string}`
  | `file-${string}`
  | 'missing-brought'
  | 'breach-explained'
  | 'dates-moved'
>;

const change = (docket: Docket, id: string, by: (file: CaseFile) => Partial<CaseFile>): DocketChanges => {
  const file = needed(docket.cases, id, 'case');
  return { cases: [{ ...file, ...by(file) }] };
};

const dates = ({ promisedLastDay, legalLastDay, provisional, alarms }: Dates): Dates => ({
  promisedLastDay,
  legalLastDay,
  provisional,
  alarms,
});

const ended = (at: number) => ({ alarms: {}, endedAt: at });

/** What an event of the first version does not say (`bringBy`, `from`) was not there: logs are read for ever. */
export const EVOLVE_CASE: Pick<DocketEvolvers, Kinds> = {
  'case-received': (docket, { at, day, data }) => {
    const contact = needed(docket.contacts, data.contactId, 'contact');
    return {
      counters: [counted(docket, `case-${data.year}`, data.n)],
      contacts: [
        {
          ...contact,
          about: 'case',
          caseId: data.caseId,
          ...(data.contactAlarms && { alarms: data.contactAlarms, feedbackBy: null }),
        },
      ],
      cases: [
        {
          id: data.caseId,
          matterId: data.matterId,
          guideVersion: data.guideVersion,
          kind: data.kind,
          state: 'received',
          departmentId: data.departmentId,
          contactId: data.contactId,
          ticketId: data.ticketId,
          receivedAt: at,
          receivedDay: day,
          materials: data.materials,
          missing: data.missing,
          files: [],
          missingBy: null,
          notices: 0,
          visits: 1,
          visitedOn: day,
          accepted: null,
          promisedDays: 0,
          legalDays: 0,
          limits: data.limits ?? caseLimitsOf(DEFAULT_LIMITS),
          promisedLastDay: null,
          legalLastDay: null,
          provisional: false,
          suspensions: [],
          extension: null,
          alarms: data.alarms,
          fired: {},
          decided: null,
          deliveredAt: null,
          closedFrom: null,
          endedAt: null,
          broken: { promised: false, legal: false },
          breachReason: null,
          thirdVisit: null,
        },
      ],
    };
  },
  'case-accepted': (docket, { at, data }) =>
    change(docket, data.caseId, (file) => ({
      state: 'deciding',
      kind: data.kind,
      accepted: { how: data.how, day: data.day, at },
      guideVersion: data.guideVersion,
      promisedDays: data.promisedDays,
      legalDays: data.legalDays,
      limits: data.limits ?? file.limits,
      missingBy: data.missingBy,
      ...dates(data),
    })),
  'supplement-asked': (docket, { data }) =>
    change(docket, data.caseId, (file) => ({
      state: 'supplement-asked',
      missing: data.missing,
      missingBy: data.bringBy ?? null,
      notices: file.notices + 1,
      alarms: data.alarms ?? {},
    })),
  'supplement-brought': (docket, { at, day, data }) =>
    change(docket, data.caseId, () => ({
      state: 'received',
      receivedAt: at,
      receivedDay: day,
      materials: data.materials,
      missing: data.missing,
      missingBy: null,
      alarms: data.alarms,
    })),
  'case-refused': (docket, { at, data }) =>
    change(docket, data.caseId, () => ({ state: 'refused', kind: 'returned', ...ended(at) })),
  'missing-brought': (docket, { data }) =>
    change(docket, data.caseId, (file) => ({
      materials: data.materials,
      missing: data.missing,
      missingBy: data.missing.length === 0 ? null : file.missingBy,
      alarms: data.alarms,
    })),
  'case-suspended': (docket, { data }) =>
    change(docket, data.caseId, (file) => ({
      state: 'suspended',
      suspensions: [
        ...file.suspensions,
        { kind: data.kind, from: data.from, expectedEnd: data.expectedEnd, until: null },
      ],
      promisedLastDay: null,
      legalLastDay: null,
      alarms: data.alarms,
    })),
  'case-resumed': (docket, { data }) =>
    change(docket, data.caseId, (file) => ({
      state: 'deciding',
      suspensions: file.suspensions.map((one) => (one.until === null ? { ...one, until: data.until } : one)),
      ...dates(data),
    })),
  'extension-asked': (docket, { data }) =>
    change(docket, data.caseId, () => ({ extension: { days: data.days, askedBy: data.byId, approvedBy: null } })),
  'extension-approved': (docket, { data }) =>
    change(docket, data.caseId, (file) => ({
      extension: { days: data.days, askedBy: file.extension!.askedBy, approvedBy: data.byId },
      promisedDays: file.promisedDays + data.days,
      legalDays: file.legalDays + data.days,
      ...dates(data),
    })),
  'extension-declined': (docket, { data }) => change(docket, data.caseId, () => ({ extension: null })),
  'case-decided': (docket, { at, data }) =>
    change(docket, data.caseId, () => ({
      state: 'decided',
      decided: { result: data.result, at, day: data.day },
      broken: data.broken,
      alarms: data.alarms,
    })),
  'case-delivered': (docket, { at, data }) =>
    change(docket, data.caseId, () => ({
      state: 'delivered',
      deliveredAt: at,
      closedFrom: data.from ?? null,
      ...ended(at),
    })),
  'case-reopened': (docket, { data }) => change(docket, data.caseId, (file) => ({ ...reopened(file), ...dates(data) })),
  'file-attached': (docket, { at, data }) =>
    change(docket, data.caseId, (file) => ({
      files: [
        ...file.files,
        {
          id: data.fileId,
          material: data.material,
          sha256: data.sha256,
          size: data.size,
          type: data.type,
          attachedAt: at,
          byId: data.byId,
          nameRef: data.words?.ref ?? null,
          removedAt: null,
          removedById: null,
        },
      ],
    })),
  'file-removed': (docket, { at, data }) =>
    change(docket, data.caseId, (file) => ({
      files: file.files.map((one) =>
        one.id === data.fileId ? { ...one, removedAt: at, removedById: data.byId } : one,
      ),
    })),
  'case-withdrawn': (docket, { at, data }) => change(docket, data.caseId, () => ({ state: 'withdrawn', ...ended(at) })),
  'case-terminated': (docket, { at, data }) =>
    change(docket, data.caseId, () => ({ state: 'terminated', ...ended(at) })),
  'breach-explained': (docket, { data }) => change(docket, data.caseId, () => ({ breachReason: data.reason })),
  'dates-moved': (docket, { data }) => change(docket, data.caseId, () => dates(data)),
  'case-visited': (docket, { day, data }) =>
    change(docket, data.caseId, (file) => ({
      visits: data.visit,
      visitedOn: day,
      thirdVisit: data.third ? { cause: data.third, responsibleId: data.responsibleId ?? null } : file.thirdVisit,
    })),
};
