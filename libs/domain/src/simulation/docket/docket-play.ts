import type { WorkCalendar } from '../../calendar/work-calendar.ts';
import type { CaseFile } from '../../case/case.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { isAcknowledged } from '../../docket/card.ts';
import type { DocketCommand } from '../../docket/commands.ts';
import { hoursIn, isTurnedDown, type DocketContext } from '../../docket/context.ts';
import { decideDocket } from '../../docket/decide.ts';
import type { DocketEvent } from '../../docket/events.ts';
import { docketChanges } from '../../docket/evolve.ts';
import { applyDocket, copyOf, emptyDocket, nextDue, type Docket, type MutableDocket } from '../../docket/state.ts';
import type { FirstContact } from '../../first-contact/first-contact.ts';
import type { OpenSpan } from '../../time/opening-hours.ts';
import { MINUTE, type Instant, type ServiceDay } from '../../time/instant.ts';
import { addDays, instantAt } from '../../time/zoned.ts';
import { Agenda } from '../agenda.ts';
import { Random, seedOf } from '../random.ts';
import { react } from './colleagues.ts';
import type { Procedures } from './habits.ts';
import { goOn, seeCards } from './morning.ts';
import { openFrom, stage, walkIns } from './openings.ts';
import type { EndedServing } from './servings.ts';

/** Words as they were said; the server keeps them outside the log. */
export type SaidWords = Readonly<Record<string, string>>;

export interface DocketWorld {
  catalogue: Catalogue;
  calendar: WorkCalendar;
  /** The same seed makes the same docket. */
  seed: number;
  procedures: Procedures;
}

export interface DocketDay {
  servings?: readonly EndedServing[];
  /** From when on people work: earlier has happened already. The opening by default. */
  from?: Instant;
  /** Up to when; the end of the day by default. */
  until?: Instant;
  /** Make sure that whoever looks at `until` finds something in every state. */
  staged?: boolean;
}

/** Nobody begins anything in the last minutes before closing. */
const LAST_CALL_MS = 3 * MINUTE;

/**
 * Plays the docket of a hall a day at a time: its people, its citizens and the clock give commands at their moments, and the real
 * rules decide. What happens to a case hangs on its number and the day alone, so a shorter play is the beginning of a longer one.
 */
export class DocketPlay {
  readonly events: DocketEvent[] = [];
  /** What was said, by the reference in the events. */
  readonly words = new Map<string, SaidWords>();
  readonly docket: MutableDocket;
  day: ServiceDay = '';
  now: Instant = 0;
  /** When the hall is open on the day; `null`: closed, only the clock goes on. */
  span: OpenSpan | null = null;
  /** Cards that their handler has not seen. */
  readonly unseen = new Set<string>();
  private agenda = new Agenda<() => void>();
  /** First contacts that are not closed, oldest first. */
  private readonly open = new Set<string>();
  /** Left alone today by everybody but the clock. */
  private readonly quiet = new Set<string>();
  private readonly chances = new Map<string, Random>();

  /** @param seq sequence of the last event before; cards are named by theirs. */
  constructor(
    readonly world: DocketWorld,
    docket: Docket = emptyDocket(),
    private seq = 0,
  ) {
    this.docket = copyOf(docket);
    for (const { id, closedAt } of Object.values(docket.contacts)) if (closedAt === null) this.open.add(id);
    for (const card of Object.values(docket.cards)) if (!isAcknowledged(card)) this.unseen.add(card.id);
  }

  playDay(day: ServiceDay, { servings = [], from, until, staged = false }: DocketDay = {}): void {
    const { catalogue } = this.world;
    this.day = day;
    this.span = hoursIn(catalogue)(day);
    this.agenda = new Agenda();
    this.chances.clear();
    this.quiet.clear();
    const begins = from ?? instantAt(day, '00:00', catalogue.hall.timeZone);
    const ends = until ?? instantAt(addDays(day, 1), '00:00', catalogue.hall.timeZone);
    this.now = Math.max(begins, this.span?.from ?? begins);
    const open = [...this.open].map((id) => this.contact(id));
    for (const contact of open) this.watch(contact);
    if (this.span) {
      for (const contact of open) goOn(this, contact);
      seeCards(this);
      for (const serving of servings) this.agenda.add(serving.at, () => openFrom(this, serving));
      walkIns(this);
      if (staged) stage(this, ends);
    }
    for (let next = this.agenda.take(); next; next = this.agenda.take()) {
      if (next.at > ends) return;
      if (next.at < begins) continue;
      this.now = next.at;
      next.item();
    }
  }

