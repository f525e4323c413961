import { FILE_TYPES, type FileType } from '@shouwen/domain/case/case-files';
import { fileTypeFromBuffer } from 'file-type';

/** What the content is, whatever its name; `null` for everything that is not taken: programs, pages, drawings with scripts, archives. */
export async function typeOf(content: Buffer): Promise<FileType | null> {
  const found = (await fileTypeFromBuffer(content))?.ext;
  if (found === 'zip') return isOfd(content) ? 'ofd' : null;
  return FILE_TYPES.find((type) => type === found) ?? null;
}

const END = Buffer.from('PK\x05\x06');
const ENTRY = 0x02014b50;

/** OFD (GB/T 33190), the national format for fixed documents, which the library does not know: a ZIP with `OFD.xml` at its root. */
function isOfd(content: Buffer): boolean {
  const end = content.lastIndexOf(END);
  if (end < 0 || end + 22 > content.length) return false;
  let at = content.readUInt32LE(end + 16);
  while (at + 46 <= end && content.readUInt32LE(at) === ENTRY) {
    const name = content.readUInt16LE(at + 28);
    if (content.toString('latin1', at + 46, at + 46 + name) === 'OFD.xml') return true;
    at += 46 + name + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32);
  }
  return false;
}
