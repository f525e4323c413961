import { fileFault, type CaseAttachment } from '../case/case-files.ts';
import type { CaseFile } from '../case/case.ts';
import type { FirstContact } from '../first-contact/first-contact.ts';
import type { DocketCommandOf } from './commands.ts';
import { turnDown, type DocketContext, type DocketDecision } from './context.ts';
import { known } from './decide-acceptance.ts';
import { concernedIn, leads, mayActFor, movable, type CaseHeld } from './own.ts';
import type { DocketRefusal } from './refusals.ts';
import type { Docket } from './state.ts';

const live = (file: CaseFile): CaseAttachment[] => file.files.filter(({ removedAt }) => removedAt === null);

/** An open case whose papers this person keeps: who answers for it, acts for them or heads them, or leads the hall. */
function kept(
  docket: Docket,
  { caseId, byId }: { caseId: string; byId: string },
  context: DocketContext,
): CaseHeld | DocketRefusal {
  const held = movable(docket, caseId, 'attach');
  if ('refused' in held) return held;
  const { answerableId } = held.contact;
  return mayActFor(answerableId, byId, context) || leads(byId, context)
    ? held
    : turnDown('not-yours', { answerableId });
}

/** A file for a material of the checklist (附材料). It is stored already when this is asked; refused, it is thrown away. */
export function decideAttach(
  docket: Docket,
  command: DocketCommandOf<'attach-file'>,
  context: DocketContext,
): DocketDecision {
  const held = kept(docket, command, context);
  if ('refused' in held) return held;
  const { file } = held;
  const { catalogue } = context;
  const { caseId, byId, fileId, material, sha256, size, found: type, words } = command;
  const matter = catalogue.matters[file.matterId];
  if (!matter || !known(matter, [material])) return turnDown('unknown-material');
  const { files: settings } = catalogue.hall;
  const fault = fileFault(command, settings);
  if (fault !== null || type === null) return turnDown(fault ?? 'file-type-refused', { most: settings.maxMegabytes });
  if (live(file).length >= settings.maxPerCase) return turnDown('too-many-files', { most: settings.maxPerCase });
  if (live(file).some((one) => one.sha256 === sha256)) return turnDown('file-twice');
  return { events: [{ kind: 'file-attached', data: { caseId, byId, fileId, material, sha256, size, type, words } }] };
}

const attachment = (file: CaseFile | undefined, fileId: string): CaseAttachment | DocketRefusal => {
  const found = file?.files.find(({ id }) => id === fileId);
  if (!found) return turnDown('unknown-file');
  return found.removedAt === null ? found : turnDown('file-removed');
};

/** Takes a file off the case: that it was there stays in the record, its content and name are erased. */
export function decideRemoveFile(
  docket: Docket,
  command: DocketCommandOf<'remove-file'>,
  context: DocketContext,
): DocketDecision {
  const held = kept(docket, command, context);
  if ('refused' in held) return held;
  const found = attachment(held.file, command.fileId);
  if ('refused' in found) return found;
  const { caseId, byId, fileId } = command;
  return { events: [{ kind: 'file-removed', data: { caseId, byId, fileId } }] };
}

/**
 * Who may see what is masked: whoever answers for the matter, acts for them or heads them; whoever leads the hall; auditors. The first
 * receiver has to reach the citizen (DOMAIN §4) and may see who it is, not the papers. Whom it is about never learns whose word it was (§5).
 */
function maySee(
  contact: FirstContact,
  concerned: readonly string[],
  byId: string,
  papers: boolean,
  context: DocketContext,
): boolean {
  if (concerned.includes(byId)) return false;
  return (
    mayActFor(contact.answerableId, byId, context, concerned) ||
    (!papers && mayActFor(contact.firstReceiverId, byId, context, concerned)) ||
    leads(byId, context) ||
    context.catalogue.staff[byId]?.role === 'auditor'
  );
}

/** Looks at what is masked — the applicant, or a file — with a reason; each look is an event with the person (DOMAIN §10). */
export function decideLook(docket: Docket, command: DocketCommandOf<'look'>, context: DocketContext): DocketDecision {
  const { contactId, byId, fileId, reason } = command;
  const contact = docket.contacts[contactId];
  if (!contact) return turnDown('unknown-contact');
  if (!maySee(contact, concernedIn(docket, contactId), byId, fileId !== null, context))
    return turnDown('not-yours', { answerableId: contact.answerableId });
  if (fileId !== null) {
    const found = attachment(contact.caseId === null ? undefined : docket.cases[contact.caseId], fileId);
    if ('refused' in found) return found;
  }
  return { events: [{ kind: 'data-looked-at', data: { contactId, byId, fileId, reason } }] };
}
