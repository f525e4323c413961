import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DocketFile } from '@shouwen/contracts/views/docket.schema';
import { fileFault, maxBytesOf, typeSaid, type CaseAttachment } from '@shouwen/domain/case/case-files';
import type { DocketCommandOf } from '@shouwen/domain/docket/commands';
import type { LookReason } from '@shouwen/domain/docket/events';
import { PersonalData } from '../hall-log/personal-data.ts';
import { Files } from '../platform/files/files.ts';
import { typeOf } from '../platform/files/file-type.ts';
import { AppError } from '../platform/http/app-error.ts';
import type { Caller } from '../platform/http/caller.ts';
import { readUpTo, type IncomingFile } from '../platform/http/upload.ts';
import { Keys } from '../platform/keys/keys.ts';
import { Log } from '../platform/logging/log.ts';
import { applicantIn, type Applicant } from './applicant.ts';
import { DocketCommands, staffOf } from './docket-commands.ts';
import { DocketDesk } from './docket-desk.service.ts';
import { DocketReader } from './docket-reader.ts';

/** Who asks, in which hall, under which key. */
export interface Asked {
  hallId: string;
  caller: Caller;
  key: string | undefined;
}

/** A file that somebody opened. */
export interface OpenedFile {
  name: string;
  content: Buffer;
}

/** Where a file of a case lies. */
export const addressOf = (hallId: string, caseId: string, fileId: string): string => `${hallId}/${caseId}/${fileId}`;

export const sha256Of = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

/**
 * Files attached to cases, and looks at what is masked. A file is stored before its event commits, so that no event speaks of content
 * that is not there; content without an event is swept later (`FileSweeper`).
 */
@Injectable()
export class CaseFiles {
  constructor(
    private readonly desk: DocketCommands,
    private readonly reader: DocketReader,
    private readonly desks: DocketDesk,
    private readonly files: Files,
    private readonly personal: PersonalData,
    private readonly keys: Keys,
    private readonly log: Log,
  ) {}

  /** Errors: of the content (`file-…`) before anything is stored, of the case as for any command. */
  async attach(asked: Asked, of: { caseId: string; material: string }, incoming: IncomingFile): Promise<DocketFile> {
    const { hallId, caller, key } = asked;
    const { files: settings } = (await this.reader.present(hallId)).context.catalogue.hall;
    const figures = { most: settings.maxMegabytes };
    const content = await readUpTo(incoming, maxBytesOf(settings));
    if (content === null) throw new AppError('file-too-large', { figures });
    const facts = { size: content.length, found: await typeOf(content), says: typeSaid(incoming.name) };
    const fault = fileFault(facts, settings);
    if (fault !== null) throw new AppError(fault, { figures });
    const byId = staffOf(caller);
    const wish = { type: 'attach-file', ...of, ...facts, byId, sha256: sha256Of(content), words: null } as const;
    const command = { ...wish, fileId: this.idFor(hallId, key, { ...wish, name: incoming.name }) };
    const address = addressOf(hallId, of.caseId, command.fileId);
    await this.files.put(address, content).catch((error: unknown) => {
      this.log.error({ error, address }, 'a file could not be stored');
      throw new AppError('unavailable');
    });
    try {
      const text = incoming.name ? { fileName: incoming.name } : null;
      const { contactId } = await this.desk.send(hallId, caller, key, command, text);
      return await this.desks.file(hallId, contactId, byId);
    } catch (error) {
      // Refused: no event will ever speak of it. Anything else may have been committed, and is left to the sweeper.
      if (error instanceof AppError && error.code !== 'unavailable') await this.drop(address);
      throw error;
    }
  }

  async remove({ hallId, caller, key }: Asked, { caseId, fileId }: { caseId: string; fileId: string }) {
    const byId = staffOf(caller);
    const command: DocketCommandOf<'remove-file'> = { type: 'remove-file', caseId, fileId, byId };
    const { contactId } = await this.desk.send(hallId, caller, key, command, null, async ({ cases }, { now }, tx) => {
      const ref = cases[caseId]?.files.find(({ id }) => id === fileId)?.nameRef;
      if (ref) await this.personal.erase(hallId, ref, now, tx);
    });
    await this.drop(addressOf(hallId, caseId, fileId));
    return this.desks.file(hallId, contactId, byId);
  }

  /** Opens a file for somebody with a reason: the look is in the log before a byte is read. Errors: `file-unreadable`. */
  async open(
    { hallId, caller, key }: Asked,
    { caseId, fileId }: { caseId: string; fileId: string },
    reason: LookReason,
  ): Promise<OpenedFile> {
    const { contact } = await this.reader.one(hallId, { caseId });
    const byId = staffOf(caller);
    await this.desk.send(hallId, caller, key, { type: 'look', contactId: contact.id, byId, fileId, reason });
    const file = (await this.reader.one(hallId, { caseId })).file?.files.find(({ id }) => id === fileId);
    if (!file || file.removedAt !== null) throw new AppError('file-removed');
    const address = addressOf(hallId, caseId, fileId);
    const content = await this.files.get(address).catch((error: unknown) => {
      this.log.error({ error, address }, 'a file could not be opened');
      return null;
    });
    if (content === null || sha256Of(content) !== file.sha256) throw new AppError('file-unreadable');
    return { name: await this.nameOf(hallId, file), content };
  }

  /** Name and telephone in clear, for somebody with a reason. */
  async applicant({ hallId, caller, key }: Asked, contactId: string, reason: LookReason): Promise<Applicant> {
    const byId = staffOf(caller);
    await this.desks.mustSee(hallId, contactId, byId);
    await this.desk.send(hallId, caller, key, { type: 'look', contactId, byId, fileId: null, reason });
    return applicantIn(await this.reader.whole(hallId, contactId)) ?? { name: '', telephone: '' };
  }

  private async nameOf(hallId: string, { nameRef, type, id }: CaseAttachment): Promise<string> {
    const words = nameRef ? (await this.personal.readRefs(hallId, [nameRef])).get(nameRef) : undefined;
    const name = words?.['fileName'] ?? id.slice(0, 8);
    return typeSaid(name) === null ? `${name}.${type}` : name;
  }

  /**
   * Nobody can guess it, and a repeated request makes the same one: it stands for everything that was asked, so that another request
   * under the same key never writes over a file that is kept.
   */
  private idFor(hallId: string, key: string | undefined, wish: object): string {
    if (key === undefined) return randomBytes(12).toString('hex');
    return this.keys.mac(`file:${JSON.stringify([hallId, key, wish])}`).slice(0, 24);
  }

  private async drop(address: string): Promise<void> {
    await this.files.erase(address).catch((error: unknown) => {
      this.log.warn({ error, address }, 'a file could not be erased; the sweeper will');
    });
  }
}
