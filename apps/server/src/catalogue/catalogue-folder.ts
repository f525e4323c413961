import { readdir, readFile } from 'node:fs/promises';
import type { CatalogueKind } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { CatalogueChange } from '@shouwen/contracts/http/hall.operations';

/** Files with a list of items each, in an order in which references hold. Those marked optional may be left out. */
const LISTS: readonly { file: string; kind: CatalogueKind; optional?: true }[] = [
  { file: 'zones', kind: 'zone' },
  { file: 'departments', kind: 'department' },
  { file: 'queues', kind: 'queue' },
  { file: 'windows', kind: 'window' },
  { file: 'staff', kind: 'staff' },
  { file: 'notices', kind: 'notice', optional: true },
  { file: 'questionnaires', kind: 'questionnaire', optional: true },
  { file: 'calendar', kind: 'calendar', optional: true },
  { file: 'year-tables', kind: 'year-table', optional: true },
  { file: 'leaves', kind: 'leave', optional: true },
  { file: 'rating-forms', kind: 'rating-form', optional: true },
  { file: 'checklists', kind: 'checklist', optional: true },
  { file: 'cause-rules', kind: 'cause-rules', optional: true },
  { file: 'alarms', kind: 'alarm', optional: true },
  { file: 'score-cards', kind: 'score-card', optional: true },
  { file: 'oversight', kind: 'oversight', optional: true },
];

/**
 * A hall's whole catalogue from a folder: `hall.json`, the lists, and `matters/*.json`, as in `seed/qingshi`. Throws with the name of
 * the file that is missing or is not JSON.
 */
export async function changesFrom(folder: URL): Promise<CatalogueChange[]> {
  const hall = (await readJson(folder, 'hall.json')) as { id: string };
  const changes: CatalogueChange[] = [{ kind: 'hall', id: hall.id, item: hall }];
  for (const { file, kind, optional } of LISTS) {
    const items = (await readJson(folder, `${file}.json`, optional)) as { id?: string; day?: string }[];
    changes.push(...items.map((item) => ({ kind, id: item.id ?? item.day ?? '', item: { ...item } })));
  }
  for (const file of (await readdir(new URL('matters/', folder))).filter((name) => name.endsWith('.json')).sort()) {
    const matter = (await readJson(folder, `matters/${file}`)) as { id: string };
    changes.push({ kind: 'matter', id: matter.id, item: matter });
  }
  return changes;
}

async function readJson(folder: URL, name: string, optional = false): Promise<unknown> {
  try {
    return JSON.parse(await readFile(new URL(name, folder), 'utf8'));
  } catch (error) {
    if (optional && (error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new Error(`${name}: ${(error as Error).message}`, { cause: error });
  }
}
