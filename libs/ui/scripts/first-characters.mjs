import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const workspace = fileURLToPath(new URL('../../..', import.meta.url));

/** Where the words of the first screens stand: the Chinese texts and what the example hall publishes. */
const sources = [
  ['libs/ui/src/i18n', /^zh-CN\.ts$/],
  ['apps/kiosk/src', /^zh-CN.*\.ts$/],
  ['apps/dashboard/src', /^zh-CN.*\.ts$/],
  ['apps/server/src/catalogue/seed', /\.json$/],
];

/** Marks and Chinese figures that values bring in, whatever the texts say. */
const always =
  '“”‘’、，。；：？！（）《》【】…—–·•→←↑↓○●◆▲▼■□☐☑✓×≤≥±%‰¥℃第〇零一二三四五六七八九十百千万亿年月日周时分秒';

async function filesUnder(folder, name) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Every character that the first screens may show, in the order of their code points: ASCII, marks, texts, catalogue. */
export async function firstCharacters() {
  const characters = new Set(always);
  for (let code = 0x20; code < 0x7f; code++) characters.add(String.fromCodePoint(code));
  for (const [folder, name] of sources) {
    for (const file of await filesUnder(join(workspace, folder), name)) {
      for (const character of await readFile(file, 'utf8')) if (character > '~') characters.add(character);
    }
  }
  return [...characters].sort((one, other) => one.codePointAt(0) - other.codePointAt(0));
}
