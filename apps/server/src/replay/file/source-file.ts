import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { FileFault } from './file-fault.ts';

/** A file of rows: what its name and its first bytes agree that it is. */
export interface SourceFile {
  path: string;
  kind: 'csv' | 'xes';
  /** On disk, bytes. */
  size: number;
  /** Its content, unpacked. @param onRead told how many bytes of the file have been read. */
  bytes(onRead?: (bytes: number) => void): AsyncIterable<Buffer>;
}

const NAME = /\.(csv|tsv|txt|xes)(\.gz)?$/i;
/** What a file is that is often taken for a table, by its first bytes. */
const TAKEN_FOR: readonly [Buffer, string][] = [
  [Buffer.from('PK\u0003\u0004'), 'an Excel workbook or a ZIP archive: save the sheet as CSV (UTF-8)'],
  [Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), 'an old Excel workbook: save the sheet as CSV (UTF-8)'],
  [Buffer.from('%PDF'), 'a PDF document'],
];
const GZIP = Buffer.from([0x1f, 0x8b]);
const UTF16 = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];
/** Looked at to tell what a file is, bytes. */
const HEAD = 4_096;
/** Read at a time, bytes. */
const CHUNK = 1 << 18;

const begins = (head: Buffer, mark: Buffer): boolean => head.subarray(0, mark.length).equals(mark);

/** Opens a file. Throws `FileFault` when it is missing, empty, or not what its name says. */
export async function openSource(path: string): Promise<SourceFile> {
  const name = basename(path);
  const said = NAME.exec(name);
  if (!said)
    throw new FileFault(`${name}: files are read whose names end in .csv, .tsv, .txt or .xes, also with .gz behind.`);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new FileFault(`${name}: there is no such file.`);
  const packed = begins(await headOf(path), GZIP);
  if (packed !== (said[2] !== undefined))
    throw new FileFault(
      `${name} ${packed ? 'is packed with gzip' : 'is not packed with gzip'}: its name says otherwise.`,
    );
  const kind = said[1]!.toLowerCase() === 'xes' ? 'xes' : 'csv';
  const file: SourceFile = { path, kind, size: found.size, bytes: (onRead) => read(path, name, packed, onRead) };
  check(name, kind, await firstOf(file));
  return file;
}

async function headOf(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function firstOf(file: SourceFile): Promise<Buffer> {
  for await (const chunk of file.bytes()) return chunk.subarray(0, HEAD);
  return Buffer.alloc(0);
}

function check(name: string, kind: SourceFile['kind'], head: Buffer): void {
  if (head.length === 0) throw new FileFault(`${name} is empty.`);
  const other = TAKEN_FOR.find(([mark]) => begins(head, mark));
  if (other) throw new FileFault(`${name} is ${other[1]}.`);
  if (head.includes(0) && !UTF16.some((mark) => begins(head, mark)))
    throw new FileFault(`${name} is not text: there are zero bytes in it.`);
  const markup = /^[^\p{L}\p{N}]{0,8}</u.test(head.toString('latin1').replaceAll('\0', '').trimStart());
  if (markup && kind === 'csv') throw new FileFault(`${name} is XML or HTML, not a table: its name says otherwise.`);
  if (!markup && kind === 'xes') throw new FileFault(`${name} is not XML: its name says otherwise.`);
}

async function* read(
  path: string,
  name: string,
  packed: boolean,
  onRead?: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  const disk = createReadStream(path, { highWaterMark: CHUNK });
  // The error reaches the reader through the last stream of the pipeline.
  const stream = packed ? pipeline(disk, createGunzip({ chunkSize: CHUNK }), () => undefined) : disk;
  try {
    for await (const chunk of stream) {
      onRead?.(disk.bytesRead);
      yield chunk as Buffer;
    }
  } catch (error) {
    throw new FileFault(
      `${name} cannot be read to its end (${(error as Error).message}): it may have been cut off on its way here.`,
    );
  } finally {
    disk.destroy();
  }
}
