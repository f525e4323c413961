import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { fileFault, maxBytesOf, typeSaid, type FileFacts } from '@shouwen/domain/case/case-files';
import type { DocketCommand } from '@shouwen/domain/docket/commands';
import { Files } from '../platform/files/files.ts';
import { typeOf } from '../platform/files/file-type.ts';
import { AppError } from '../platform/http/app-error.ts';
import type { Caller } from '../platform/http/caller.ts';
import { readUpTo, type IncomingFile } from '../platform/http/upload.ts';
import { Keys } from '../platform/keys/keys.ts';
import { Log } from '../platform/logging/log.ts';
import { DocketCommands } from './docket-commands.ts';
import { DocketReader } from './docket-reader.ts';

/** Who asks, in which hall, under which key. */
export interface Asked {
  hallId: string;
  caller: Caller;
  key: string | undefined;
}

/** Where a file of a case, or of an order, lies: `place` is the number of either. */
export const addressOf = (hallId: string, place: string, fileId: string): string => `${hallId}/${place}/${fileId}`;

export const sha256Of = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

/**
 * Takes files in: a file is stored before its event commits, so that no event speaks of content that is not there; content without an
 * event is swept later (`FileSweeper`).
 */
@Injectable()
export class FileIntake {
  constructor(
    private readonly desk: DocketCommands,
    private readonly reader: DocketReader,
    private readonly files: Files,
    private readonly keys: Keys,
    private readonly log: Log,
  ) {}

  /**
   * Errors: of the content (`file-…`) before anything is stored, of what it is attached to as for any command.
   * @returns the first contact that it hangs on.
   */
  async take<W extends { type: DocketCommand['type']; byId: string }>(
    { hallId, caller, key }: Asked,
    place: string,
    wish: W,
    incoming: IncomingFile,
    toCommand: (found: W & FileFacts & { sha256: string; fileId: string; words: null }) => DocketCommand,
  ): Promise<string> {
    const { files: settings } = (await this.reader.present(hallId)).context.catalogue.hall;
    const figures = { most: settings.maxMegabytes };
    const content = await readUpTo(incoming, maxBytesOf(settings));
    if (content === null) throw new AppError('file-too-large', { figures });
    const facts = { size: content.length, found: await typeOf(content), says: typeSaid(incoming.name) };
    const fault = fileFault(facts, settings);
    if (fault !== null) throw new AppError(fault, { figures });
    const full = { ...wish, ...facts, sha256: sha256Of(content), words: null };
    const fileId = this.idFor(hallId, key, { ...full, name: incoming.name });
    const address = addressOf(hallId, place, fileId);
    await this.files.put(address, content).catch((error: unknown) => {
      this.log.error({ error, address }, 'a file could not be stored');
      throw new AppError('unavailable');
    });
    try {
      const text = incoming.name ? { fileName: incoming.name } : null;
      return (await this.desk.send(hallId, caller, key, toCommand({ ...full, fileId }), text)).contactId;
    } catch (error) {
      // Refused: no event will ever speak of it. Anything else may have been committed, and is left to the sweeper.
      if (error instanceof AppError && error.code !== 'unavailable') await this.drop(address);
      throw error;
    }
  }

  /** What was kept, if it is still what was attached. Errors: `file-unreadable`. */
  async content(address: string, sha256: string): Promise<Buffer> {
    const content = await this.files.get(address).catch((error: unknown) => {
      this.log.error({ error, address }, 'a file could not be opened');
      return null;
    });
    if (content === null || sha256Of(content) !== sha256) throw new AppError('file-unreadable');
    return content;
  }

  async drop(address: string): Promise<void> {
    await this.files.erase(address).catch((error: unknown) => {
      this.log.warn({ error, address }, 'a file could not be erased; the sweeper will');
    });
  }

  /**
   * Nobody can guess it, and a repeated request makes the same one: it stands for everything that was asked, so that another request
   * under the same key never writes over a file that is kept.
   */
  private idFor(hallId: string, key: string | undefined, wish: object): string {
    if (key === undefined) return randomBytes(12).toString('hex');
    return this.keys.mac(`file:${JSON.stringify([hallId, key, wish])}`).slice(0, 24);
  }
}
