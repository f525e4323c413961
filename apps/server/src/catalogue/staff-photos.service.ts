import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Staff } from '@shouwen/contracts/catalogue/catalogue.schema';
import { fileFault, maxBytesOf, typeSaid, type FileType } from '@shouwen/domain/case/case-files';
import { Files } from '../platform/files/files.ts';
import { typeOf } from '../platform/files/file-type.ts';
import { AppError } from '../platform/http/app-error.ts';
import { actorOf, type Caller } from '../platform/http/caller.ts';
import { readUpTo, type IncomingFile } from '../platform/http/upload.ts';
import { Keys } from '../platform/keys/keys.ts';
import { Log } from '../platform/logging/log.ts';
import { CatalogueService } from './catalogue.service.ts';
import { photoAddress } from './photo-of.ts';

/** A square of 512 pixels takes a tenth of it. */
const LIMIT = { maxMegabytes: 1, maxPerCase: 1 };
const PICTURES: readonly FileType[] = ['jpg', 'png', 'webp'];

interface Of {
  hallId: string;
  staffId: string;
}

/**
 * Photographs of staff, sealed beside the files of cases. The catalogue and the log know an id only; the content is stored before that
 * commits, and erased when another takes its place, when it is removed, and with its person.
 */
@Injectable()
export class StaffPhotos {
  constructor(
    private readonly catalogues: CatalogueService,
    private readonly files: Files,
    private readonly keys: Keys,
    private readonly log: Log,
  ) {}

  /** Errors: of the content (`file-…`, `photo-type-refused`) before anything is stored; `unknown-staff`. */
  async set({ hallId, staffId }: Of, incoming: IncomingFile, caller: Caller, key?: string): Promise<{ seq: number }> {
    const person = await this.person(hallId, staffId);
    const content = await readUpTo(incoming, maxBytesOf(LIMIT));
    const figures = { most: LIMIT.maxMegabytes };
    if (content === null) throw new AppError('file-too-large', { figures });
    const found = await typeOf(content);
    const fault = fileFault({ size: content.length, found, says: typeSaid(incoming.name) }, LIMIT);
    if (fault === 'file-type-refused' || (fault === null && !PICTURES.includes(found!)))
      throw new AppError('photo-type-refused');
    if (fault !== null) throw new AppError(fault, { figures });
    const photoId = this.idFor({ hallId, staffId }, content, key);
    const address = photoAddress(hallId, staffId, photoId);
    await this.files.put(address, content).catch((error: unknown) => {
      this.log.error({ error, address }, 'a photograph could not be stored');
      throw new AppError('unavailable');
    });
    return this.change(hallId, { ...person, photoId }, caller, key);
  }

  /** Harmless when there is none. Errors: `unknown-staff`. */
  async remove({ hallId, staffId }: Of, caller: Caller, key?: string): Promise<{ seq: number }> {
    const person = await this.person(hallId, staffId);
    return this.change(hallId, { ...person, photoId: null }, caller, key);
  }

  /** The photograph of a person; with `photoId`, only while it is that one. Errors: `unknown-photo`, `file-unreadable`. */
  async open({ hallId, staffId }: Of, photoId?: string): Promise<Buffer> {
    const kept = (await this.person(hallId, staffId)).photoId;
    if (kept === null || (photoId !== undefined && photoId !== kept)) throw new AppError('unknown-photo');
    const address = photoAddress(hallId, staffId, kept);
    // Sealed for this address: what opens here is what was put here.
    const content = await this.files.get(address).catch((error: unknown) => {
      this.log.error({ error, address }, 'a photograph could not be opened');
      return null;
    });
    if (content === null) throw new AppError('file-unreadable');
    return content;
  }

  private change(hallId: string, item: Staff, caller: Caller, key: string | undefined): Promise<{ seq: number }> {
    const change = { kind: 'staff' as const, id: item.id, item: { ...item } };
    return this.catalogues.change(hallId, [change], actorOf(caller), { key, photo: true });
  }

  private async person(hallId: string, staffId: string): Promise<Staff> {
    const person = (await this.catalogues.current(hallId)).staff.find(({ id }) => id === staffId);
    if (!person) throw new AppError('unknown-staff');
    return person;
  }

  /** A repeated request makes the same one, and stands for all that was asked. */
  private idFor(of: Of, content: Buffer, key: string | undefined): string {
    if (key === undefined) return randomBytes(12).toString('hex');
    return this.keys.mac(`photo:${JSON.stringify([of, key, content.toString('base64')])}`).slice(0, 24);
  }
}
