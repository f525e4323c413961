import { Controller, Header, StreamableFile } from '@nestjs/common';
import * as operations from '@shouwen/contracts/http/file.operations';
import type { InputOf } from '@shouwen/contracts/http/operation';
import contentDisposition from 'content-disposition';
import { ByCaller, type Caller } from '../platform/http/caller.ts';
import { CommandKey } from '../platform/http/command-key.ts';
import { Handles, Input } from '../platform/http/operation.decorator.ts';
import { Upload, type IncomingFile } from '../platform/http/upload.ts';
import { CaseFiles } from './case-files.service.ts';

type Op = typeof operations;

/** Files of cases, and looks at what is masked. */
@Controller()
export class CaseFilesController {
  constructor(private readonly files: CaseFiles) {}

  @Handles(operations.attachFile)
  attach(
    @Input() { params, query }: InputOf<Op['attachFile']>,
    @Upload() file: IncomingFile,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    const { hallId, caseId } = params;
    return this.files.attach({ hallId, caller, key }, { caseId, material: query.material }, file);
  }

  @Handles(operations.removeFile)
  remove(@Input() { params }: InputOf<Op['removeFile']>, @ByCaller() caller: Caller, @CommandKey() key?: string) {
    return this.files.remove({ hallId: params.hallId, caller, key }, params);
  }

  /** Never shown by the browser as what it may claim to be: always a download of plain bytes, kept by no cache. */
  @Handles(operations.lookAtFile)
  @Header('x-content-type-options', 'nosniff')
  @Header('cache-control', 'no-store')
  async look(
    @Input() { params, body }: InputOf<Op['lookAtFile']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ): Promise<StreamableFile> {
    const { name, content } = await this.files.open({ hallId: params.hallId, caller, key }, params, body.reason);
    return new StreamableFile(content, {
      type: 'application/octet-stream',
      disposition: contentDisposition(name, { type: 'attachment' }),
      length: content.length,
    });
  }

  @Handles(operations.lookAtApplicant)
  applicant(
    @Input() { params, body }: InputOf<Op['lookAtApplicant']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.files.applicant({ hallId: params.hallId, caller, key }, params.contactId, body.reason);
  }
}
