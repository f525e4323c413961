import { createHash } from 'node:crypto';
import { photoAddress } from '../catalogue/photo-of.ts';
import { KEPT_FILES, type KeptFile } from '../docket/kept-files.ts';
import type { Files } from '../platform/files/files.ts';
import type { Reader } from '../queue/queue-reader.ts';

export interface FilesReport {
  files: number;
  findings: string[];
}

interface Kept {
  address: string;
  /** What it is, as a finding says it. */
  what: string;
  /** Of a photograph of staff nothing of its content is told; its seal says that it is the one. */
  told: Pick<KeptFile, 'size' | 'sha256'> | null;
}

/**
 * Checks that every file of which a case or an order speaks and every photograph of staff is there, with its size; `open`: also that it
 * opens and is what was attached. A file
 * removed meanwhile is none that is missing.
 */
export async function checkFiles(database: Reader, files: Files, open: boolean): Promise<FilesReport> {
  const kept = await keptFiles(database);
  const sizes = new Map<string, number>();
  for await (const { address, size } of files.list()) sizes.set(address, size);
  const suspects: { file: Kept; what: string }[] = [];
  for (const file of kept) {
    const what = open ? await opened(files, file) : standing(sizes.get(file.address), file.told?.size);
    if (what !== null) suspects.push({ file, what });
  }
  const still =
    suspects.length > 0 ? new Set((await keptFiles(database)).map(({ address }) => address)) : new Set<string>();
  const findings = suspects
    .filter(({ file }) => still.has(file.address))
    .map(({ file, what }) => `${file.what} ${what}`);
  return { files: kept.length, findings };
}

const standing = (found: number | undefined, size: number | undefined): string | null =>
  found === undefined ? 'is missing' : size === undefined || found === size ? null : `has ${found} bytes, not ${size}`;

async function opened(files: Files, file: Kept): Promise<string | null> {
  const content = await files.get(file.address).catch(() => undefined);
  if (content === null) return 'is missing';
  if (content === undefined) return 'does not open';
  if (file.told === null) return null;
  return createHash('sha256').update(content).digest('hex') === file.told.sha256 ? null : 'is not what was attached';
}

async function keptFiles(database: Reader): Promise<Kept[]> {
  const rows = (await database.query(`${KEPT_FILES} order by 1, 2`)) as {
    hall_id: string;
    place: string;
    files: KeptFile[];
  }[];
  const attached = rows.flatMap(({ hall_id: hallId, place, files }) =>
    files
      .filter(({ removedAt }) => (removedAt ?? null) === null)
      .map((file) => ({
        address: `${hallId}/${place}/${file.id}`,
        what: `${hallId}: file ${file.id} of ${place}`,
        told: file,
      })),
  );
  const photos = (await database.query(
    `select hall_id, id, item->>'photoId' as photo_id from catalogue_item
      where kind = 'staff' and item->>'photoId' is not null order by hall_id, id`,
  )) as { hall_id: string; id: string; photo_id: string }[];
  const ofStaff = photos.map(({ hall_id: hallId, id, photo_id: photoId }) => ({
    address: photoAddress(hallId, id, photoId),
    what: `${hallId}: photograph ${photoId} of staff ${id}`,
    told: null,
  }));
  return [...attached, ...ofStaff];
}
