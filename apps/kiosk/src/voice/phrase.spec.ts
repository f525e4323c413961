import { readFileSync } from 'node:fs';
import { chineseNumber, englishNumber, partsOf, textOf } from './phrase.ts';

describe('what a call says', () => {
  it('reads letters and digits one by one', () => {
    expect(textOf({ number: 'A017', window: 5 }, 'zh')).toBe('请 A 0 1 7 号到 5 号窗口');
    expect(textOf({ number: 'A017', window: 0 }, 'en')).toBe('Number A 0 1 7, please go to the guide desk');
  });

  it('counts windows as people do', () => {
    expect(chineseNumber(5)).toEqual(['5']);
    expect(chineseNumber(12)).toEqual(['ten', '2']);
    expect(chineseNumber(20)).toEqual(['2', 'ten']);
    expect(chineseNumber(105)).toEqual(['1', 'hundred', '0', '5']);
    expect(chineseNumber(110)).toEqual(['1', 'hundred', '1', 'ten']);
    expect(englishNumber(12)).toEqual(['12']);
    expect(englishNumber(45)).toEqual(['40', '5']);
    expect(englishNumber(200)).toEqual(['2', 'hundred']);
  });

  it.each(['zh', 'en'] as const)('has a bundled clip for every part of every call in %s', (language) => {
    const file = new URL(`../../public/voice/${language}.json`, import.meta.url);
    const known = new Set(Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object));
    for (let window = 0; window <= 300; window++) {
      for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
        const missing = partsOf({ number: `${letter}0123456789`, window }, language).filter((part) => !known.has(part));
        expect(missing).toEqual([]);
      }
    }
  });
});
