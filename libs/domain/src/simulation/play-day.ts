import type { Catalogue } from '../catalogue/catalogue.ts';
import type { HallCommand } from '../hall/commands.ts';
import { NO_SHOW_AFTER_MS, RECALL_AFTER_MS } from '../hall/decide-call.ts';
import type { RefusalCode } from '../hall/refusals.ts';
import { queueStandardSeconds } from '../queue/standard.ts';
import type { OpenSpan } from '../time/opening-hours.ts';
import type { ServingOutcome } from '../ticket/ticket.ts';
import { HOUR, MINUTE, SECOND, type Instant } from '../time/instant.ts';
import { Agenda } from './agenda.ts';
import { HANDLING_SHARE, type Arrival } from './arrivals.ts';
import { Random } from './random.ts';

/** Who works where on the day. */
export interface Post {
  windowId: string;
  clerkId: string;
}

export interface DayPlan {
  catalogue: Catalogue;
  span: OpenSpan;
  arrivals: readonly Arrival[];
  posts: readonly Post[];
  seed: number;
  /** Handling takes this share of its standard on average; a hall with more people than windows works faster. */
  handlingShare?: number;
}

/** A command that somebody gives at a moment of the simulated day. */
export interface Wish {
  at: Instant;
  command: HallCommand;
}

/** What came of it: refused, or done at a moment (a live server's clock may be a little later), with the ticket concerned. */
export type WishAnswer = { refused: RefusalCode } | { at: Instant; ticketId: string | null; queueId: string | null };

/** What people do [ours]: the same figures for the example hall's past and for a day played against a running server. */
const HABITS = {
  noShow: 0.05,
  comesBack: 0.4,
  held: 0.03,
  transferred: 0.02,
  cancelled: 0.01,
  variation: 0.6,
} as const;
/** How servings end, per mille [ours]: an immediate matter is done there and then, one with a promise is also asked after and collected. */
const OUTCOMES = {
  immediate: { done: 840, 'told-once': 60, answered: 100 },
  commitment: { done: 660, accepted: 170, 'told-once': 60, answered: 110 },
  none: { done: 500, answered: 500 },
} as const satisfies Record<string, Partial<Record<ServingOutcome, number>>>;

type Step = () => Generator<Wish, void, WishAnswer>;

/**
 * Plays a day: yields each command at its moment, is told what came of it, and goes on from there. Pure and seeded: the driver decides
 * whether the commands go to the rules in memory (history, what-if) or to a running server (demo, load, soak).
 */
export class DayPlay {
  private readonly agenda = new Agenda<Step>();
  private readonly random: Random;
  private readonly idle = new Set<string>();
  private readonly back = new Map<string, string[]>();
  private readonly lunch = new Map<string, Instant>();
  private readonly matters = new Map<string, string | null>();

  constructor(private readonly plan: DayPlan) {
    this.random = new Random(plan.seed);
  }

  *run(): Generator<Wish, void, WishAnswer> {
    const { arrivals, posts, span } = this.plan;
    for (const arrival of arrivals) this.agenda.add(arrival.at, () => this.arrive(arrival));
    for (const post of posts) {
      this.lunch.set(post.windowId, span.from + this.random.between(3.2, 5) * HOUR);
      this.agenda.add(Math.floor(span.from + this.random.between(0, 4) * MINUTE), () => this.open(post));
    }
    for (let next = this.agenda.take(); next; next = this.agenda.take()) {
      this.now = next.at;
      yield* next.item();
    }
  }

  private now: Instant = 0;

  private later(ms: number, step: Step, from = this.now): void {
    this.agenda.add(Math.floor(from + ms), step);
  }

  private wish(command: HallCommand): Wish {
    return { at: this.now, command };
  }

  private *arrive(arrival: Arrival): Generator<Wish, void, WishAnswer> {
    const { queueId, matterId, headStart } = arrival;
    const answer = yield this.wish({ type: 'issue-ticket', queueId, matterId, headStart, channel: 'kiosk' });
    if ('refused' in answer) return;
    this.wake(queueId);
    const ticketId = answer.ticketId!;
    this.matters.set(ticketId, matterId);
    if (this.random.chance(HABITS.cancelled)) {
      this.later(this.random.between(3, 20) * MINUTE, () => this.cancel(ticketId));
    }
  }

  private *cancel(ticketId: string): Generator<Wish, void, WishAnswer> {
    yield this.wish({ type: 'cancel-ticket', ticketId });
  }

  private *open(post: Post): Generator<Wish, void, WishAnswer> {
    const answer = yield this.wish({ type: 'open-window', ...post });
    if (!('refused' in answer)) this.soon(post);
  }

  private soon(post: Post): void {
    this.later(this.random.between(3, 15) * SECOND, () => this.next(post));
  }

  private *next(post: Post): Generator<Wish, void, WishAnswer> {
    const held = this.back.get(post.windowId)?.shift();
    if (held) {
      const resumed = yield this.wish({ type: 'resume', ...post, ticketId: held });
      if (!('refused' in resumed))
        return this.later(this.random.between(1, 4) * MINUTE, () => this.finish(post, held), resumed.at);
    }
    if (this.now > this.lunch.get(post.windowId)!) return yield* this.eat(post);
    const called = yield this.wish({ type: 'call-next', ...post });
    if ('refused' in called) return this.wait(post, called.refused);
    const ticketId = called.ticketId!;
    if (this.random.chance(HABITS.noShow))
      this.later(RECALL_AFTER_MS + 2 * SECOND, () => this.recall(post, ticketId, 2), called.at);
    else this.later(this.random.between(8, 45) * SECOND, () => this.start(post, called.queueId), called.at);
  }

