import { Controller, Header, StreamableFile } from '@nestjs/common';
import type { InputOf } from '@shouwen/contracts/http/operation';
import * as operations from '@shouwen/contracts/http/photo.operations';
import { ByCaller, type Caller } from '../platform/http/caller.ts';
import { CommandKey } from '../platform/http/command-key.ts';
import { Handles, Input } from '../platform/http/operation.decorator.ts';
import { Upload, type IncomingFile } from '../platform/http/upload.ts';
import { StaffPhotos } from './staff-photos.service.ts';

type Op = typeof operations;

/** Photographs of staff: kept, erased, and shown to colleagues. */
@Controller()
export class StaffPhotosController {
  constructor(private readonly photos: StaffPhotos) {}

  @Handles(operations.setStaffPhoto)
  set(
    @Input() { params }: InputOf<Op['setStaffPhoto']>,
    @Upload() file: IncomingFile,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.photos.set(params, file, caller, key);
  }

  @Handles(operations.removeStaffPhoto)
  remove(@Input() { params }: InputOf<Op['removeStaffPhoto']>, @ByCaller() caller: Caller, @CommandKey() key?: string) {
    return this.photos.remove(params, caller, key);
  }

  @Handles(operations.viewStaffPhoto)
  @Header('x-content-type-options', 'nosniff')
  @Header('cache-control', 'no-store')
  async view(@Input() { params }: InputOf<Op['viewStaffPhoto']>): Promise<StreamableFile> {
    return new StreamableFile(await this.photos.open(params), { type: 'application/octet-stream' });
  }
}
