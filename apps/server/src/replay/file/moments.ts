import { DAY, type Instant } from '@shouwen/domain/time/instant';
import { ZoneClock } from '@shouwen/domain/time/zone-clock';
import { FileFault } from './file-fault.ts';

/** What a time in a file covers: a moment, or a whole day when no time of day stands there; both ends included. */
export interface Moment {
  from: Instant;
  until: Instant;
}

/** Reads a time; a text says why it cannot be one. */
export type ReadMoment = (text: string) => Moment | string;

interface Parts {
  wall: number;
  dateOnly: boolean;
  /** `undefined`: the zone of the mapping decides. */
  offset: number | undefined;
}
type ReadParts = (text: string) => Parts | null;

/** History moved in reaches from here … to here: the span that working days are counted over. */
const FIRST = Date.UTC(2000, 0, 1);
const LAST = Date.UTC(2061, 0, 1);

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: ?(Z|[+-]\d{2}(?::?\d{2})?))?)?$/;

/** Words of a format (Unicode TR 35): what they stand for, as a group of a pattern. */
const WORDS: Readonly<Record<string, string>> = {
  yyyy: '(?<y>\\d{4})',
  MM: '(?<M>\\d{2})',
  M: '(?<M>\\d{1,2})',
  dd: '(?<d>\\d{2})',
  d: '(?<d>\\d{1,2})',
  HH: '(?<H>\\d{2})',
  H: '(?<H>\\d{1,2})',
  mm: '(?<m>\\d{2})',
  m: '(?<m>\\d{1,2})',
  ss: '(?<s>\\d{2})',
  s: '(?<s>\\d{1,2})',
  SSS: '(?<f>\\d{1,9})',
  xxx: '(?<z>Z|[+-]\\d{2}(?::?\\d{2})?)',
};

/**
 * Makes a reader of times in these formats, tried in order: `iso`, `unix` (seconds), `unix-ms`, or a pattern like
 * `yyyy/M/d H:mm`. A time without an offset is one of the zone's wall clock: the hour that clocks skip is refused, of the hour that
 * comes twice the first is meant. Throws `FileFault` for a format that is none.
 */
export function momentReader(formats: readonly string[], timeZone: string): ReadMoment {
  const clock = new ZoneClock(timeZone);
  const readers = formats.map(readerOf);
  return (text) => {
    for (const read of readers) {
      const parts = read(text);
      if (parts) return toMoment(parts, text, clock, timeZone);
    }
    return `“${text}” is no time in the form ${formats.join(' or ')}`;
  };
}

function toMoment(
  { wall, dateOnly, offset }: Parts,
  text: string,
  clock: ZoneClock,
  timeZone: string,
): Moment | string {
  if (!(wall >= FIRST && wall < LAST))
    return `“${text}” lies outside the years 2000 to 2060; a value that means “none” belongs into “empty” of the mapping`;
  if (dateOnly) {
    // Some zones change at midnight: such a day begins an hour later.
    const [from] = [...clock.moments(wall), ...clock.moments(wall + DAY / 24)];
    return { from: from!, until: (clock.moments(wall + DAY)[0] ?? from! + DAY) - 1 };
  }
  const at = offset === undefined ? clock.moments(wall)[0] : wall - offset;
  return at === undefined
    ? `“${text}” did not exist: clocks went forward over it in ${timeZone}`
    : { from: at, until: at };
}

function readerOf(format: string): ReadParts {
  if (format === 'iso') return readIso;
  if (format === 'unix' || format === 'unix-ms') {
    const unit = format === 'unix' ? 1_000 : 1;
    return (text) => (/^\d{1,16}$/.test(text) ? { wall: Number(text) * unit, dateOnly: false, offset: 0 } : null);
  }
  const pattern = patternOf(format);
  return (text) => {
    const { y, M, d, H, m, s, f, z } = pattern.exec(text)?.groups ?? {};
    return y === undefined ? null : toParts(y, M!, d!, H, m, s, f, z);
  };
}

function patternOf(format: string): RegExp {
  const seen: string[] = [];
  const body = format.replaceAll(/([A-Za-z])\1*|[^A-Za-z]/g, (word) => {
    if (!/[A-Za-z]/.test(word) || word === 'T') return word.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    const group = WORDS[word];
    if (group === undefined)
      throw new FileFault(
        `“${format}” is no format of a time: “${word}” is not one of ${Object.keys(WORDS).join(' ')}.`,
      );
    seen.push(group[3]!);
    return group;
  });
  const twice = seen.find((word, n) => seen.indexOf(word) !== n);
  if (twice || !['y', 'M', 'd'].every((word) => seen.includes(word)))
    throw new FileFault(`“${format}” is no format of a time: year, month and day stand in it once each.`);
  return new RegExp(`^${body}$`);
}

function readIso(text: string): Parts | null {
  const match = ISO.exec(text);
  if (!match) return null;
  const [, y, M, d, H, m, s, f, z] = match;
  return toParts(y!, M!, d!, H, m, s, f, z);
}

/** `null` when there is no such day or time: the 31st of April, 24:30. */
function toParts(
  y: string,
  M: string,
  d: string,
  H?: string,
  m?: string,
  s?: string,
  f?: string,
  z?: string,
): Parts | null {
  const [hours, minutes, seconds] = [Number(H ?? 0), Number(m ?? 0), Number(s ?? 0)];
  const midnight = Date.UTC(Number(y), Number(M) - 1, Number(d));
  const date = new Date(midnight);
  if (date.getUTCMonth() !== Number(M) - 1 || date.getUTCDate() !== Number(d)) return null;
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  const milliseconds = f === undefined ? 0 : Math.floor(Number(`0.${f}`) * 1_000 + 1e-6);
  const wall = midnight + ((hours * 60 + minutes) * 60 + seconds) * 1_000 + milliseconds;
  return { wall, dateOnly: H === undefined, offset: z === undefined ? undefined : offsetOf(z) };
}

function offsetOf(text: string): number {
  if (text === 'Z') return 0;
  const digits = text.replace(':', '');
  const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3) || 0);
  return (digits.startsWith('-') ? -minutes : minutes) * 60_000;
}
