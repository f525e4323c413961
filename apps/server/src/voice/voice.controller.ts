import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Controller, Get, Inject, Param, StreamableFile } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { InputOf, ReplyOf } from '@shouwen/contracts/http/operation';
import { listRecordings, RECORDING } from '@shouwen/contracts/http/voice.operations';
import { CONFIG, type Config } from '../platform/config/config.ts';
import { AppError } from '../platform/http/app-error.ts';
import { Handles, Input } from '../platform/http/operation.decorator.ts';
import { Unlisted } from '../platform/http/unlisted.decorator.ts';

const TYPES: Record<string, string> = { mp3: 'audio/mpeg', wav: 'audio/wav', ogg: 'audio/ogg', m4a: 'audio/mp4' };
const HALL = /^[a-z0-9-]{1,41}$/;

/** A hall's own recordings: files that somebody put into `HALL_DATA/voice/<hall>/<zh|en>/`. Read only; nothing else of the disk. */
@Controller()
export class VoiceController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Handles(listRecordings)
  async list(@Input() { params }: InputOf<typeof listRecordings>): Promise<ReplyOf<typeof listRecordings>> {
    const found = await Promise.all(
      ['zh', 'en'].map(async (language) => {
        const names = await readdir(this.folder(params.hallId, language)).catch(() => []);
        return names.map((name) => `${language}/${name}`);
      }),
    );
    return { files: found.flat().filter((file) => RECORDING.test(file)) };
  }

  @Get('/api/halls/:hallId/voice/:language/:file')
  @Unlisted()
  @ApiExcludeEndpoint()
  async file(
    @Param('hallId') hallId: string,
    @Param('language') language: string,
    @Param('file') file: string,
  ): Promise<StreamableFile> {
    // The pattern knows no dots, slashes or anything else that leads out of the folder.
    if (!HALL.test(hallId) || !RECORDING.test(`${language}/${file}`)) throw new AppError('not-found');
    const path = join(this.folder(hallId, language), file);
    const found = await stat(path).catch(() => null);
    if (!found?.isFile()) throw new AppError('not-found');
    const type = TYPES[file.slice(file.lastIndexOf('.') + 1)]!;
    return new StreamableFile(createReadStream(path), { type, length: found.size });
  }

  private folder(hallId: string, language: string): string {
    return join(this.config.dataDir, 'voice', hallId, language);
  }
}
