import { isAscii, isUtf8 } from 'node:buffer';
import { FileFault } from './file-fault.ts';
import type { SourceFile } from './source-file.ts';

const LINE_END = 0x0a;
const MARKS: readonly [number[], string][] = [
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** First lines that speak for an encoding, and the first that speaks for none. */
interface Evidence {
  utf8: number | null;
  gb18030: number | null;
  neither: number | null;
}

/** What an XML file says of itself in its first line. */
const DECLARED = /^\s*<\?xml[^>]*\bencoding=["']([\w.-]+)["']/;

/**
 * Which encoding a file is written in: UTF-16 by its mark, XML as it says, otherwise UTF-8 or GB18030 by looking at every byte. Throws
 * `FileFault` when some lines are in one and some in the other, or in neither.
 */
export async function detectEncoding(file: SourceFile): Promise<string> {
  const seen: Evidence = { utf8: null, gb18030: null, neither: null };
  let line = 1;
  let rest: Buffer = Buffer.alloc(0);
  let first = true;
  for await (const chunk of file.bytes()) {
    const mark = first && MARKS.find(([bytes]) => bytes.every((byte, n) => chunk[n] === byte));
    if (mark) return mark[1];
    const declared = first && DECLARED.exec(chunk.subarray(0, 200).toString('latin1').replace(/^ï»¿/, ''))?.[1];
    if (declared) return declared.toLowerCase();
    first = false;
    const cut = chunk.lastIndexOf(LINE_END) + 1;
    line = look(Buffer.concat([rest, chunk.subarray(0, cut)]), line, seen);
    rest = cut === 0 ? Buffer.concat([rest, chunk]) : chunk.subarray(cut);
  }
  look(rest, line, seen);
  return verdict(seen);
}

/** Looks at whole lines; returns the number of the line after them. */
function look(block: Buffer, from: number, seen: Evidence): number {
  const tells = !isAscii(block) && !(isUtf8(block) && seen.utf8 !== null);
  let line = from;
  for (let at = 0; at < block.length; line++) {
    const end = block.indexOf(LINE_END, at);
    const next = end < 0 ? block.length : end + 1;
    if (tells) judge(block.subarray(at, next), line, seen);
    at = next;
  }
  return line;
}

/** Chinese in UTF-8 has three bytes to a character; two-byte sequences alone may as well be GB18030 by chance. */
const hasLongSequence = (text: Buffer): boolean => text.some((byte) => byte >= 0xe0);

function judge(text: Buffer, line: number, seen: Evidence): void {
  if (isUtf8(text)) {
    if (hasLongSequence(text)) seen.utf8 ??= line;
    return;
  }
  try {
    new TextDecoder('gb18030', { fatal: true }).decode(text);
    seen.gb18030 ??= line;
  } catch {
    seen.neither ??= line;
  }
}

function verdict({ utf8, gb18030, neither }: Evidence): string {
  if (neither !== null)
    throw new FileFault(
      `Line ${neither} is written neither in UTF-8 nor in GB18030. Save the file as UTF-8, or name its encoding in the mapping.`,
    );
  if (utf8 !== null && gb18030 !== null)
    throw new FileFault(
      `The file has two encodings: line ${utf8} is UTF-8, line ${gb18030} is GB18030. Nothing was read; save all of it in one.`,
    );
  return gb18030 === null ? 'utf-8' : 'gb18030';
}

/** The file as text. Throws `FileFault` where the bytes do not fit the encoding, or when there is no such encoding. */
export async function* decoded(
  file: SourceFile,
  encoding: string,
  onRead?: (bytes: number) => void,
): AsyncGenerator<string> {
  const decoder = decoderOf(encoding);
  const decode = (bytes?: Buffer): string => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw new FileFault(`The file is not written in ${encoding} throughout, as it or its mapping says.`);
    }
  };
  for await (const chunk of file.bytes(onRead)) yield decode(chunk);
  const last = decode();
  if (last !== '') yield last;
}

function decoderOf(encoding: string) {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new FileFault(
      `There is no encoding “${encoding}”. Usual ones: utf-8, gb18030, big5, utf-16le, windows-1252.`,
    );
  }
}
