import { readCsv } from './file/csv-rows.ts';
import { decoded, detectEncoding } from './file/encoding.ts';
import type { RowSink } from './file/rows.ts';
import { openSource } from './file/source-file.ts';
import { readXes } from './file/xes-rows.ts';

interface Asked {
  path: string;
  mapping: { encoding?: string | undefined; delimiter?: string | undefined };
  /** Told how far it is: bytes of the file read. */
  progress(phase: 'reading' | 'writing', done: number, of: number): void;
}

/** Hands a file's rows on, whatever it is written in; returns its encoding. Throws `FileFault` when it cannot be read to its end. */
export async function readRows({ path, mapping, progress }: Asked, columns: string[], sink: RowSink): Promise<string> {
  const file = await openSource(path);
  const encoding = mapping.encoding ?? (await detectEncoding(file));
  const text = decoded(file, encoding, (bytes) => progress('reading', bytes, file.size));
  if (file.kind === 'xes') await readXes(text, columns, sink);
  else await readCsv(text, columns, mapping.delimiter, sink);
  return encoding;
}
