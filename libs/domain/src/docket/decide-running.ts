import type { CaseFile } from '../case/case.ts';
import { addDays } from '../time/zoned.ts';
import { datesOf } from '../case/dates.ts';
import type { DocketCommandOf } from './commands.ts';
import { closesOn, turnDown, type DocketContext, type DocketDecision } from './context.ts';
import { decidesFor, movable, ownCase } from './own.ts';
import type { Docket } from './state.ts';

/** Stops the clock for a special procedure (特别程序); the applicant is told in writing how long it takes. */
export function decideSuspend(
  docket: Docket,
  command: DocketCommandOf<'suspend-case'>,
  context: DocketContext,
): DocketDecision {
  const own = ownCase(docket, command, 'suspend', context);
  if ('refused' in own) return own;
  if (context.now >= closesOn(command.expectedEnd, context.catalogue)) return turnDown('suspension-end-past');
  const { caseId, byId, kind, expectedEnd, words } = command;
  // After the close of office the day is used up: it counts, or a limit that ran out with it would heal.
  const used = context.now >= closesOn(context.day, context.catalogue);
  const from = used ? addDays(context.day, 1) : context.day;
  const suspensions = [...own.file.suspensions, { kind, from, expectedEnd, until: null }];
  const { alarms } = datesOf({ ...own.file, state: 'suspended', suspensions }, context);
  return { events: [{ kind: 'case-suspended', data: { caseId, byId, kind, from, expectedEnd, alarms, words } }] };
}

/** The special procedure is over: the clock goes on, the last days move by the days left out. */
export function decideResumeCase(
  docket: Docket,
  command: DocketCommandOf<'resume-case'>,
  context: DocketContext,
): DocketDecision {
  const own = ownCase(docket, command, 'resume', context);
  if ('refused' in own) return own;
  const until = context.day;
  const suspensions = own.file.suspensions.map((one) => (one.until === null ? { ...one, until } : one));
  const dates = datesOf({ ...own.file, state: 'deciding', suspensions }, context);
  return { events: [{ kind: 'case-resumed', data: { caseId: command.caseId, byId: command.byId, until, ...dates } }] };
}

const longestExtension = (file: CaseFile, { catalogue }: DocketContext): number =>
  file.kind === 'joint' ? catalogue.hall.limits.jointExtensionDays : catalogue.hall.limits.extensionDays;

const expired = (file: CaseFile, { now, catalogue }: DocketContext): boolean =>
  now >= closesOn(file.promisedLastDay!, catalogue);

/** Asks the head for more days (延期), once and before the promised day is over (行政许可法 art. 42). */
export function decideAskExtension(
  docket: Docket,
  command: DocketCommandOf<'ask-extension'>,
  context: DocketContext,
): DocketDecision {
  const own = ownCase(docket, command, 'ask-extension', context);
  if ('refused' in own) return own;
  if (own.file.extension !== null || own.file.promisedDays === 0) return turnDown('extension-used');
  if (expired(own.file, context)) return turnDown('extension-after-expiry');
  const most = longestExtension(own.file, context);
  if (command.days < 1 || command.days > most) return turnDown('extension-too-long', { most });
  if (command.words === null) return turnDown('grounds-missing');
  const { caseId, byId, days, words } = command;
  return { events: [{ kind: 'extension-asked', data: { caseId, byId, days, words } }] };
}

/** The head approves, before expiry; never the one who asked. Promise and legal limit move together, the reason goes to the applicant. */
export function decideApproveExtension(
  docket: Docket,
  command: DocketCommandOf<'approve-extension'>,
  context: DocketContext,
): DocketDecision {
  const asked = askedExtension(docket, command, 'approve-extension', context);
  if ('refused' in asked) return asked;
  const { file } = asked;
  if (expired(file, context)) return turnDown('extension-after-expiry');
  const { days } = file.extension!;
  const longer = { ...file, promisedDays: file.promisedDays + days, legalDays: file.legalDays + days };
  const { caseId, byId } = command;
  return { events: [{ kind: 'extension-approved', data: { caseId, byId, days, ...datesOf(longer, context) } }] };
}

/** The head does not approve: the promise stays, and it may be asked for again. */
export function decideDeclineExtension(
  docket: Docket,
  command: DocketCommandOf<'decline-extension'>,
  context: DocketContext,
): DocketDecision {
  const asked = askedExtension(docket, command, 'decline-extension', context);
  if ('refused' in asked) return asked;
  const { caseId, byId, words } = command;
  return { events: [{ kind: 'extension-declined', data: { caseId, byId, words } }] };
}

function askedExtension(
  docket: Docket,
  { caseId, byId }: { caseId: string; byId: string },
  move: 'approve-extension' | 'decline-extension',
  context: DocketContext,
) {
  const held = movable(docket, caseId, move);
  if ('refused' in held) return held;
  const { extension } = held.file;
  if (extension === null || extension.approvedBy !== null) return turnDown('extension-not-asked');
  if (extension.askedBy === byId) return turnDown('extension-own-approval');
  return decidesFor(held.contact.answerableId, byId, context) ? held : turnDown('not-the-head');
}

/** The calendar changed: a case whose last days or alarms are others now moves, with the reason; the rest stays. */
export function decideRecount(
  docket: Docket,
  { caseId, cause }: DocketCommandOf<'recount-case'>,
  context: DocketContext,
): DocketDecision {
  const file = docket.cases[caseId];
  if (!file) return turnDown('unknown-case');
  const dates = datesOf(file, context);
  const same =
    dates.promisedLastDay === file.promisedLastDay &&
    dates.legalLastDay === file.legalLastDay &&
    dates.provisional === file.provisional &&
    sameAlarms(dates.alarms, file.alarms);
  if (same) return turnDown('nothing-due');
  return { events: [{ kind: 'dates-moved', data: { caseId, byId: 'clock', cause, ...dates } }] };
}

function sameAlarms(a: object, b: object): boolean {
  const left = Object.entries(a) as [string, number][];
  return (
    left.length === Object.keys(b).length && left.every(([kind, at]) => (b as Record<string, number>)[kind] === at)
  );
}
