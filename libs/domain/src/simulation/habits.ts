import type { Catalogue } from '../catalogue/catalogue.ts';
import { queueStandardSeconds } from '../queue/standard.ts';
import type { OpenSpan } from '../time/opening-hours.ts';
import type { ServingOutcome } from '../ticket/ticket.ts';
import { HOUR, MINUTE, SECOND, type Instant } from '../time/instant.ts';
import { HANDLING_SHARE, type Arrival } from './arrivals.ts';
import type { Random } from './random.ts';

/** Who works where on the day. */
export interface Post {
  windowId: string;
  clerkId: string;
}

/** What follows when a clerk has handled a ticket for a while: it is done, its citizen fetches something, or it goes to another queue. */
export type AfterHandling = 'finish' | 'hold' | 'transfer';

/** What the people of a simulated day do and how long they take; which command follows which is the play's. Spans in milliseconds. */
export interface Habits {
  /** A ticket was given to somebody who came. */
  met(ticketId: string, arrival: Arrival): void;
  lunchAt(post: Post): Instant;
  lunchTakes(): number;
  /** When the window is worked at; it closes behind the end of a span, after the ticket then at it. */
  shifts(post: Post): readonly OpenSpan[];
  /** From the end of a ticket to the next call; `null`: no ticket went before. */
  turn(after: string | null): number;
  /** Gives up before the call; `null`: waits. */
  givesUpAfter(ticketId: string): number | null;
  /** From the call to the window; `null`: nobody comes. */
  walks(ticketId: string): number | null;
  /** Comes back after missing the call; `null`: never. */
  comesBackAfter(ticketId: string): number | null;
  handles(ticketId: string, queueId: string | null): number;
  after(ticketId: string): AfterHandling;
  isAwayFor(ticketId: string): number;
  handlesOn(ticketId: string): number;
  /** The queue to which a ticket goes on. */
  movesTo(ticketId: string, queueId: string | null): string;
  outcome(ticketId: string): ServingOutcome;
  /** How long an idle window stays behind closing time. */
  lingers(): number;
  /** An idle window looks again by itself. */
  looksAgainAfter(): number;
}

/** What people do [ours]: the same figures for the example hall's past and for a day played against a running server. */
const SHARES = { noShow: 0.05, comesBack: 0.4, held: 0.03, transferred: 0.02, cancelled: 0.01 } as const;
/** Coefficient of variation of handling times [ours]. */
export const VARIATION = 0.6;
/** How servings end, per mille [ours]: an immediate matter is done there and then, one with a promise is also asked after and collected. */
const OUTCOMES = {
  immediate: { done: 840, 'told-once': 60, answered: 100 },
  commitment: { done: 660, accepted: 170, 'told-once': 60, answered: 110 },
  none: { done: 500, answered: 500 },
} as const satisfies Record<string, Partial<Record<ServingOutcome, number>>>;

/** An ordinary day, invented: drawn as the day goes on. */
export class OrdinaryHabits implements Habits {
  private readonly matters = new Map<string, string | null>();

  constructor(
    private readonly random: Random,
    private readonly catalogue: Catalogue,
    private readonly span: OpenSpan,
    /** Handling takes this share of its standard on average; a hall with more people than windows works faster. */
    private readonly handlingShare = HANDLING_SHARE,
  ) {}

  met(ticketId: string, { matterId }: Arrival): void {
    this.matters.set(ticketId, matterId);
  }

  lunchAt(): Instant {
    return this.span.from + this.random.between(3.2, 5) * HOUR;
  }

  lunchTakes(): number {
    return this.random.between(22, 35) * MINUTE;
  }

  shifts(): OpenSpan[] {
    return [{ from: this.span.from + this.random.between(0, 4) * MINUTE, until: Number.POSITIVE_INFINITY }];
  }

  turn(): number {
    return this.random.between(3, 15) * SECOND;
  }

  givesUpAfter(): number | null {
    return this.random.chance(SHARES.cancelled) ? this.random.between(3, 20) * MINUTE : null;
  }

  walks(): number | null {
    return this.random.chance(SHARES.noShow) ? null : this.random.between(8, 45) * SECOND;
  }

  comesBackAfter(): number | null {
    return this.random.chance(SHARES.comesBack) ? this.random.between(4, 20) * MINUTE : null;
  }

  handles(_ticketId: string, queueId: string | null): number {
    const standard = queueStandardSeconds(queueId ?? '', this.catalogue.matters);
    return this.random.lognormal(standard * SECOND * this.handlingShare, VARIATION);
  }

  after(): AfterHandling {
    if (this.random.chance(SHARES.held)) return 'hold';
    return this.random.chance(SHARES.transferred) ? 'transfer' : 'finish';
  }

  isAwayFor(): number {
    return this.random.between(5, 15) * MINUTE;
  }

  handlesOn(): number {
    return this.random.between(1, 4) * MINUTE;
  }

  movesTo(ticketId: string, queueId: string | null): string {
    this.matters.set(ticketId, null);
    return this.random.pick(Object.keys(this.catalogue.queues).filter((id) => id !== queueId));
  }

  outcome(ticketId: string): ServingOutcome {
    const kind = this.catalogue.matters[this.matters.get(ticketId) ?? '']?.kind ?? 'none';
    let left = this.random.next() * 1000;
    for (const [outcome, share] of Object.entries(OUTCOMES[kind])) {
      left -= share;
      if (left < 0) return outcome as ServingOutcome;
    }
    return 'done';
  }

  lingers(): number {
    return 20 * MINUTE;
  }

  looksAgainAfter(): number {
    return 15 * MINUTE;
  }
}
