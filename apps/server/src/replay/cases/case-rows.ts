import { NO_FACTS, type HistoryFacts, type HistoryStep, type StepMeaning } from '@shouwen/domain/history/imported-case';
import type { Instant } from '@shouwen/domain/time/instant';
import { momentReader, type Moment, type ReadMoment } from '../file/moments.ts';
import type { CaseMapping } from './case-mapping.ts';

/** What one row says of a case. */
export interface CaseRow {
  number: string;
  steps: HistoryStep[];
  facts: HistoryFacts;
}

/** How rows are read: times without a zone are the hall's, no step lies after now, officers' names are hidden. */
export interface RowContext {
  timeZone: string;
  now: Instant;
  officerId: (text: string) => string;
}

/** A row that cannot be used, and why. */
class BadRow extends Error {}

type Field = keyof CaseMapping['columns'];
const LONGEST = 100;
const MOST_UNMAPPED = 100;

/** Reads rows of a log of cases by a mapping. */
export class CaseRows {
  /** Columns to ask a file for, each once. */
  readonly columns: string[];
  /** Words that the mapping does not translate although it translates others of their column, and how often they came. */
  readonly unmapped = new Map<string, number>();
  private readonly places: ReadonlyMap<Field, number>;
  private readonly dates: readonly { means: StepMeaning; name: string; place: number }[];
  private readonly meanings: ReadonlyMap<string, StepMeaning>;
  private readonly none: ReadonlySet<string>;
  private readonly staff: ReadonlyMap<string, string>;
  private readonly words;
  private readonly read: ReadMoment;
  /** A case says the same in each of its rows: what was read last is not read again. */
  private readonly last = new Map<Field, { text: string; moment: Moment | string }>();

  constructor(
    { columns, dates, steps, time, empty, staff, departments, channels, matters }: CaseMapping,
    private readonly context: RowContext,
  ) {
    const named = Object.entries(columns).filter((entry): entry is [Field, string] => entry[1] !== undefined);
    const dated = Object.entries(dates) as [StepMeaning, string][];
    this.columns = [...new Set([...named, ...dated].map(([, name]) => name))];
    const placeOf = (name: string) => this.columns.indexOf(name);
    this.places = new Map(named.map(([field, name]) => [field, placeOf(name)]));
    this.dates = dated.map(([means, name]) => ({ means, name, place: placeOf(name) }));
    this.meanings = new Map(
      Object.entries(steps).flatMap(([means, names]) => names.map((name) => [name, means as StepMeaning] as const)),
    );
    this.none = new Set(['', ...empty]);
    this.staff = new Map(Object.entries(staff));
    this.words = {
      department: new Map(Object.entries(departments)),
      channel: new Map(Object.entries(channels)),
      matter: new Map(Object.entries(matters)),
    };
    this.read = momentReader(time.formats, time.zone ?? context.timeZone);
  }

  /** A row, or why it cannot be used. */
  toCase(values: readonly string[]): CaseRow | string {
    try {
      const number = this.short(values, 'case') ?? refuse('it has no case number');
      if (/\p{Cc}/u.test(number)) refuse('its case number has control characters');
      const steps: HistoryStep[] = [];
      this.step(values, steps);
      this.dated(values, steps);
      const facts = this.facts(values);
      if (steps.length === 0 && facts.startedAt === null) refuse('nothing in it says when the case began');
      return { number, steps, facts };
    } catch (error) {
      if (error instanceof BadRow) return error.message;
      throw error;
    }
  }

  private step(values: readonly string[], steps: HistoryStep[]): void {
    if (!this.places.has('step')) return;
    const name = this.short(values, 'step') ?? refuse('it has no step');
    const { from } = this.past(values, 'time') ?? refuse('it has no time');
    steps.push({ at: from, name, by: this.officer(values, 'officer'), means: this.meanings.get(name) ?? null });
  }

  private dated(values: readonly string[], steps: HistoryStep[]): void {
    for (const { means, name, place } of this.dates) {
      const text = values[place]!;
      if (this.none.has(text)) continue;
      const { from } = this.notAhead(this.read(text), name, text);
      steps.push({ at: from, name, by: this.officer(values, 'officer'), means });
    }
  }

  private facts(values: readonly string[]): HistoryFacts {
    const start = this.past(values, 'start');
    const end = this.past(values, 'end');
    if (start && end && end.until < start.from) refuse('the case ends before it begins');
    const department = this.short(values, 'department');
    return {
      startedAt: start?.from ?? null,
      // A day without a time of day is meant to its end: decided on the last day is in time (DOMAIN §3).
      endedAt: end?.until ?? null,
      deadlineAt: this.moment(values, 'deadline')?.until ?? null,
      responsible: this.officer(values, 'responsible'),
      department,
      departmentId: this.translated('department', department),
      channel: this.translated('channel', this.text(values, 'channel')),
      matterId: this.translated('matter', this.text(values, 'matter')),
      staff: this.joined(values),
    };
  }

  /** A value, or `null` where there is none. */
  private text(values: readonly string[], field: Field): string | null {
    const place = this.places.get(field);
    if (place === undefined) return null;
    const value = values[place]!;
    return this.none.has(value) ? null : value;
  }

  /** A value that goes into the log: a word or a number, not a story. */
  private short(values: readonly string[], field: Field): string | null {
    const text = this.text(values, field);
    if (text !== null && text.length > LONGEST) refuse(`its ${field} is longer than ${LONGEST} characters`);
    return text;
  }

  private moment(values: readonly string[], field: Field): Moment | null {
    const text = this.text(values, field);
    if (text === null) return null;
    let last = this.last.get(field);
    if (last?.text !== text) this.last.set(field, (last = { text, moment: this.read(text) }));
    return typeof last.moment === 'string' ? refuse(`${field}: ${last.moment}`) : last.moment;
  }

  private past(values: readonly string[], field: Field): Moment | null {
    const moment = this.moment(values, field);
    return moment && this.notAhead(moment, field, this.text(values, field)!);
  }

  private notAhead(moment: Moment | string, name: string, text: string): Moment {
    if (typeof moment === 'string') return refuse(`${name}: ${moment}`);
    return moment.from > this.context.now ? refuse(`${name}: “${text}” has not come yet`) : moment;
  }

  private officer(values: readonly string[], field: Field): string | null {
    const text = this.short(values, field);
    return text === null ? null : this.context.officerId(text);
  }

  /** Officers of this row who are members of our staff. */
  private joined(values: readonly string[]): HistoryFacts['staff'] {
    if (this.staff.size === 0) return NO_FACTS.staff;
    const found: Record<string, string> = {};
    for (const field of ['officer', 'responsible'] as const) {
      const text = this.text(values, field);
      const staffId = text === null ? undefined : this.staff.get(text);
      if (staffId !== undefined) found[this.context.officerId(text!)] = staffId;
    }
    return found;
  }

  private translated<F extends keyof CaseRows['words']>(field: F, text: string | null) {
    const words = this.words[field] as CaseRows['words'][F];
    const found = text === null ? undefined : (words as ReadonlyMap<string, string>).get(text);
    if (text !== null && found === undefined && words.size > 0) {
      const word = `${field} “${text}”`;
      if (this.unmapped.has(word) || this.unmapped.size < MOST_UNMAPPED)
        this.unmapped.set(word, (this.unmapped.get(word) ?? 0) + 1);
    }
    return (found ?? null) as MapValue<CaseRows['words'][F]> | null;
  }
}

type MapValue<M> = M extends ReadonlyMap<string, infer V> ? V : never;

function refuse(reason: string): never {
  throw new BadRow(reason);
}
