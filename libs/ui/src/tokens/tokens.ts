/**
 * The one language of form: every colour, size and movement of both front ends. `styles/tokens.css` is written from here
 * (`node libs/ui/scripts/write-tokens.mjs`) and a spec holds the two equal, so change it here only.
 */

/** Warm paper, ink and jade; amber says "soon", cinnabar "broken", blue "explained". Always with a word or a shape. */
export const colour = {
  paper: '#f6f4ee',
  card: '#ffffff',
  stone: '#efece3',
  line: '#e2ddd1',
  lineStrong: '#8a8578',
  ink: '#16202b',
  muted: '#4a5663',
  jade: '#0b6e63',
  jadeDeep: '#07514a',
  jadePale: '#dceeea',
  onJade: '#ffffff',
  amber: '#8f5200',
  amberFill: '#d9982b',
  amberPale: '#feefd6',
  cinnabar: '#c2361f',
  cinnabarDeep: '#9d2715',
  cinnabarPale: '#fbe5df',
  blue: '#1e5b94',
  bluePale: '#e3edf8',
} as const;

export type ColourName = keyof typeof colour;

/** `data-contrast="high"`: black on white, hairlines become lines, pale grounds give way to outlines. */
export const highContrast = {
  paper: '#ffffff',
  card: '#ffffff',
  stone: '#ffffff',
  line: '#16202b',
  lineStrong: '#000000',
  ink: '#000000',
  muted: '#1f2933',
  jade: '#00463f',
  jadeDeep: '#002b27',
  jadePale: '#ffffff',
  amber: '#5c3400',
  amberFill: '#8a5200',
  amberPale: '#ffffff',
  cinnabar: '#8c1a08',
  cinnabarDeep: '#6b1003',
  cinnabarPale: '#ffffff',
  blue: '#0c3a66',
  bluePale: '#ffffff',
} as const satisfies Partial<Record<ColourName, string>>;

/** `data-ground="night"`: the hall display. Gold is for the number now called and for nothing else. */
export const night = {
  paper: '#0d1a22',
  card: '#172833',
  stone: '#0b1119',
  line: '#2a3d49',
  lineStrong: '#7f929c',
  ink: '#f6f4ee',
  muted: '#a9b8bf',
  gold: '#f2c14e',
  jade: '#63c7b8',
  jadeDeep: '#8fdccf',
  jadePale: '#12332f',
  onJade: '#0d1a22',
  amber: '#f2b65e',
  amberFill: '#d9982b',
  amberPale: '#33270f',
  cinnabar: '#ff9a86',
  cinnabarDeep: '#ffb5a6',
  cinnabarPale: '#3a1b15',
  blue: '#93c1ee',
  bluePale: '#15293d',
} as const satisfies Partial<Record<ColourName | 'gold', string>>;

/** Night and high contrast together: a display in a bright hall. */
export const nightHigh = {
  paper: '#000000',
  card: '#000000',
  stone: '#000000',
  line: '#f6f4ee',
  lineStrong: '#ffffff',
  ink: '#ffffff',
  muted: '#e6edf0',
  gold: '#ffd75e',
} as const satisfies Partial<Record<ColourName | 'gold', string>>;

/** Type sizes in px at the normal reading size; the style sheet has them in rem so that big type scales them. */
export const typeScale = {
  t14: 14,
  t16: 16,
  t18: 18,
  t24: 24,
  t32: 32,
  t48: 48,
  t76: 76,
  t104: 104,
  t300: 300,
} as const;

/** How much `data-type="big"` enlarges the root size. */
export const bigTypeFactor = 1.3;

/** Space in fours, px. */
export const space = { s1: 4, s2: 8, s3: 12, s4: 16, s5: 20, s6: 24, s8: 32, s10: 40, s12: 48, s16: 64 } as const;

export const radius = { card: 14, kiosk: 22, pill: 999 } as const;

/** The smallest a finger may be asked to hit, px. */
export const touch = { kiosk: 88, phone: 44 } as const;

export const shadow = '0 12px 40px rgb(22 32 43 / 18%)';

/** Motion says where a thing went; none under reduced motion. ms. */
export const motionMs = 200;

/** The first family holds only the characters our own texts use; the second is the whole of it in slices. */
export const fontFamily =
  "'Shouwen Sans', 'Noto Sans SC Variable', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', system-ui, sans-serif";
