import fc from 'fast-check';
import { maskForRated, maskName, maskTelephone, maskWords } from './mask.ts';

describe('words as anybody may see them', () => {
  it.each([
    ['打我电话13812341234,谢谢', '打我电话138****1234,谢谢'],
    ['138-1234-1234', '138-****-1234'],
    ['１３８ １２３４ １２３４', '１３８ **** １２３４'],
    ['一三八一二三四一二三四', '一三八****一二三四'],
    ['+86 138 1234 1234', '+86 1** **** 1234'],
    ['0512-65551234', '051*-****1234'],
    ['65551234', '******34'],
    ['身份证11010519491231002X', '身份证110***********002X'],
    ['卡号 6222 0212 3456 7890 123', '卡号 **** **** **** ***0 123'],
    ['写信给 zhang.san@qq.com', '写信给 z***************'],
    ['写信给zhang＠qq．com吧', '写信给z***********吧'],
    ['车牌苏E·12345停在门口', '车牌苏E******停在门口'],
    ['新能源粤BD12345', '新能源粤B******'],
  ])('%s → %s', (words, masked) => {
    expect(maskWords(words)).toBe(masked);
  });

  it.each([
    '等了40分钟,跑了3趟',
    '2026-11-24 上午来的',
    '2026-11-24 10:30',
    'A017 在 5 号窗口',
    '办件 QS-2026-01187-4 拖着',
    '收费 25.50 元',
    '让我多跑了十二趟 👍🏽',
    '',
  ])('leaves %j alone', (words) => {
    expect(maskWords(words)).toBe(words);
  });

  it('does not let a date before it hide a number', () => {
    expect(maskWords('2026-11-24 13812341234')).toBe('2026-11-24 138****1234');
  });
});

const GAPS = ['', '', '', ' ', '-', '  ', '·', '－', '—', '\u200b', '. '];
const FORMS = [
  (n: number) => String(n),
  (n: number) => String.fromCharCode(0xff10 + n),
  (n: number) => '〇一二三四五六七八九'[n]!,
];
const AROUND = fc.array(fc.constantFrom('我', '的', '电话', '是', ',', '。', '!', '办事', '👍', '请', 'ok', '\n'), {
  maxLength: 8,
});
const digits = (count: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count });
const written = (head: readonly number[], rest: fc.Arbitrary<number[]>) =>
  fc
    .tuple(rest, fc.array(fc.constantFrom(...GAPS), { minLength: 20, maxLength: 20 }), fc.constantFrom(...FORMS))
    .map(([tail, gaps, form]) => {
      const all = [...head, ...tail];
      return { number: all, text: all.map((n, at) => (at === 0 ? '' : gaps[at]!) + form(n)).join('') };
    });
/** The digits that can still be read, whatever their form. */
const legible = (text: string) =>
  [...text.normalize('NFKC')]
    .map((char) => ('〇一二三四五六七八九'.includes(char) ? String('〇一二三四五六七八九'.indexOf(char)) : char))
    .join('')
    .replaceAll(/[^\d*]/g, '');

describe('whatever is written around and between', () => {
  it.each([
    ['a mobile number', [1, 3], digits(9)],
    ['an identity number', [3, 2], digits(16)],
    ['a bank card', [6, 2], digits(17)],
    ['a town’s number', [0, 5, 1, 2], digits(8)],
  ] as const)('%s is never legible', (_name, head, rest) => {
    fc.assert(
      fc.property(written(head, rest), AROUND, AROUND, ({ number, text }, before, after) => {
        const masked = maskWords(before.join('') + text + after.join(''));
        expect(legible(masked)).not.toContain(number.join(''));
        expect(legible(masked).replaceAll(/[^*]/g, '').length).toBeGreaterThanOrEqual(4);
        expect(masked.startsWith(before.join(''))).toBe(true);
        expect(masked.endsWith(after.join(''))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never changes the length, and masks nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const masked = maskWords(text);
        expect(masked).toHaveLength(text.length);
        expect(maskWords(masked)).toBe(masked);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('words as the rated person may see them', () => {
  it.each([
    ['我是A017,上午十点半来的', '我是****,上午***来的'],
    ['11月24日10:30在窗口', '***********在窗口'],
    ['办件QS-2026-01187-4拖着', '办件***************拖着'],
    ['周二来的,电话13812341234', '**来的,电话138****1234'],
    ['让我跑了三趟', '让我跑了三趟'],
  ])('%s → %s', (words, masked) => {
    expect(maskForRated(words)).toBe(masked);
  });
});

it('names and telephones given as such', () => {
  expect(['张', '张明', '张小明', '欧阳小明'].map(maskName)).toEqual(['张', '张*', '张*明', '欧**明']);
  expect(['13812341234', '65551234', '110'].map(maskTelephone)).toEqual(['138****1234', '655*1234', '***']);
});
