/**
 * Writes src/styles/fonts/*.woff2 and src/styles/fonts.css: family "Shouwen Sans", Noto Sans SC cut down to the
 * characters of our own texts and the example catalogue, weights 400 to 800. Noto Sans SC is only published in slices, so
 * each slice is cut on its own and keeps the exact characters as its unicode-range; a browser fetches those it needs, and for
 * any other character the whole slice of the full family. The same texts give the same bytes. Run it when texts have changed:
 *
 *   node libs/ui/scripts/subset-fonts.mjs
 */
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import prettier from 'prettier';
import subsetFont from 'subset-font';
import { firstCharacters } from './first-characters.mjs';

const require = createRequire(import.meta.url);
const noto = (file) => require.resolve(`@fontsource-variable/noto-sans-sc/${file}`);
const styles = new URL('../src/styles/', import.meta.url);
const fonts = new URL('fonts/', styles);

const hex = (code) => code.toString(16);

/** `U+4e00,U+4e03-4e08` → [[0x4e00, 0x4e00], [0x4e03, 0x4e08]] */
const parseRange = (range) =>
  range.split(',').map((part) => {
    const [from, to = from] = part.trim().slice(2).split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });

/** Code points in order → `U+4e00, U+4e03-4e08` */
function writeRange(codes) {
  const runs = [];
  for (const code of codes) {
    const run = runs.at(-1);
    if (run && run[1] === code - 1) run[1] = code;
    else runs.push([code, code]);
  }
  return runs.map(([from, to]) => `U+${hex(from)}${to > from ? `-${hex(to)}` : ''}`).join(', ');
}

const slices = Object.entries(JSON.parse(await readFile(noto('unicode.json'), 'utf8'))).reverse();
const wanted = new Set(await firstCharacters());
const faces = [];
let bytes = 0;

await rm(fonts, { recursive: true, force: true });
await mkdir(fonts, { recursive: true });
for (const [key, range] of slices) {
  const spans = parseRange(range);
  const inside = [...wanted].filter((character) => {
    const code = character.codePointAt(0);
    return spans.some(([from, to]) => from <= code && code <= to);
  });
  if (inside.length === 0) continue;
  for (const character of inside) wanted.delete(character);
  const name = key.replace(/[[\]]/g, '');
  const whole = await readFile(noto(`files/noto-sans-sc-${name}-wght-normal.woff2`));
  const part = await subsetFont(whole, inside.join(''), {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: 400, max: 800 } },
  });
  bytes += part.length;
  await writeFile(new URL(`shouwen-sans-${name}.woff2`, fonts), part);
  faces.push(`@font-face {
  font-family: 'Shouwen Sans';
  font-style: normal;
  font-display: swap;
  font-weight: 400 800;
  src: url('./fonts/shouwen-sans-${name}.woff2') format('woff2');
  unicode-range: ${writeRange(inside.map((character) => character.codePointAt(0)))};
}
`);
}
await copyFile(noto('LICENSE'), new URL('OFL.txt', fonts));
const css = `/* Written by scripts/subset-fonts.mjs; the fonts are under the SIL Open Font License, fonts/OFL.txt. */\n${faces.join('\n')}`;
await writeFile(
  new URL('fonts.css', styles),
  await prettier.format(css, { parser: 'css', singleQuote: true, printWidth: 120 }),
);
console.log(`${faces.length} files, ${bytes} bytes; left to other fonts: ${[...wanted].join('') || 'nothing'}`);
