import { GlobalFonts } from '@napi-rs/canvas';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const noto = (file: string) => require.resolve(`@fontsource-variable/noto-sans-sc/${file}`);

interface Slice {
  name: string;
  spans: readonly (readonly [number, number])[];
}

let slices: readonly Slice[] | undefined;
const loaded = new Set<string>();

/** `U+4e00,U+4e03-4e08` */
const spansIn = (range: string) =>
  range.split(',').map((part) => {
    const [from = '', until = from] = part.trim().slice(2).split('-');
    return [Number.parseInt(from, 16), Number.parseInt(until, 16)] as const;
  });

async function allSlices(): Promise<readonly Slice[]> {
  const ranges = JSON.parse(await readFile(noto('unicode.json'), 'utf8')) as Record<string, string>;
  // The slice of Latin letters is last in the list and first in use.
  return Object.entries(ranges)
    .reverse()
    .map(([key, range]) => ({ name: key.replaceAll(/[[\]]/g, ''), spans: spansIn(range) }));
}

/**
 * The font families in which these texts can be written, as a canvas names them. Noto Sans SC comes in a hundred slices: only those that
 * hold a character of the texts are opened, since each one named costs time with every text drawn.
 */
export async function fontsFor(texts: readonly string[]): Promise<string> {
  slices ??= await allSlices();
  const codes = new Set([...texts.join(''), ...'0123456789'].map((character) => character.codePointAt(0)!));
  const needed = slices.filter(({ spans }) =>
    [...codes].some((code) => spans.some(([from, until]) => from <= code && code <= until)),
  );
  for (const { name } of needed) {
    if (loaded.has(name)) continue;
    GlobalFonts.register(await readFile(noto(`files/noto-sans-sc-${name}-wght-normal.woff2`)), `noto-${name}`);
    loaded.add(name);
  }
  return needed.map(({ name }) => `"noto-${name}"`).join(', ');
}
