import { ERRORS } from '@shouwen/contracts/errors';
import { OPERATIONS } from '@shouwen/contracts/http/operations';
import type { Words } from '@shouwen/ui/i18n/words';
import { en as dashboardEn } from '../../apps/dashboard/src/i18n/en.ts';
import { zhCN as dashboardZh } from '../../apps/dashboard/src/i18n/zh-CN.ts';
import { en as kioskEn } from '../../apps/kiosk/src/i18n/en.ts';
import { zhCN as kioskZh } from '../../apps/kiosk/src/i18n/zh-CN.ts';
import { en as uiEn } from '../../libs/ui/src/i18n/en.ts';
import { zhCN as uiZh } from '../../libs/ui/src/i18n/zh-CN.ts';
import { errorsDocument, permissionsDocument } from './documents.ts';
import { filesUnder, textOf } from './files.ts';

const flat = (words: Words, prefix = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  );
const stem = (key: string): string => key.replace(/_(one|other)$/, '');
const HAN = /\p{Script=Han}/u;
const placeholders = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]!).sort();

describe.each([
  ['kiosk', kioskZh, kioskEn],
  ['dashboard', dashboardZh, dashboardEn],
  ['ui', uiZh, uiEn],
] as [string, Words, Words][])('texts of %s', (_app, zh, en) => {
  const chinese = new Map(flat(zh).map(([key, text]) => [stem(key), text]));
  const english = flat(en);

  it('are complete in both languages', () => {
    expect([...new Set(english.map(([key]) => stem(key)))].sort()).toEqual([...chinese.keys()].sort());
    for (const [key, text] of [...flat(zh), ...english]) expect([key, text.trim()]).not.toEqual([key, '']);
  });

  it('name the same figures', () => {
    for (const [key, text] of english) {
      if (key.endsWith('_one')) continue;
      expect([key, placeholders(text)]).toEqual([key, placeholders(chinese.get(stem(key))!)]);
    }
  });

  it('are written in their language', () => {
    // The button that changes the language bears the other language’s own name.
    expect(english.filter(([key, text]) => HAN.test(text) && key !== 'language.other')).toEqual([]);
  });
});

it('screens hold no Chinese of their own', () => {
  const own = ['apps/kiosk/src', 'apps/dashboard/src', 'libs/ui/src/components']
    .flatMap((folder) => filesUnder(folder, /\.tsx$/))
    .filter((path) => !path.includes('.spec.'))
    .filter((path) => HAN.test(textOf(path).replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$|\{\/\*[\s\S]*?\*\/\}/gm, '')));
  expect(own).toEqual([]);
});

describe('error codes', () => {
  const source = ['apps/server/src', 'libs/domain/src', 'apps/kiosk/src', 'libs/client/src']
    .flatMap((folder) => filesUnder(folder, /\.tsx?$/))
    .filter((path) => !path.includes('.spec.'))
    .map(textOf)
    .join('\n');

  it.each(Object.keys(ERRORS))('%s has a sentence in both languages and is used', (code) => {
    const { zh, en, status } = ERRORS[code as keyof typeof ERRORS];
    expect(HAN.test(zh)).toBe(true);
    expect(HAN.test(en)).toBe(false);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(source.includes(`'${code}'`) || source.includes(`${code}:`)).toBe(true);
  });

  it('are documented: docs/errors.md is what `node test/rules/bin/write-documents.mjs` writes', () => {
    expect(textOf('docs/errors.md')).toBe(errorsDocument());
  });
});

describe('permissions', () => {
  it('are documented: docs/permissions.md is what `node test/rules/bin/write-documents.mjs` writes', () => {
    expect(textOf('docs/permissions.md')).toBe(permissionsDocument());
  });

  it('have one operation to a name and to a route', () => {
    const names = OPERATIONS.map(({ name }) => name);
    const routes = OPERATIONS.map(({ method, path }) => `${method} ${path}`);
    expect([new Set(names).size, new Set(routes).size]).toEqual([names.length, routes.length]);
  });
});
