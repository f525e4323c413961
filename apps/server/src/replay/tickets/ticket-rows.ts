import type { Catalogue } from '@shouwen/domain/catalogue/catalogue';
import { faultOf, type PastEnd, type PastTicket } from '@shouwen/domain/history/past-ticket';
import type { Instant, ServiceDay } from '@shouwen/domain/time/instant';
import { momentReader, type ReadMoment } from '../file/moments.ts';
import { Letters } from './letters.ts';
import type { TicketMapping } from './ticket-mapping.ts';

/** What a row says of a ticket; without a number of its own, only the letter of it. */
export interface ToldTicket extends Omit<PastTicket, 'number'> {
  day: ServiceDay;
  letter: string;
  n: number | null;
}

export interface TicketContext {
  timeZone: string;
  /** Days from this one on are not over yet. */
  today: ServiceDay;
  dayOf: (at: Instant) => ServiceDay;
  catalogue: Pick<Catalogue, 'queues' | 'windows' | 'matters' | 'staff'>;
  /** Letters of the hall's queues. */
  letters: Readonly<Record<string, string>>;
  officerId: (text: string) => string;
  /** Of a file with several halls, the one meant. */
  only: string | undefined;
}

class BadRow extends Error {}

type Field = keyof TicketMapping['columns'];
const LONGEST = 100;
const MOST_WORDS = 100;
const NUMBER = /^([A-Za-z]{1,2})?[ -]?(\d{1,6})$/;

/** Reads rows of a log of tickets by a mapping. */
export class TicketRows {
  /** Columns to ask a file for, each once. */
  readonly columns: string[];
  /** Words that the mapping does not translate although it translates others of their column, and how often they came. */
  readonly unmapped = new Map<string, number>();
  /** Halls in the file, and how many rows are of others than the one meant. */
  readonly halls = new Set<string>();
  elsewhere = 0;
  private readonly places: ReadonlyMap<Field, number>;
  private readonly none: ReadonlySet<string>;
  private readonly ends: ReadonlyMap<string, PastEnd>;
  private readonly letters = new Letters();
  private readonly read: ReadMoment;
  /** Ids of each word once, however often it comes. */
  private readonly ids = new Map<string, string | null>();

  constructor(
    private readonly mapping: TicketMapping,
    private readonly context: TicketContext,
  ) {
    const named = Object.entries(mapping.columns) as [Field, string | undefined][];
    this.columns = [...new Set(named.flatMap(([, name]) => name ?? []))];
    this.places = new Map(
      named.flatMap(([field, name]) => (name ? [[field, this.columns.indexOf(name)] as const] : [])),
    );
    this.none = new Set(['', ...mapping.empty]);
    const ends = Object.entries(mapping.outcomes) as [Exclude<PastEnd, null>, string[]][];
    this.ends = new Map(ends.flatMap(([end, words]) => words.map((word) => [word, end] as const)));
    this.read = momentReader(mapping.time.formats, mapping.time.zone ?? context.timeZone);
  }

  /** A ticket, why it cannot be one, or `null`: a row of another hall. */
  toTicket(values: readonly string[]): ToldTicket | string | null {
    try {
      const hall = this.text(values, 'hall');
      if (hall !== null && this.halls.size < MOST_WORDS) this.halls.add(hall);
      if (this.context.only !== undefined && hall !== this.context.only) {
        this.elsewhere += 1;
        return null;
      }
      return this.ticket(values);
    } catch (error) {
      if (error instanceof BadRow) return error.message;
      throw error;
    }
  }

  private ticket(values: readonly string[]): ToldTicket {
    const queueId = this.queue(this.text(values, 'queue') ?? refuse('it has no queue'));
    const { letter, n } = this.number(values, queueId);
    const issuedAt = this.moment(values, 'issued') ?? refuse('nothing in it says when it was issued');
    const day = this.context.dayOf(issuedAt);
    if (day >= this.context.today) refuse(`its day, ${day}, is not over yet`);
    const endedAt = this.moment(values, 'ended');
    const ticket = {
      day,
      letter,
      n,
      queueId,
      matterId: this.matter(values),
      windowId: this.elsewhereOr(values, 'window', this.mapping.windows, this.context.catalogue.windows),
      clerkId: this.elsewhereOr(values, 'clerk', this.mapping.staff, this.context.catalogue.staff),
      issuedAt,
      calledAt: this.moment(values, 'called'),
      startedAt: this.moment(values, 'started'),
      endedAt,
      end: this.end(values, endedAt),
    };
    const fault = faultOf({ ...ticket, number: '' });
    return fault === null ? ticket : refuse(fault);
  }