  /** A draw that hangs on the thing and the day alone. */
  chance(id: string): Random {
    let known = this.chances.get(id);
    if (!known) {
      known = new Random(seedOf(this.world.seed, id, this.day));
      this.chances.set(id, known);
    }
    return known;
  }

  /** Does something so many minutes from now, if the hall is open then; otherwise it is left for another day. */
  later(minutes: number, step: () => void): void {
    this.at(this.now + minutes * MINUTE, step);
  }

  at(moment: Instant, step: () => void): void {
    const at = Math.floor(moment);
    if (this.span && at >= this.span.from && at < this.span.until - LAST_CALL_MS) this.agenda.add(at, step);
  }

  /** Some moment of the working day after now. */
  sometime(random: Random): Instant {
    const { from, until } = this.span!;
    return random.between(from + 10 * MINUTE, until - 20 * MINUTE);
  }

  get context(): DocketContext {
    const { catalogue, calendar } = this.world;
    return { now: this.now, day: this.day, catalogue, calendar };
  }

  caseOf({ caseId }: FirstContact): CaseFile | null {
    return caseId === null ? null : (this.docket.cases[caseId] ?? null);
  }

  /** The first contact as it stands now. */
  contact(id: string): FirstContact {
    return this.docket.contacts[id]!;
  }

  /**
   * Gives a command to the rules.
   * @param quiet nobody does anything more about it today.
   * @returns the first contact it was about; `null` when it was turned down.
   */
  do(command: DocketCommand, said?: SaidWords, quiet = false): string | null {
    const ref = `said:${this.words.size + 1}`;
    const full = (said ? { ...command, words: { ref, commitment: '' } } : command) as DocketCommand;
    const decision = decideDocket(this.slice(full), full, this.context);
    if (isTurnedDown(decision)) return null;
    if (said) this.words.set(ref, said);
    const placed = decision.events.map((event) => this.place(event as DocketEvent));
    const contactId = this.aboutOf(placed[0]!);
    const contact = this.contact(contactId);
    if (contact.closedAt === null) this.open.add(contactId);
    else this.open.delete(contactId);
    this.watch(contact);
    if (quiet) this.quiet.add(contactId);
    if (!this.quiet.has(contactId)) for (const event of placed) react(this, event);
    return contactId;
  }

  private place(event: DocketEvent): DocketEvent {
    const placed = { ...event, seq: ++this.seq, day: this.day, at: this.now } as DocketEvent;
    applyDocket(this.docket, docketChanges(this.docket, placed));
    this.events.push(placed);
    if (placed.kind === 'card-given') this.unseen.add(String(placed.seq));
    else if ('cardId' in placed.data && isAcknowledged(this.docket.cards[placed.data.cardId]!))
      this.unseen.delete(placed.data.cardId);
    return placed;
  }

  private aboutOf({ data }: DocketEvent): string {
    if ('contactId' in data && data.contactId !== null) return data.contactId;
    if ('cardId' in data) return this.docket.cards[data.cardId]!.contactId;
    return this.docket.cases[(data as { caseId: string }).caseId]!.contactId;
  }

  /** The clock gives what is due on it at its moment, open or not. */
  private watch(contact: FirstContact): void {
    const due = [nextDue(contact.alarms), nextDue(this.caseOf(contact)?.alarms ?? {})].filter((at) => at !== null);
    if (due.length === 0) return;
    const fire = () => void this.do({ type: 'fire-due', caseId: contact.caseId, contactId: contact.id });
    this.agenda.add(Math.max(this.now, Math.min(...due)), fire);
  }

  /** What a decision looks at: the thing itself, so that a long history costs no more than a short one. */
  private slice(command: DocketCommand): Docket {
    const { cases, contacts, cards, counters } = this.docket;
    const card = 'cardId' in command ? cards[command.cardId] : undefined;
    const byCase = 'caseId' in command && command.caseId ? cases[command.caseId]?.contactId : undefined;
    const contactId = ('contactId' in command ? command.contactId : null) ?? byCase;
    const contact = contactId ? contacts[contactId] : undefined;
    const file = contact ? this.caseOf(contact) : null;
    return {
      ...emptyDocket(),
      cases: file ? { [file.id]: file } : {},
      contacts: contact ? { [contact.id]: contact } : {},
      cards: card ? { [card.id]: card } : {},
      counters,
    };
  }
}
