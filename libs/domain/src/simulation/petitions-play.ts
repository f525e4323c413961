import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { DocketCommand } from '../docket/commands.ts';
import { hoursIn, isTurnedDown, type DocketContext } from '../docket/context.ts';
import { decideDocket } from '../docket/decide.ts';
import type { DocketEvent } from '../docket/events.ts';
import { docketChanges } from '../docket/evolve.ts';
import { applyDocket, copyOf, emptyDocket, nextDue, type MutableDocket } from '../docket/state.ts';
import type { Petition } from '../petition/petition.ts';
import { MINUTE, type Instant, type ServiceDay } from '../time/instant.ts';
import type { OpenSpan } from '../time/opening-hours.ts';
import { addDays, instantAt } from '../time/zoned.ts';
import { Agenda } from './agenda.ts';
import type { SaidWords } from './docket/docket-play.ts';
import { loopStep } from './loop-steps.ts';
import { Random, seedOf } from './random.ts';
import { replyStep } from './reply-steps.ts';

/** A step is drawn again so often until it is the wanted one. */
const MOST_TRIES = 500;

/** A command that somebody gives on a petition, with the words that go with it. */
export interface PetitionStep {
  command: DocketCommand;
  said: SaidWords | null;
}

/** Something that a citizen does at a moment of the day. */
export interface Happening {
  at: Instant;
  run: (play: PetitionsPlay) => void;
}

export interface PetitionsWorld {
  catalogue: Catalogue;
  calendar: WorkCalendar;
  /** The same seed makes the same past. */
  seed: number;
}

/**
 * Plays what hangs on first contacts besides cases, a day at a time: citizens rate and say things, whoever answers goes on with them
 * some days and not on others, the clock gives the cards, and the real rules decide.
 */
export class PetitionsPlay {
  readonly events: DocketEvent[] = [];
  /** What was said, by the reference in the events. */
  readonly words = new Map<string, SaidWords>();
  readonly docket: MutableDocket;
  /** Petitions that nobody goes on with: somebody is to find them as they stand. */
  private readonly resting = new Set<string>();
  private agenda = new Agenda<() => void>();
  private day: ServiceDay = '';
  private now: Instant = 0;

  constructor(
    readonly world: PetitionsWorld,
    counters: Readonly<Record<string, number>> = {},
    private seq = 0,
  ) {
    this.docket = copyOf({ ...emptyDocket(), counters });
  }

  /** @param until nothing happens after it. */
  playDay(day: ServiceDay, happenings: readonly Happening[], until = Number.POSITIVE_INFINITY): void {
    this.day = day;
    this.agenda = new Agenda();
    const span = hoursIn(this.world.catalogue)(day);
    for (const petition of this.open()) {
      this.watch(petition.id);
      if (span && !this.resting.has(petition.id)) this.goOnSometime(petition.id, span);
    }
    for (const { at, run } of happenings) this.agenda.add(at, () => run(this));
    // What falls due later is watched again on its own day.
    const ends = Math.min(until, instantAt(addDays(day, 1), '00:00', this.world.catalogue.hall.timeZone) - 1);
    for (let next = this.agenda.take(); next && next.at <= ends; next = this.agenda.take()) {
      this.now = next.at;
      next.item();
    }
  }

  /** Petitions that are not through. */
  open(): Petition[] {
    return Object.values(this.docket.petitions).filter(({ endedAt }) => endedAt === null);
  }

  get context(): DocketContext {
    const { catalogue, calendar } = this.world;
    return { now: this.now, day: this.day, catalogue, calendar };
  }

  /** Gives a command to the rules. @returns the number of the first contact it was about; `null` when it was turned down. */
  do({ command, said }: PetitionStep): string | null {
    const ref = `said:${this.words.size + 1}`;
    const full = (
      said && 'words' in command ? { ...command, words: { ref, commitment: '' } } : command
    ) as DocketCommand;
    const decision = decideDocket(this.docket, full, this.context);
    if (isTurnedDown(decision)) return null;
    if (said) this.words.set(ref, said);
    let about: string | null = null;
    for (const event of decision.events) {
      const placed = { ...event, seq: ++this.seq, day: this.day, at: this.now } as DocketEvent;
      applyDocket(this.docket, docketChanges(this.docket, placed));
      this.events.push(placed);
      if ('contactId' in placed.data && placed.data.contactId !== null) about = placed.data.contactId;
    }
    if (about !== null) this.watch(about);
    return about;
  }

  /** It stands still: somebody takes this one step at once, if any, and from then on nobody goes on with it. */
  rest(contactId: string, by: DocketCommand['type'] | null): void {
    const random = new Random(seedOf(this.world.seed, contactId, 'rest'));
    this.resting.add(contactId);
    for (let tries = 0; by !== null && tries < MOST_TRIES; tries++) {
      const steps = this.stepsOf(contactId, random).filter(({ command }) => command.type === by);
      if (steps.length > 0) return steps.forEach((step) => this.do(step));
    }
  }

  /** Somebody goes on with it at some moment of the working day, or not today. */
  private goOnSometime(contactId: string, { from, until }: OpenSpan): void {
    const random = new Random(seedOf(this.world.seed, contactId, this.day));
    random.next();
    const at = Math.round(random.between(from + 10 * MINUTE, until - 20 * MINUTE));
    this.agenda.add(at, () => this.stepsOf(contactId, random).forEach((step) => this.do(step)));
  }

  /** What whoever answers for it does next, if anything; now and then an appeal beside it. */
  private stepsOf(contactId: string, random: Random): PetitionStep[] {
    const petition = this.docket.petitions[contactId];
    if (!petition || petition.endedAt !== null || petition.kind === 'order') return [];
    const { answerableId } = this.docket.contacts[contactId]!;
    return petition.kind === 'rating'
      ? loopStep(petition, answerableId, this.world.catalogue, random)
      : replyStep(petition, answerableId, this.context, random);
  }

  /** The clock's own steps, at their moment. */
  private watch(contactId: string): void {
    const at = nextDue(this.docket.petitions[contactId]?.alarms ?? {});
    if (at === null) return;
    this.agenda.add(Math.max(this.now, at), () => {
      const due = nextDue(this.docket.petitions[contactId]!.alarms);
      if (due !== null && due <= this.now)
        this.do({ command: { type: 'fire-due', caseId: null, contactId }, said: null });
    });
  }
}
