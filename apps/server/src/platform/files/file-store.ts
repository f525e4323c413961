/** Where a file lies: `hall/case/file`, letters, digits and hyphens only. */
export type Address = string;

/** Also what a server that was killed while writing leaves behind, so that it can be swept. */
const ADDRESS = /^[A-Za-z0-9-]+(\/[A-Za-z0-9-]+){2}(\.[0-9a-f-]{36}\.tmp)?$/;

/** Refuses an address that could lead anywhere else. A bug, never input. */
export function checkAddress(address: Address): void {
  if (!ADDRESS.test(address)) throw new Error(`not an address of a file: ${address}`);
}

/** What a store knows of a file without opening it. */
export interface StoredFile {
  address: Address;
  /** Bytes as stored. */
  size: number;
  /** When it was written. */
  at: number;
}

/** A place for sealed files: beside the database, or in a bucket. It never sees what is in them. */
export interface FileStore {
  /** Whole or not at all, and durable when it returns. Writing the same address again replaces it. */
  put(address: Address, sealed: Buffer): Promise<void>;
  /** `null`: nothing lies there. */
  get(address: Address): Promise<Buffer | null>;
  /** Harmless when nothing lies there. */
  erase(address: Address): Promise<void>;
  list(): AsyncIterable<StoredFile>;
}
