import {
  bigTypeFactor,
  colour,
  fontFamily,
  highContrast,
  motionMs,
  night,
  nightHigh,
  radius,
  shadow,
  space,
  touch,
  typeScale,
} from './tokens.ts';

type Rule = readonly [selector: string, declarations: readonly string[]];

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const colours = (palette: Record<string, string>) =>
  Object.entries(palette).map(([name, value]) => `--${kebab(name)}: ${value};`);

const rem = (px: number) => `${px / 16}rem`;

const rules: readonly Rule[] = [
  [
    ':root',
    [
      ...colours(colour),
      '--gold: var(--amber);',
      ...Object.entries(typeScale).map(([name, px]) => `--${name}: ${rem(px)};`),
      ...Object.entries(space).map(([name, px]) => `--${name}: ${px}px;`),
      `--radius: ${radius.card}px;`,
      `--radius-kiosk: ${radius.kiosk}px;`,
      `--radius-pill: ${radius.pill}px;`,
      `--touch: ${touch.phone}px;`,
      `--touch-kiosk: ${touch.kiosk}px;`,
      `--shadow: ${shadow};`,
      `--motion: ${motionMs}ms;`,
      '--hairline: 1px;',
      `--font:\n    ${fontFamily};`,
    ],
  ],
  ["[data-ground='night']", ['color-scheme: dark;', ...colours(night)]],
  ["[data-contrast='high']", ['--hairline: 2px;', ...colours(highContrast)]],
  [
    "[data-contrast='high'][data-ground='night'],\n[data-contrast='high'] [data-ground='night']",
    colours({ ...night, ...nightHigh }),
  ],
  ["[data-type='big']", [`font-size: ${bigTypeFactor * 100}%;`]],
];

/** The text of `styles/tokens.css`. */
export function tokensCss(): string {
  const blocks = rules.map(([selector, lines]) => `${selector} {\n${lines.map((line) => `  ${line}`).join('\n')}\n}\n`);
  return `/* Written from tokens/tokens.ts by scripts/write-tokens.mjs; change it there. */\n${blocks.join('\n')}`;
}
