import { readFile } from 'node:fs/promises';
import { tokensCss } from './tokens-css.ts';

describe('styles/tokens.css', () => {
  it('is what tokens.ts says', async () => {
    const path = new URL('../styles/tokens.css', import.meta.url);
    expect(await readFile(path, 'utf8')).toBe(tokensCss());
  });
});

describe('the style sheets', () => {
  it('use no variable that tokens.css does not set', async () => {
    const { readdir } = await import('node:fs/promises');
    const folder = new URL('../components/', import.meta.url);
    const known = new Set(tokensCss().match(/--[a-z0-9-]+(?=:)/g));
    // Set by the component itself, per element.
    for (const own of ['--at', '--size', '--em']) known.add(own);
    for (const name of (await readdir(folder)).filter((file) => file.endsWith('.css'))) {
      const used = (await readFile(new URL(name, folder), 'utf8')).match(/(?<=var\()--[a-z0-9-]+/g) ?? [];
      expect({ name, unknown: used.filter((variable) => !known.has(variable)) }).toEqual({ name, unknown: [] });
    }
  });
});
