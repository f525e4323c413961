import type { Alarms, CaseFile, CaseKind } from '../case/case.ts';
import { datesOf } from '../case/dates.ts';
import { caseLimitsOf } from '../case/limits.ts';
import { caseNumber, contactNumber } from '../case/number.ts';
import type { MatterRule } from '../catalogue/catalogue.ts';
import type { ContactAlarm } from '../first-contact/first-contact.ts';
import type { DocketCommandOf } from './commands.ts';
import { turnDown, type DocketContext, type DocketDecision } from './context.ts';
import { closeWith } from './decide-contact.ts';
import type { DocketEventData, NewDocketEvent } from './events.ts';
import { movable, openContact, ownCase } from './own.ts';
import type { Docket } from './state.ts';

const yearOf = (day: string): number => Number(day.slice(0, 4));

/** Whether every material is one of the guide's. */
export const known = (matter: MatterRule, ids: readonly string[]): boolean =>
  ids.every((id) => matter.guide.materials.some((material) => material.id === id));

const missingOf = (matter: MatterRule | undefined, given: readonly string[]): string[] =>
  (matter?.guide.materials ?? []).map(({ id }) => id).filter((id) => !given.includes(id));

/** Materials come in (收件): a case with its number; the citizen's card is made with it when there is none. */
export function decideReceive(
  docket: Docket,
  command: DocketCommandOf<'receive-case'>,
  context: DocketContext,
): DocketDecision {
  const { catalogue, day, now } = context;
  const matter = catalogue.matters[command.matterId];
  if (!matter || !known(matter, command.materials)) return turnDown('unknown-material');
  if (!catalogue.staff[command.byId]) return turnDown('unknown-staff');
  const year = yearOf(day);
  const events: NewDocketEvent[] = [];
  let contactId = command.contactId;
  let contactAlarms: Alarms<ContactAlarm> | undefined;
  if (contactId === null) {
    const n = (docket.counters[`contact-${year}`] ?? 0) + 1;
    contactId = contactNumber(catalogue.hall.casePrefix, year, n);
    events.push({
      kind: 'contact-registered',
      data: {
        contactId,
        n,
        year,
        channel: command.channel,
        about: 'case',
        receiverId: command.byId,
        matterId: matter.id,
        departmentId: matter.departmentId,
        ticketId: command.ticketId,
        servingN: command.servingN,
        caseId: null,
        materialsTaken: command.materials.length,
        feedbackBy: null,
        alarms: {},
        words: null,
      },
    });
  } else {
    const open = openContact(docket, contactId);
    if ('refused' in open) return open;
    if (open.contact.caseId !== null || open.contact.settled !== null) return turnDown('contact-closed');
    if (docket.petitions[contactId]) return turnDown('its-own-steps');
    const { 'feedback-late': _own, ...rest } = open.contact.alarms;
    contactAlarms = rest;
  }
  const n = (docket.counters[`case-${year}`] ?? 0) + 1;
  const materials = [...new Set(command.materials)];
  const limits = caseLimitsOf(catalogue.hall.limits);
  const file = { state: 'received', receivedDay: day, receivedAt: now, fired: {}, limits } as unknown as CaseFile;
  events.push({
    kind: 'case-received',
    data: {
      caseId: caseNumber(catalogue.hall.casePrefix, year, n),
      byId: command.byId,
      n,
      year,
      contactId,
      matterId: matter.id,
      departmentId: matter.departmentId,
      kind: command.kind,
      guideVersion: matter.guide.version,
      ticketId: command.ticketId,
      materials,
      missing: missingOf(matter, materials),
      limits,
      alarms: datesOf(file, context).alarms,
      ...(contactAlarms && { contactAlarms }),
      words: command.words,
    },
  });
  return { events };
}

/** The frozen limits of an acceptance now: the matter's promise, its legal limit, the joint one where offices work together. */
export function limitsOf(file: CaseFile, { catalogue }: DocketContext): { promisedDays: number; legalDays: number } {
  const matter = catalogue.matters[file.matterId];
  if (!matter || matter.promisedDays === null) return { promisedDays: 0, legalDays: 0 };
  const legalDays =
    file.kind === 'joint' ? catalogue.hall.limits.jointLegalDays : (matter.legalDays ?? matter.promisedDays);
  return { promisedDays: Math.min(matter.promisedDays, legalDays), legalDays };
}

/** The event of an acceptance, its dates computed and frozen. */
export function acceptance(
  file: CaseFile,
  byId: string,
  how: DocketEventData['case-accepted']['how'],
  missingBy: string | null,
  context: DocketContext,
): NewDocketEvent {
  const day = how === 'deemed' ? file.receivedDay : context.day;
  const kind: CaseKind = how === 'with-missing' ? 'supplement' : file.kind;
  const promised = limitsOf(file, context);
  const limits = caseLimitsOf(context.catalogue.hall.limits);
  const accepted: CaseFile = {
    ...file,
    ...promised,
    limits,
    state: 'deciding',
    accepted: { how, day, at: context.now },
    missingBy,
  };
  const guideVersion = context.catalogue.matters[file.matterId]?.guide.version ?? file.guideVersion;
  const dates = datesOf(accepted, context);
  return {
    kind: 'case-accepted',
    data: { caseId: file.id, byId, how, kind, day, guideVersion, ...promised, limits, missingBy, ...dates },
  };
}

