import type { ServiceDay } from '../time/instant.ts';
import { addDays, isDay } from '../time/zoned.ts';

/** What a text says of a year's days off and days worked in their place. */
export interface ReadNotice {
  holidays: ServiceDay[];
  worked: ServiceDay[];
  /** Sentences with dates of which it is not said whether they are off or worked. */
  unread: string[];
}

/** Most days of one stretch: a longer one is a slip of the pen. */
const LONGEST = 40;

const DATE = String.raw`(?:(\d{4})\s*年\s*)?(?:(\d{1,2})\s*月\s*)?(\d{1,2})\s*日|(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})`;
const TOKEN = new RegExp(String.raw`${DATE}|(至|到|~|-)|(放假|休|off)|(上班|补班|班|work)`, 'gi');

const two = (figure: string | number): string => String(figure).padStart(2, '0');

/**
 * Reads the notice of the State Council as it is published (“1 月 1 日(周四)至 3 日(周六)放假调休……1 月 4 日(周日)上班”), or a plain list of
 * dates with 休 / 班 (off / work) behind or before them. A date without a year belongs to `year`.
 */
export function parseNotice(text: string, year: number): ReadNotice {
  const holidays = new Set<ServiceDay>();
  const worked = new Set<ServiceDay>();
  // What stands in brackets is the weekday and the lunar day; 调休 says of no day by itself whether it is off.
  const plain = text.replaceAll(/[((][^))]*[))]|不?调休/g, '').replaceAll(/[〜~–—]/g, '~');
  const unread = plain
    .split(/[。;;\n]/)
    .filter((sentence) => !readSentence(sentence, year, { holidays, worked }))
    .map((sentence) => sentence.trim());
  return { holidays: [...holidays].sort(), worked: [...worked].sort(), unread };
}

/** Reads a sentence into the two lists; `false`: it names days and does not say what they are. */
function readSentence(
  sentence: string,
  year: number,
  { holidays, worked }: { holidays: Set<ServiceDay>; worked: Set<ServiceDay> },
): boolean {
  const tokens = [...sentence.matchAll(TOKEN)].map((match) => toToken(match));
  const leading = tokens[0]?.verb !== undefined;
  let list: Set<ServiceDay> | null = null;
  let pending: ServiceDay[] = [];
  let last: ServiceDay | null = null;
  let stretch = false;
  let month = '';
  for (const { date, verb } of tokens) {
    if (date) {
      month = date.month ?? month;
      const day: ServiceDay = `${date.year ?? year}-${two(month)}-${two(date.day)}`;
      pending.push(...(stretch && last !== null ? daysAfter(last, day, date.year !== undefined) : [day]));
      last = day;
      stretch = false;
      if (leading) for (const one of pending.splice(0)) list!.add(one);
    } else if (verb === undefined) stretch = last !== null;
    else {
      list = verb === 'off' ? holidays : worked;
      for (const one of pending) list.add(one);
      pending = [];
      last = null;
    }
  }
  return pending.length === 0;
}

interface Token {
  date?: { year?: string; month?: string; day: string };
  /** Absent in a token that is no date: “to”. */
  verb?: 'off' | 'work';
}

function toToken([, year, month, day, isoYear, isoMonth, isoDay, , off, work]: RegExpMatchArray): Token {
  if (day !== undefined) return { date: { ...(year && { year }), ...(month && { month }), day } };
  if (isoDay !== undefined) return { date: { year: isoYear!, month: isoMonth!, day: isoDay } };
  if (off !== undefined) return { verb: 'off' };
  return work === undefined ? {} : { verb: 'work' };
}

/** The days after one, up to and with another, which is of the next year when it would lie before and names none. */
function daysAfter(from: ServiceDay, to: ServiceDay, named: boolean): ServiceDay[] {
  const until = to < from && !named ? `${Number(to.slice(0, 4)) + 1}${to.slice(4)}` : to;
  if (!isDay(from) || !isDay(until) || until <= from) return [until];
  const days: ServiceDay[] = [];
  for (let day = addDays(from, 1); day <= until && days.length < LONGEST; day = addDays(day, 1)) days.push(day);
  return days;
}