  private number(values: readonly string[], queueId: string): { letter: string; n: number | null } {
    const text = this.text(values, 'ticket');
    const parts =
      text === null
        ? null
        : (NUMBER.exec(text) ?? refuse(`its number “${text}” is none: letters and digits, like A017`));
    const own =
      parts?.[1]?.toUpperCase() ?? this.mapping.letters[this.text(values, 'queue')!] ?? this.context.letters[queueId];
    const letter =
      this.letters.of(queueId, own ?? null) ?? refuse(`the letter ${own} of its number belongs to other queues`);
    return { letter, n: parts ? Number(parts[2]) : null };
  }

  private queue(text: string): string {
    return (
      this.idOf(`queue ${text}`, () => {
        const id = this.mapping.queues[text] ?? text;
        if (Object.hasOwn(this.context.catalogue.queues, id)) return id;
        return this.mapping.unknownQueues === 'keep' ? this.past(text) : null;
      }) ?? refuse(`its queue “${text}” is not known`)
    );
  }

  private matter(values: readonly string[]): string | null {
    const text = this.text(values, 'matter');
    if (text === null) return null;
    const id = this.idOf(`matter ${text}`, () => {
      const found = this.mapping.matters[text] ?? text;
      return Object.hasOwn(this.context.catalogue.matters, found) ? found : null;
    });
    if (id === null) this.untranslated('matter', text);
    return id;
  }

  /** A window or a clerk: ours by the mapping or by its id, otherwise one of the past, never to be taken for one of ours. */
  private elsewhereOr(
    values: readonly string[],
    field: 'window' | 'clerk',
    mapped: Readonly<Record<string, string>>,
    ours: object,
  ): string {
    const text = this.text(values, field);
    if (text === null) return `(${this.mapping.source})`;
    return this.idOf(`${field} ${text}`, () => {
      const id = mapped[text] ?? text;
      if (Object.hasOwn(ours, id)) return id;
      if (Object.keys(mapped).length > 0) this.untranslated(field, text);
      return this.past(field === 'clerk' ? this.context.officerId(text) : text);
    })!;
  }

  /** The id of something that only the other system knew: with a blank in it, as no id of ours has. */
  private past(text: string): string {
    return `${text} (${this.mapping.source})`;
  }

  private end(values: readonly string[], endedAt: Instant | null): PastEnd {
    const text = this.text(values, 'outcome');
    const found = text === null ? undefined : this.ends.get(text);
    if (text !== null && found === undefined) this.untranslated('outcome', text);
    return found ?? (endedAt === null ? null : this.mapping.outcome);
  }

  private idOf(key: string, find: () => string | null): string | null {
    let id = this.ids.get(key);
    if (id === undefined) this.ids.set(Buffer.from(key).toString(), (id = find()));
    return id;
  }

  private moment(values: readonly string[], field: 'issued' | 'called' | 'started' | 'ended'): Instant | null {
    const text = this.text(values, field);
    if (text === null) return null;
    const date = this.places.has('date') ? `${this.text(values, 'date') ?? refuse('it has no date')} ` : '';
    const moment = this.read(date + text);
    if (typeof moment === 'string') return refuse(`${field}: ${moment}`);
    return moment.from === moment.until ? moment.from : refuse(`${field}: “${text}” has no time of day`);
  }

  /** A value, or `null` where there is none: a word or a number, not a story. */
  private text(values: readonly string[], field: Field): string | null {
    const place = this.places.get(field);
    const value = place === undefined ? '' : values[place]!;
    if (this.none.has(value)) return null;
    if (value.length > LONGEST) refuse(`its ${field} is longer than ${LONGEST} characters`);
    return /\p{Cc}/u.test(value) ? refuse(`its ${field} has control characters`) : value;
  }

  private untranslated(field: Field, text: string): void {
    const word = `${field} “${text}”`;
    if (this.unmapped.has(word) || this.unmapped.size < MOST_WORDS)
      this.unmapped.set(word, (this.unmapped.get(word) ?? 0) + 1);
  }
}

function refuse(reason: string): never {
  throw new BadRow(reason);
}
