import { Injectable } from '@nestjs/common';
import type { DocketFile } from '@shouwen/contracts/views/docket.schema';
import { typeSaid, type CaseAttachment } from '@shouwen/domain/case/case-files';
import type { DocketCommandOf } from '@shouwen/domain/docket/commands';
import type { LookReason } from '@shouwen/domain/docket/events';
import { PersonalData } from '../hall-log/personal-data.ts';
import { AppError } from '../platform/http/app-error.ts';
import type { IncomingFile } from '../platform/http/upload.ts';
import { applicantIn, type Applicant } from './applicant.ts';
import { DocketCommands, staffOf } from './docket-commands.ts';
import { DocketDesk } from './docket-desk.service.ts';
import { DocketReader } from './docket-reader.ts';
import { addressOf, FileIntake, type Asked } from './file-intake.ts';

/** A file that somebody opened. */
export interface OpenedFile {
  name: string;
  content: Buffer;
}

/** Files attached to cases, and looks at what is masked. */
@Injectable()
export class CaseFiles {
  constructor(
    private readonly desk: DocketCommands,
    private readonly reader: DocketReader,
    private readonly desks: DocketDesk,
    private readonly intake: FileIntake,
    private readonly personal: PersonalData,
  ) {}

  async attach(asked: Asked, of: { caseId: string; material: string }, incoming: IncomingFile): Promise<DocketFile> {
    const byId = staffOf(asked.caller);
    const wish = { type: 'attach-file', ...of, byId } as const;
    const contactId = await this.intake.take(asked, of.caseId, wish, incoming, (command) => command);
    return this.desks.file(asked.hallId, contactId, byId);
  }

  async remove({ hallId, caller, key }: Asked, { caseId, fileId }: { caseId: string; fileId: string }) {
    const byId = staffOf(caller);
    const command: DocketCommandOf<'remove-file'> = { type: 'remove-file', caseId, fileId, byId };
    const { contactId } = await this.desk.send(hallId, caller, key, command, null, async ({ cases }, { now }, tx) => {
      const ref = cases[caseId]?.files.find(({ id }) => id === fileId)?.nameRef;
      if (ref) await this.personal.erase(hallId, ref, now, tx);
    });
    await this.intake.drop(addressOf(hallId, caseId, fileId));
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
    const content = await this.intake.content(addressOf(hallId, caseId, fileId), file.sha256);
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
}
