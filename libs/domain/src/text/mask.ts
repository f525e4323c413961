/**
 * Personal data in free words is masked before anybody sees them (DOMAIN §10): telephones 138****1234, identity numbers first 3 and
 * last 4, bank cards, e-mail, number plates — also in full-width or Chinese digits and with spaces or hyphens between them. What is
 * hidden is replaced character by character, so that the rest of the sentence stays as it was written. Names cannot be told from
 * other words, so they are not masked: whoever publishes words is asked to leave them out.
 */
const CHINESE_DIGITS = '〇一二三四五六七八九';
const ALSO_DIGITS: Readonly<Record<string, string>> = { 零: '0', 幺: '1' };
/** A digit in any form, or the character as ASCII where it has such a form; always one character for one. */
function plain(char: string): string {
  const code = char.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  const digit = CHINESE_DIGITS.indexOf(char);
  return digit >= 0 ? String(digit) : (ALSO_DIGITS[char] ?? char);
}
const readable = (text: string): string => Array.from({ length: text.length }, (_none, n) => plain(text[n]!)).join('');

/** What people put between the digits of a number. */
const GAP = String.raw`[\s\-\u2010-\u2015\u2212._·•()\u200b-\u200d\u2060\ufeff]{0,3}`;
const RUN = new RegExp(String.raw`\d(?:${GAP}\d)*(?:${GAP}[Xx](?![A-Za-z]))?`, 'g');
/** A day written with its parts apart, `2026-11-24`: no number of anybody, but what follows it may be. */
const DATE = /^(?:19|20)\d\d[-. ](?:0?[1-9]|1[0-2])[-. ](?:[12]\d|3[01]|0?[1-9])(?!\d)/;
/** Numbers of the hall itself, `QS-2026-01187-4`: they open nothing without their code. */
const OWN_NUMBER = /(?<![A-Za-z])[A-Z]{2,4}-(?:F-)?\d{4}-\d{5,7}-\d(?!\d)/g;
const EMAIL = /[A-Za-z0-9][\w.+-]*\s?@\s?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/g;
const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
const PLATE = new RegExp(
  String.raw`[${PROVINCES}][\s]?[A-HJ-NP-Za-hj-np-z][\s·•.-]{0,2}(?:[A-HJ-NP-Za-hj-np-z0-9]{4}[挂学警港澳]|[A-HJ-NP-Za-hj-np-z0-9]{5,6})(?![A-Za-z0-9])`,
  'g',
);

/** Fewest digits that may be a number of a person: a telephone in town has seven. */
const FEWEST = 7;
/** From so many digits on enough stays hidden when the first three and last four are shown. */
const LONG = 11;

class Veil {
  private readonly chars: string[];
  constructor(text: string) {
    this.chars = Array.from({ length: text.length }, (_none, n) => text[n]!);
  }
  hide(places: readonly number[]): void {
    for (const place of places) this.chars[place] = '*';
  }
  get text(): string {
    return this.chars.join('');
  }
}

/** Which places of a run of digits to hide. */
function hiddenOf(run: string, from: number): number[] {
  const places = [...run.matchAll(/[\dXx]/g)].map(({ index }) => from + index);
  if (places.length < FEWEST) return [];
  if (places.length < LONG) return places.slice(0, -2);
  // A bank card shows only its end; so does what is too long to be one number.
  return places.length >= 12 && places.length !== 15 && places.length !== 18 && !isTelephone(run)
    ? places.slice(0, -4)
    : places.slice(3, -4);
}

/** A mobile number with its country's code or a nought before it, or one of a town with its area code. */
const isTelephone = (run: string): boolean => /^(?:0086|86|0)?1[3-9]\d{9}$|^0\d{9,11}$/.test(run.replaceAll(/\D/g, ''));

/** Free words as anybody may see them. */
export function maskWords(text: string): string {
  const read = readable(text);
  const veil = new Veil(text);
  const span = (from: number, until: number) => Array.from({ length: until - from }, (_none, n) => from + n);
  const own = [...read.matchAll(OWN_NUMBER)].map(({ 0: found, index }) => [index, index + found.length] as const);
  for (const { 0: run, index } of read.matchAll(RUN)) {
    if (own.some(([from, until]) => from <= index && index + run.length <= until)) continue;
    const date = DATE.exec(run)?.[0].length ?? 0;
    veil.hide(hiddenOf(run.slice(date), index + date));
  }
  for (const { 0: found, index } of read.matchAll(EMAIL)) veil.hide(span(index + 1, index + found.length));
  for (const { 0: found, index } of read.matchAll(PLATE)) veil.hide(span(index + 2, index + found.length));
  return veil.text;
}

/** Ticket, case and card numbers, days and hours: by them somebody who was there could know who spoke. */
const WHEN_AND_WHICH = [
  /(?<![A-Za-z0-9])[A-Za-z]{1,2}\s?\d{3,6}(?!\d)/g,
  OWN_NUMBER,
  /\d{1,2}:\d{2}(?::\d{2})?/g,
  /(?:(?:19|20)\d\d[-./年])?\d{1,2}[-./月]\d{1,2}(?:[日号]|(?!\d))/g,
  /(?:\d{1,2}|十[一二]?|[一二两三四五六七八九])\s?点(?:半|钟|[一二三]刻|\d{1,2}分?)?/g,
  /(?:周|星期|礼拜)[一二三四五六日天1-6]/g,
] as const;

/** Words as the person whom they are about may see them: also without number, day and hour (DOMAIN §10). */
export function maskForRated(text: string): string {
  const masked = maskWords(text);
  const read = Array.from({ length: masked.length }, (_none, n) => fullWidth(masked[n]!)).join('');
  const veil = new Veil(masked);
  for (const pattern of WHEN_AND_WHICH) {
    for (const { 0: found, index } of read.matchAll(pattern))
      veil.hide(Array.from({ length: found.length }, (_none, n) => index + n));
  }
  return veil.text;
}

/** Full-width forms as ASCII; Chinese digits stay, they are part of words. */
const fullWidth = (char: string): string => (/[！-～]/.test(char) ? plain(char) : char);

/** A name as others see it: 张*, 张*明 (DOMAIN §10). */
export const maskName = (name: string): string => {
  const chars = [...name];
  if (chars.length <= 1) return name;
  return chars.length === 2 ? `${chars[0]}*` : `${chars[0]}${'*'.repeat(chars.length - 2)}${chars.at(-1)}`;
};

/** A telephone number that was given as one: 138****1234. */
export const maskTelephone = (text: string): string =>
  text.length < FEWEST ? '*'.repeat(text.length) : `${text.slice(0, 3)}${'*'.repeat(text.length - 7)}${text.slice(-4)}`;