  private wait(post: Post, refused: RefusalCode): void {
    if (refused !== 'queue-empty' && refused !== 'all-awaited-elsewhere') return;
    if (this.now >= this.plan.span.until) this.later(20 * MINUTE, () => this.leave(post));
    else {
      this.idle.add(post.windowId);
      // Nobody may be left behind at closing, even if no further ticket wakes this window.
      this.later(15 * MINUTE, () => this.wakeWindow(post));
    }
  }

  private *wakeWindow(post: Post): Generator<Wish, void, WishAnswer> {
    if (this.idle.delete(post.windowId)) yield* this.next(post);
  }

  private *leave(post: Post): Generator<Wish, void, WishAnswer> {
    const called = yield this.wish({ type: 'close-window', ...post });
    if ('refused' in called) this.later(5 * MINUTE, () => this.next(post));
  }

  private *eat(post: Post): Generator<Wish, void, WishAnswer> {
    this.lunch.set(post.windowId, Number.POSITIVE_INFINITY);
    const paused = yield this.wish({ type: 'pause-window', ...post, reason: 'lunch' });
    if ('refused' in paused) return this.soon(post);
    this.later(this.random.between(22, 35) * MINUTE, () => this.resumeWork(post), paused.at);
  }

  private *resumeWork(post: Post): Generator<Wish, void, WishAnswer> {
    yield this.wish({ type: 'resume-window', ...post });
    this.soon(post);
  }

  private *recall(post: Post, ticketId: string, call: number): Generator<Wish, void, WishAnswer> {
    const answer = yield this.wish({ type: 'recall', ...post });
    const at = 'refused' in answer ? this.now : answer.at;
    if (call < 3) this.later(RECALL_AFTER_MS + 2 * SECOND, () => this.recall(post, ticketId, call + 1), at);
    else this.later(NO_SHOW_AFTER_MS + 2 * SECOND, () => this.noShow(post, ticketId), at);
  }

  private *noShow(post: Post, ticketId: string): Generator<Wish, void, WishAnswer> {
    const answer = yield this.wish({ type: 'no-show', ...post });
    if ('refused' in answer) return this.later(5 * SECOND, () => this.noShow(post, ticketId));
    if (this.random.chance(HABITS.comesBack))
      this.later(this.random.between(4, 20) * MINUTE, () => this.comeBack(ticketId));
    this.soon(post);
  }

  private *comeBack(ticketId: string): Generator<Wish, void, WishAnswer> {
    const answer = yield this.wish({ type: 'return-ticket', ticketId });
    if (!('refused' in answer) && answer.queueId) this.wake(answer.queueId);
  }

  private *start(post: Post, queueId: string | null): Generator<Wish, void, WishAnswer> {
    const started = yield this.wish({ type: 'start', ...post });
    if ('refused' in started) return this.soon(post);
    const standard = queueStandardSeconds(queueId ?? '', this.plan.catalogue.matters);
    const handling = this.random.lognormal(
      standard * SECOND * (this.plan.handlingShare ?? HANDLING_SHARE),
      HABITS.variation,
    );
    const ticketId = started.ticketId!;
    const next = this.random.chance(HABITS.held)
      ? () => this.hold(post, ticketId)
      : this.random.chance(HABITS.transferred)
        ? () => this.transfer(post, queueId, ticketId)
        : () => this.finish(post, ticketId);
    this.later(handling, next, started.at);
  }

  private *hold(post: Post, ticketId: string): Generator<Wish, void, WishAnswer> {
    const answer = yield this.wish({ type: 'hold', ...post });
    if ('refused' in answer) return this.soon(post);
    this.later(this.random.between(5, 15) * MINUTE, () => this.isBack(post, ticketId), answer.at);
    this.soon(post);
  }

  // eslint-disable-next-line require-yield -- a step that only notes something; the agenda runs generators.
  private *isBack(post: Post, ticketId: string): Generator<Wish, void, WishAnswer> {
    this.back.set(post.windowId, [...(this.back.get(post.windowId) ?? []), ticketId]);
    if (this.idle.delete(post.windowId)) this.soon(post);
  }

  private *transfer(post: Post, queueId: string | null, ticketId: string): Generator<Wish, void, WishAnswer> {
    const others = Object.keys(this.plan.catalogue.queues).filter((id) => id !== queueId);
    const target = this.random.pick(others);
    const answer = yield this.wish({ type: 'transfer', ...post, queueId: target, matterId: null });
    if ('refused' in answer) return yield* this.finish(post, ticketId);
    this.matters.set(ticketId, null);
    this.wake(target);
    this.soon(post);
  }

  private *finish(post: Post, ticketId: string): Generator<Wish, void, WishAnswer> {
    yield this.wish({ type: 'finish', ...post, outcome: this.outcomeOf(ticketId) });
    this.soon(post);
  }

  private outcomeOf(ticketId: string): ServingOutcome {
    const kind = this.plan.catalogue.matters[this.matters.get(ticketId) ?? '']?.kind ?? 'none';
    let left = this.random.next() * 1000;
    for (const [outcome, share] of Object.entries(OUTCOMES[kind])) {
      left -= share;
      if (left < 0) return outcome as ServingOutcome;
    }
    return 'done';
  }

  private wake(queueId: string): void {
    for (const post of this.plan.posts) {
      const rule = this.plan.catalogue.windows[post.windowId];
      const serves = rule?.firstQueues.includes(queueId) || rule?.secondQueues.includes(queueId);
      if (serves && this.idle.delete(post.windowId)) this.soon(post);
    }
  }
}
