import type { Arrival } from '../simulation/arrivals.ts';
import type { AfterHandling, Habits, Post } from '../simulation/habits.ts';
import type { OpenSpan } from '../time/opening-hours.ts';
import { MINUTE, SECOND, type Instant } from '../time/instant.ts';
import type { ServingOutcome } from '../ticket/ticket.ts';
import type { Drawn, DrawnLeg } from './draw-day.ts';

/** From a look at an empty queue, or from opening, to the call. */
const LOOK = 5 * SECOND;
/** An idle window that may help another queue sees after this time whether its head has waited long enough. */
const LOOKS_AGAIN = 3 * MINUTE;
/** So much of the work comes before the citizen is sent for a copy. */
const BEFORE_HOLD = 0.7;

/** People as they were drawn: nothing is left to chance here, and nothing hangs on who is served before. */
export class DrawnHabits implements Habits {
  private readonly people = new Map<string, { drawn: Drawn; leg: number; missed: boolean }>();

  constructor(private readonly windowShifts: ReadonlyMap<string, readonly OpenSpan[]>) {}

  met(ticketId: string, arrival: Arrival): void {
    this.people.set(ticketId, { drawn: arrival as Drawn, leg: 0, missed: false });
  }

  private legOf(ticketId: string): DrawnLeg {
    const { drawn, leg } = this.people.get(ticketId)!;
    return drawn.legs[Math.min(leg, drawn.legs.length - 1)]!;
  }

  /** How long a clerk works at the ticket that is at a window now. */
  workOf(ticketId: string): number {
    return this.legOf(ticketId).work;
  }

  /** Lunch and other pauses are in the roster: it has fewer windows then. */
  lunchAt(): Instant {
    return Number.POSITIVE_INFINITY;
  }

  lunchTakes(): number {
    return 0;
  }

  shifts({ windowId }: Post): readonly OpenSpan[] {
    return this.windowShifts.get(windowId) ?? [];
  }

  turn(after: string | null): number {
    return after === null ? LOOK : this.legOf(after).turn;
  }

  givesUpAfter(ticketId: string): number | null {
    return this.people.get(ticketId)!.drawn.givesUp;
  }

  walks(ticketId: string): number | null {
    const person = this.people.get(ticketId)!;
    if (person.drawn.missed === null || person.missed) return this.legOf(ticketId).walk;
    person.missed = true;
    return null;
  }

  comesBackAfter(ticketId: string): number | null {
    const { drawn } = this.people.get(ticketId)!;
    return drawn.missed === 'back' ? drawn.backAfter : null;
  }

  handles(ticketId: string): number {
    const { work, held } = this.legOf(ticketId);
    return held > 0 ? work * BEFORE_HOLD : work;
  }

  after(ticketId: string): AfterHandling {
    if (this.legOf(ticketId).held > 0) return 'hold';
    const { drawn, leg } = this.people.get(ticketId)!;
    return leg + 1 < drawn.legs.length ? 'transfer' : 'finish';
  }

  isAwayFor(ticketId: string): number {
    return this.legOf(ticketId).held;
  }

  handlesOn(ticketId: string): number {
    return this.legOf(ticketId).work * (1 - BEFORE_HOLD);
  }

  movesTo(ticketId: string): string {
    const person = this.people.get(ticketId)!;
    person.leg += 1;
    return person.drawn.legs[person.leg]!.queueId;
  }

  outcome(): ServingOutcome {
    return 'done';
  }

  lingers(): number {
    return 0;
  }

  looksAgainAfter(): number {
    return LOOKS_AGAIN;
  }
}
