import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { DocketCommand } from '../docket/commands.ts';
import { hoursIn, isTurnedDown } from '../docket/context.ts';
import { decideDocket } from '../docket/decide.ts';
import type { DocketEvent } from '../docket/events.ts';
import { docketChanges } from '../docket/evolve.ts';
import { applyDocket, copyOf, emptyDocket, nextDue, type MutableDocket } from '../docket/state.ts';
import type { RatingLoop } from '../rating/loop.ts';
import { ratingIdOf, type ServingFacts } from '../rating/rating.ts';
import { MINUTE, type Instant, type ServiceDay } from '../time/instant.ts';
import type { OpenSpan } from '../time/opening-hours.ts';
import { Agenda } from './agenda.ts';
import type { Saying } from './citizen-says.ts';
import type { SaidWords } from './docket/docket-play.ts';
import { loopStep } from './loop-steps.ts';
import { Random, seedOf } from './random.ts';

/** A serving that ended, and what its citizen says about it. */
export interface RatedServing {
  serving: ServingFacts & { endedAt: Instant };
  says: Saying;
}

export interface RatingsWorld {
  catalogue: Catalogue;
  calendar: WorkCalendar;
  seed: number;
  /** Version of the rating form. */
  form: number;
}

/**
 * Plays ratings and the loops behind the bad ones a day at a time: citizens rate, whoever answers goes on with a loop some days and not
 * on others, the clock gives the cards, and the real rules decide.
 */
export class RatingsPlay {
  readonly events: DocketEvent[] = [];
  /** What was said, by the reference in the events. */
  readonly words = new Map<string, SaidWords>();
  readonly docket: MutableDocket;
  private agenda = new Agenda<() => void>();
  private day: ServiceDay = '';
  private now: Instant = 0;

  constructor(
    readonly world: RatingsWorld,
    counters: Readonly<Record<string, number>> = {},
    private seq = 0,
  ) {
    this.docket = copyOf({ ...emptyDocket(), counters });
  }

  /** @param until nothing happens after it. */
  playDay(day: ServiceDay, rated: readonly RatedServing[], until = Number.POSITIVE_INFINITY): void {
    this.day = day;
    this.agenda = new Agenda();
    const span = hoursIn(this.world.catalogue)(day);
    for (const loop of this.open()) {
      this.watch(loop.id);
      if (span) this.goOn(loop, span);
    }
    for (const one of rated) this.agenda.add(one.serving.endedAt + one.says.afterMs, () => this.cast(one));
    for (let next = this.agenda.take(); next && next.at <= until; next = this.agenda.take()) {
      this.now = next.at;
      next.item();
    }
  }

  /** Loops that are not through. */
  open(): RatingLoop[] {
    return Object.values(this.docket.petitions).filter(
      (one): one is RatingLoop => one.kind === 'rating' && one.endedAt === null,
    );
  }

  private cast({ serving, says }: RatedServing): void {
    const { channel, level, dimensions, labels, openMs, text, telephone } = says;
    const ratingId = ratingIdOf(serving.ticketId, serving.servingN);
    this.docket.servings = { [ratingId]: serving };
    const windowId = channel === 'pad' ? serving.windowId : null;
    const said = { ...(text && { text }), ...(telephone !== null && { telephone }) };
    const { form } = this.world;
    const named = telephone !== null;
    const command = {
      type: 'cast-rating',
      ratingId,
      channel,
      windowId,
      level,
      form,
      dimensions,
      labels,
      openMs,
      named,
    } as const;
    this.do({ ...command, words: null }, Object.keys(said).length > 0 ? said : null);
  }

  /** Somebody goes on with it at some moment of the working day, or not today. */
  private goOn(loop: RatingLoop, { from, until }: OpenSpan): void {
    const random = new Random(seedOf(this.world.seed, loop.id, this.day));
    random.next();
    const at = Math.round(random.between(from + 10 * MINUTE, until - 20 * MINUTE));
    this.agenda.add(at, () => {
      const held = this.docket.petitions[loop.id];
      const contact = this.docket.contacts[loop.id]!;
      if (held?.kind !== 'rating') return;
      for (const { command, text } of loopStep(held, contact.answerableId, this.world.catalogue, random))
        this.do(command, text === null ? null : { text });
    });
  }

  private do(command: DocketCommand, said: SaidWords | null): void {
    const { catalogue, calendar } = this.world;
    const ref = `said:${this.words.size + 1}`;
    const full = (
      said && 'words' in command ? { ...command, words: { ref, commitment: '' } } : command
    ) as DocketCommand;
    const decision = decideDocket(this.docket, full, { now: this.now, day: this.day, catalogue, calendar });
    if (isTurnedDown(decision)) return;
    if (said) this.words.set(ref, said);
    for (const event of decision.events) {
      const placed = { ...event, seq: ++this.seq, day: this.day, at: this.now } as DocketEvent;
      applyDocket(this.docket, docketChanges(this.docket, placed));
      this.events.push(placed);
      if ('contactId' in placed.data && placed.data.contactId !== null) this.watch(placed.data.contactId);
    }
  }

  /** The clock's own steps, at their moment. */
  private watch(contactId: string): void {
    const loop = this.docket.petitions[contactId];
    const at = nextDue(loop?.kind === 'rating' ? loop.alarms : {});
    if (at === null) return;
    this.agenda.add(Math.max(this.now, at), () => {
      const due = nextDue((this.docket.petitions[contactId] as RatingLoop).alarms);
      if (due !== null && due <= this.now) this.do({ type: 'fire-due', caseId: null, contactId }, null);
    });
  }
}
