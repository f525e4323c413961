import { createHash } from 'node:crypto';
import { KEPT_FILES, type KeptFile } from '../docket/kept-files.ts';
import type { Files } from '../platform/files/files.ts';
import type { Reader } from '../queue/queue-reader.ts';

export interface FilesReport {
  files: number;
  findings: string[];
}

type Kept = KeptFile & { hallId: string; place: string };

/**
 * Checks that every file that a case or an order speaks of is there, with its size; `open`: also that it opens and is what was attached. A file
 * removed meanwhile is none that is missing.
 */
export async function checkFiles(database: Reader, files: Files, open: boolean): Promise<FilesReport> {
  const kept = await keptFiles(database);
  const sizes = new Map<string, number>();
  for await (const { address, size } of files.list()) sizes.set(address, size);
  const suspects: { file: Kept; what: string }[] = [];
  for (const file of kept) {
    const what = open ? await opened(files, file) : standing(sizes.get(addressOf(file)), file.size);
    if (what !== null) suspects.push({ file, what });
  }
  const still = suspects.length > 0 ? new Set((await keptFiles(database)).map(addressOf)) : new Set<string>();
  const findings = suspects
    .filter(({ file }) => still.has(addressOf(file)))
    .map(({ file, what }) => `${file.hallId}: file ${file.id} of ${file.place} ${what}`);
  return { files: kept.length, findings };
}

const addressOf = ({ hallId, place, id }: Kept): string => `${hallId}/${place}/${id}`;

const standing = (found: number | undefined, size: number): string | null =>
  found === undefined ? 'is missing' : found === size ? null : `has ${found} bytes, not ${size}`;

async function opened(files: Files, file: Kept): Promise<string | null> {
  const content = await files.get(addressOf(file)).catch(() => undefined);
  if (content === null) return 'is missing';
  if (content === undefined) return 'does not open';
  return createHash('sha256').update(content).digest('hex') === file.sha256 ? null : 'is not what was attached';
}

async function keptFiles(database: Reader): Promise<Kept[]> {
  const rows = (await database.query(`${KEPT_FILES} order by 1, 2`)) as {
    hall_id: string;
    place: string;
    files: KeptFile[];
  }[];
  return rows.flatMap(({ hall_id: hallId, place, files }) =>
    files.filter(({ removedAt }) => (removedAt ?? null) === null).map((file) => ({ ...file, hallId, place })),
  );
}