/** Accepts (受理): complete, or with something minor to follow by a day (容缺受理). */
export function decideAccept(
  docket: Docket,
  command: DocketCommandOf<'accept-case'>,
  context: DocketContext,
): DocketDecision {
  const own = ownCase(docket, command, 'accept', context);
  if ('refused' in own) return own;
  const { file } = own;
  if (file.missing.length === 0) return { events: [acceptance(file, command.byId, 'complete', null, context)] };
  const materials = context.catalogue.matters[file.matterId]?.guide.materials ?? [];
  const major = file.missing.filter((id) => !materials.find((material) => material.id === id)?.minor);
  if (major.length > 0) return turnDown('materials-incomplete', { missing: major.length });
  const { missingDays } = context.catalogue.hall.limits;
  const by = command.missingBy ?? context.calendar.after(context.day, missingDays);
  if (by <= context.day) return turnDown('missing-day-past');
  return { events: [acceptance(file, command.byId, 'with-missing', by, context)] };
}

/**
 * One notice of everything that is missing (一次性告知), with the day by which it is brought; what does not come by then counts as
 * withdrawn. A second notice for the same case is a breach and shows as such.
 */
export function decideAskSupplement(
  docket: Docket,
  command: DocketCommandOf<'ask-supplement'>,
  context: DocketContext,
): DocketDecision {
  const own = ownCase(docket, command, 'ask-supplement', context);
  if ('refused' in own) return own;
  const matter = context.catalogue.matters[own.file.matterId];
  if (!matter || !known(matter, command.missing)) return turnDown('unknown-material');
  const missing = [...new Set([...own.file.missing, ...command.missing])];
  if (missing.length === 0) return turnDown('materials-complete');
  const { calendar, catalogue, day } = context;
  const bringBy = command.bringBy ?? calendar.after(day, catalogue.hall.limits.supplementDays);
  if (bringBy <= day) return turnDown('missing-day-past');
  const { alarms } = datesOf({ ...own.file, state: 'supplement-asked', missingBy: bringBy }, context);
  const { caseId, byId, words } = command;
  return { events: [{ kind: 'supplement-asked', data: { caseId, byId, missing, bringBy, alarms, words } }] };
}

/** Materials come later: what a notice asked for (the case is received again), or what was left open at acceptance. */
export function decideBringMaterials(
  docket: Docket,
  command: DocketCommandOf<'bring-materials'>,
  context: DocketContext,
): DocketDecision {
  const asked = movable(docket, command.caseId, 'resupply');
  const held = 'refused' in asked ? movable(docket, command.caseId, 'bring-missing') : asked;
  if ('refused' in held) return held;
  const { file } = held;
  if (file.state !== 'supplement-asked' && file.missing.length === 0) return turnDown('nothing-missing-minor');
  const matter = context.catalogue.matters[file.matterId];
  if (!matter || !known(matter, command.materials) || command.materials.length === 0)
    return turnDown('unknown-material');
  const materials = [...new Set([...file.materials, ...command.materials])];
  const missing = file.missing.filter((id) => !command.materials.includes(id));
  const { caseId, byId } = command;
  if (file.state === 'supplement-asked') {
    const { day: receivedDay } = context;
    const again: CaseFile = { ...file, state: 'received', receivedDay, materials, missing, missingBy: null, fired: {} };
    const { alarms } = datesOf(again, context);
    return { events: [{ kind: 'supplement-brought', data: { caseId, byId, materials, missing, alarms } }] };
  }
  const after: CaseFile = { ...file, materials, missing, missingBy: missing.length === 0 ? null : file.missingBy };
  const { alarms } = datesOf(after, context);
  return { events: [{ kind: 'missing-brought', data: { caseId, byId, materials, missing, alarms } }] };
}

/** Not accepted (不予受理): in writing, with the grounds, how to appeal, and which office is competent. */
export function decideRefuseCase(
  docket: Docket,
  command: DocketCommandOf<'refuse-case'>,
  context: DocketContext,
): DocketDecision {
  const own = ownCase(docket, command, 'refuse', context);
  if ('refused' in own) return own;
  const { caseId, byId, ground, words } = command;
  if (ground === 'not-competent' && !command.officeNamed) return turnDown('office-missing');
  if (words === null || (ground !== 'not-competent' && !command.explained)) return turnDown('grounds-missing');
  const refused: NewDocketEvent = { kind: 'case-refused', data: { caseId, byId, ground, words } };
  return { events: [refused, ...closeWith(own.contact, byId, 'decided', true)] };
}
