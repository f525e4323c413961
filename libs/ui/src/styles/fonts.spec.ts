import { readdir, readFile, stat } from 'node:fs/promises';
import { zhCN } from '../i18n/zh-CN.ts';

const folder = new URL('./', import.meta.url);

/** The code points that fonts.css promises, as a test for one. */
async function promised(): Promise<(character: string) => boolean> {
  const css = await readFile(new URL('fonts.css', folder), 'utf8');
  const spans = [...css.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/g)].map(([, from = '', to = from]) => [
    Number.parseInt(from, 16),
    Number.parseInt(to, 16),
  ]);
  return (character) => {
    const code = character.codePointAt(0) ?? 0;
    return spans.some(([from = 0, to = 0]) => from <= code && code <= to);
  };
}

describe('the first fonts', () => {
  it('are the files that fonts.css names, and no more than half a megabyte', async () => {
    const css = await readFile(new URL('fonts.css', folder), 'utf8');
    const named = [...css.matchAll(/fonts\/([\w-]+\.woff2)/g)].map(([, name = '']) => name).sort();
    const there = (await readdir(new URL('fonts/', folder))).filter((name) => name.endsWith('.woff2')).sort();
    expect(named).toEqual(there);
    const sizes = await Promise.all(there.map(async (name) => (await stat(new URL(`fonts/${name}`, folder))).size));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(512 * 1024);
  });

  it('have every character of the components’ words, ASCII and the marks of Chinese', async () => {
    const has = await promised();
    const text = `${JSON.stringify(zhCN)}0123456789ABCXYZabcxyz:–·“”，。？！、；（）%→`;
    expect([...new Set(text)].filter((character) => !has(character))).toEqual([]);
  });

  it('leave what they do not have to the slices of the whole family', async () => {
    const app = await readFile(new URL('app.css', folder), 'utf8');
    expect(app).toContain("@import '@fontsource-variable/noto-sans-sc/index.css'");
    expect((await promised())('龘')).toBe(false);
  });
});
