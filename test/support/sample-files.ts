import { crc32 } from 'node:zlib';

/** Small files that are what they say, made here: nothing of anybody's papers. */
const text = (content: string): Buffer => Buffer.from(content, 'latin1');

/** A ZIP of stored entries. */
export function zipOf(entries: Readonly<Record<string, string>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(entries)) {
    const body = Buffer.from(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(body), 10);
    common.writeUInt32LE(body.length, 14);
    common.writeUInt32LE(body.length, 18);
    common.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(16);
    place.writeUInt32LE(at, 12);
    parts.push(text('PK\x03\x04'), common, text(name), body);
    directory.push(text('PK\x01\x02'), text('\x14\x00'), common, place.subarray(2), text(name));
    at += 30 + name.length + body.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length / 5, 4);
  end.writeUInt16LE(directory.length / 5, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, ...directory, text('PK\x05\x06'), end]);
}

const typesXml = (main: string): string =>
  `<?xml version="1.0"?><Types><Override PartName="/x" ContentType="application/vnd.${main}.main+xml"/></Types>`;
const office = (kind: string): Buffer =>
  zipOf({ '[Content_Types].xml': typesXml(`openxmlformats-officedocument.${kind}`), 'x.xml': '<x/>' });

const chunk = (name: string, data: Buffer): Buffer => {
  const body = Buffer.concat([text(name), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** A picture of one pixel. */
const PNG = Buffer.concat([
  text('\x89PNG\r\n\x1a\n'),
  chunk('IHDR', text('\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0')),
  chunk('IDAT', text('\x78\x9c\x63\xf8\xcf\xc0\xf0\x1f\0\x05\0\x01\xff\x56\xc7\x2f\x0d')),
  chunk('IEND', Buffer.alloc(0)),
]);

export const SAMPLES = {
  pdf: text('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  png: PNG,
  jpg: text('\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xd9'),
  webp: text('RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f\0\0\0\x10\x07\x10\x11\x11\x88\x88\xfe\x07\0'),
  heic: text('\0\0\0\x18ftypheic\0\0\0\0mif1heic'),
  docx: office('wordprocessingml.document'),
  xlsx: office('spreadsheetml.sheet'),
  ofd: zipOf({ 'OFD.xml': '<ofd:OFD/>', 'Doc_0/Document.xml': '<x/>' }),
} as const;

/** What must never be taken, whatever it is called. */
export const UNWANTED = {
  program: text(`MZ${'\0'.repeat(58)}\x80\0\0\0${'\0'.repeat(64)}PE\0\0`),
  elf: text('\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x02\0\x3e\0\x01\0\0\0'),
  script: text('#!/bin/sh\necho hello\n'),
  html: text('<!doctype html><html><script>alert(1)</script></html>'),
  svg: text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  xml: text('<?xml version="1.0"?><svg onload="alert(1)"/>'),
  macros: zipOf({ '[Content_Types].xml': typesXml('ms-word.document.macroEnabled'), 'x.xml': '<x/>' }),
  zip: zipOf({ 'readme.txt': 'hello', 'notOFD.xml': '<x/>' }),
  gif: text('GIF89a\x01\0\x01\0\0\0\0;'),
  text: text('just words'),
} as const;
