import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';

/** Rows of a ticket log (CSV, also `.gz`) by the names in its first line. */
export async function readTicketLog(
  path: string,
  needed: readonly string[],
): Promise<Readonly<Record<string, string>>[]> {
  const file = await readFile(path);
  const text = (path.endsWith('.gz') ? gunzipSync(file) : file).toString('utf8').replace(/^\uFEFF/, '');
  const [head = '', ...lines] = text.split(/\r?\n/).filter((line) => line !== '');
  const columns = fields(head);
  const missing = needed.filter((name) => !columns.includes(name));
  if (missing.length > 0) throw new Error(`${path} has no column ${missing.join(', ')}`);
  return lines.map((line) => {
    const row = fields(line);
    return Object.fromEntries(columns.map((name, index) => [name, row[index] ?? '']));
  });
}

/** Fields of a CSV line, quotes respected. */
function fields(line: string): string[] {
  const found: string[] = [];
  for (const match of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g))
    found.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
  return found;
}
