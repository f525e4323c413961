import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { LogReader } from '../hall-log/log-reader.ts';
import type { Reader } from '../queue/queue-reader.ts';
import type { Config } from '../platform/config/config.ts';
import { Files } from '../platform/files/files.ts';
import { Keys } from '../platform/keys/keys.ts';
import { PersonalData, type PersonalRow } from '../hall-log/personal-data.ts';
import { checkFiles } from './check-files.ts';
import type { PublishedHead } from './check-heads.ts';
import { verifyHall, type HallReport } from './verify-hall.ts';

export interface VerifyReport {
  halls: HallReport[];
  files: number;
  personal: { kept: number; erased: number };
  findings: string[];
}

/**
 * Checks every hall of a database: chain, state tables, order kept, published heads, personal data, files of cases. Reads only.
 * @param dataDir where the keys and the published heads of this installation live.
 * @param options the bucket where there is one; whether every file is opened, which reads them all.
 */
export async function verifyAll(
  database: DataSource,
  dataDir: string,
  { s3 = null, openFiles = false }: { s3?: Config['s3']; openFiles?: boolean } = {},
): Promise<VerifyReport> {
  const keys = await Keys.load(dataDir);
  const snapshots = new LogReader(database);
  const rows = (await database.query(
    'select hall_id from hall_head union select distinct hall_id from hall_event order by 1',
  )) as { hall_id: string }[];
  const halls: HallReport[] = [];
  for (const { hall_id: hallId } of rows) {
    // The file first: a head signed meanwhile is then in neither, and the snapshot holds every event that a head speaks of.
    const inFile = await headsInFile(dataDir, hallId);
    const report = await snapshots.snapshot(async (reader) =>
      verifyHall(reader, hallId, keys.publicKeyPem(), [...(await headsInDatabase(reader, hallId)), ...inFile]),
    );
    halls.push(report);
  }
  const { findings, ...personal } = await checkPersonal(database, keys);
  const files = await checkFiles(database, Files.of({ dataDir, s3 }, keys), openFiles);
  const ofHalls = halls.flatMap((hall) => hall.findings.map((finding) => `${hall.hallId}: ${finding}`));
  return { halls, personal, files: files.files, findings: [...ofHalls, ...findings, ...files.findings] };
}

async function headsInDatabase(database: Reader, hallId: string): Promise<PublishedHead[]> {
  const rows = (await database.query('select seq, hash, signature from hall_head_signature where hall_id = $1', [
    hallId,
  ])) as {
    seq: number;
    hash: string;
    signature: string;
  }[];
  return rows.map((row) => ({ ...row, from: 'database' }));
}

async function headsInFile(dataDir: string, hallId: string): Promise<PublishedHead[]> {
  try {
    const text = await readFile(join(dataDir, 'heads', `${hallId}.jsonl`), 'utf8');
    const lines = text.split('\n').filter((line) => line !== '');
    return lines.map((line) => ({ ...(JSON.parse(line) as Omit<PublishedHead, 'from'>), from: 'file' }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function checkPersonal(
  database: DataSource,
  keys: Keys,
): Promise<{ kept: number; erased: number; findings: string[] }> {
  const personal = new PersonalData(keys, database);
  const rows = (await database.query('select hall_id, ref, commitment, sealed from personal_data')) as (PersonalRow & {
    hall_id: string;
  })[];
  const findings: string[] = [];
  for (const row of rows) {
    if (row.sealed === null) continue;
    try {
      personal.open(row);
    } catch {
      findings.push(`${row.hall_id}: personal data ${row.ref} was changed`);
    }
  }
  const erased = rows.filter((row) => row.sealed === null).length;
  return { kept: rows.length - erased, erased, findings };
}

/** The one line that `npm run verify` prints last. */
export function summary({ halls, personal, files, findings }: VerifyReport): string {
  const sum = (part: 'events' | 'days' | 'rows' | 'calls' | 'kept' | 'heads') =>
    halls.reduce((total, hall) => total + hall[part], 0);
  const order = sum('calls') === 0 ? '—' : `${sum('kept')}/${sum('calls')}`;
  return (
    `verify: ${findings.length === 0 ? 'green' : `${findings.length} differences`} — ${halls.length} halls, ${sum('events')} events, ` +
    `${sum('days')} days, ${sum('rows')} rows compared, order kept ${order}, ${sum('heads')} heads, personal ${personal.kept} kept ${personal.erased} erased, ${files} files`
  );
}
