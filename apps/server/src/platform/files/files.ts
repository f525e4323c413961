import { join } from 'node:path';
import type { Config } from '../config/config.ts';
import type { Keys } from '../keys/keys.ts';
import { seal, SEAL_BYTES, unseal } from '../keys/sealed.ts';
import { DiskStore } from './disk-store.ts';
import type { Address, FileStore, StoredFile } from './file-store.ts';
import { S3Store } from './s3-store.ts';

/** Files that halls keep, sealed before they leave this process: a copied disk or bucket tells nothing, and no file opens in another's place. */
export class Files {
  constructor(
    private readonly store: FileStore,
    private readonly key: Buffer,
  ) {}

  /** Beside the database unless a bucket is set. */
  static of({ dataDir, s3 }: Pick<Config, 'dataDir' | 's3'>, keys: Keys): Files {
    return new Files(s3 ? new S3Store(s3) : new DiskStore(join(dataDir, 'files')), keys.files);
  }

  put(address: Address, content: Buffer): Promise<void> {
    return this.store.put(address, seal(this.key, content, address));
  }

  /** `null`: nothing lies there. Throws when what lies there is not what was put. */
  async get(address: Address): Promise<Buffer | null> {
    const sealed = await this.store.get(address);
    return sealed && unseal(this.key, sealed, address);
  }

  erase(address: Address): Promise<void> {
    return this.store.erase(address);
  }

  /** Every file, with the size of its content. */
  async *list(): AsyncGenerator<StoredFile> {
    for await (const file of this.store.list()) yield { ...file, size: file.size - SEAL_BYTES };
  }
}
