import { antdTheme } from './antd-theme.ts';
import { contrast } from './contrast.ts';
import { colour, highContrast, night, nightHigh } from './tokens.ts';

type Palette = Record<keyof typeof colour | 'gold', string>;

const palettes: Record<string, Palette> = {
  day: { ...colour, gold: colour.amber },
  'day, high contrast': { ...colour, ...highContrast, gold: highContrast.amber },
  night: { ...colour, ...night },
  'night, high contrast': { ...colour, ...night, ...nightHigh },
};

/** Every pair of words and ground that the components set. */
const words: readonly (readonly [text: keyof Palette, ground: keyof Palette])[] = [
  ...(['paper', 'card', 'stone', 'jadePale', 'amberPale', 'cinnabarPale', 'bluePale'] as const).map(
    (ground) => ['ink', ground] as const,
  ),
  ...(['paper', 'card', 'stone'] as const).map((ground) => ['muted', ground] as const),
  ...(['jade', 'amber', 'cinnabar', 'blue'] as const).flatMap(
    (text) => [[text, 'card'] as const, [text, 'paper'] as const] as const,
  ),
  ['jadeDeep', 'jadePale'],
  ['amber', 'amberPale'],
  ['cinnabar', 'cinnabarPale'],
  ['blue', 'bluePale'],
  ['onJade', 'jade'],
  ['onJade', 'jadeDeep'],
  ['onJade', 'cinnabar'],
  ['onJade', 'cinnabarDeep'],
  ['card', 'ink'],
];

/** Frames and bars that carry a meaning, and type from 24 px on. */
const big: typeof words = [
  ['gold', 'paper'],
  ['gold', 'card'],
  ['lineStrong', 'card'],
  ['jade', 'card'],
  ['blue', 'paper'],
];

describe('contrast', () => {
  it('measures as WCAG does', () => {
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  for (const [name, palette] of Object.entries(palettes)) {
    const least = name.endsWith('high contrast') ? 7 : 4.5;
    it(`is at least ${least} for words, 3 for big type and frames (${name})`, () => {
      const poor = [
        ...words.filter(([text, ground]) => contrast(palette[text], palette[ground]) < least),
        ...big.filter(([text, ground]) => contrast(palette[text], palette[ground]) < 3),
      ].map(([text, ground]) => `${text} on ${ground} ${contrast(palette[text], palette[ground]).toFixed(2)}`);
      expect(poor).toEqual([]);
    });
  }

  it('is at least 4.5 for the words of antd', () => {
    const { token } = antdTheme;
    for (const text of [token.colorText, token.colorTextSecondary, token.colorTextPlaceholder, token.colorLink]) {
      expect(contrast(text, token.colorBgContainer)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(text, token.colorBgLayout)).toBeGreaterThanOrEqual(4.5);
    }
  });
});
