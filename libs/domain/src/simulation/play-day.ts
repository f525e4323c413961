import type { Catalogue } from '../catalogue/catalogue.ts';
import type { HallCommand } from '../hall/commands.ts';
import { NO_SHOW_AFTER_MS, RECALL_AFTER_MS } from '../hall/decide-call.ts';
import type { RefusalCode } from '../hall/refusals.ts';
import type { OpenSpan } from '../time/opening-hours.ts';
import { MINUTE, SECOND, type Instant } from '../time/instant.ts';
import { Agenda } from './agenda.ts';
import type { Arrival } from './arrivals.ts';
import { OrdinaryHabits, type Habits, type Post } from './habits.ts';
import { Random } from './random.ts';

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

type Step = () => Generator<Wish, void, WishAnswer>;

/**
 * Plays a day: yields each command at its moment, is told what came of it, and goes on from there. Pure and seeded: the driver decides
 * whether the commands go to the rules in memory (history, what-if) or to a running server (demo, load, soak).
 */
export class DayPlay {
  private readonly agenda = new Agenda<Step>();
  private readonly idle = new Set<string>();
  private readonly back = new Map<string, string[]>();
  private readonly lunch = new Map<string, Instant>();
  /** Until when each window is worked at. */
  private readonly ends = new Map<string, Instant>();

  constructor(
    private readonly plan: DayPlan,
    private readonly habits: Habits = new OrdinaryHabits(
      new Random(plan.seed),
      plan.catalogue,
      plan.span,
      plan.handlingShare,
    ),
  ) {}

  *run(): Generator<Wish, void, WishAnswer> {
    const { arrivals, posts } = this.plan;
    for (const arrival of arrivals) this.agenda.add(arrival.at, () => this.arrive(arrival));
    for (const post of posts) {
      this.lunch.set(post.windowId, this.habits.lunchAt(post));
      for (const { from, until } of this.habits.shifts(post))
        this.agenda.add(Math.floor(from), () => this.open(post, until));
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
    this.habits.met(ticketId, arrival);
    const givesUp = this.habits.givesUpAfter(ticketId);
    if (givesUp !== null) this.later(givesUp, () => this.cancel(ticketId));
  }

  private *cancel(ticketId: string): Generator<Wish, void, WishAnswer> {
    yield this.wish({ type: 'cancel-ticket', ticketId });
  }

  private *open(post: Post, until: Instant): Generator<Wish, void, WishAnswer> {
    this.ends.set(post.windowId, until);
    const answer = yield this.wish({ type: 'open-window', ...post });
    if (!('refused' in answer)) this.soon(post);
  }

  private soon(post: Post, after: string | null = null): void {
    this.later(this.habits.turn(after), () => this.next(post));
  }

  private *next(post: Post): Generator<Wish, void, WishAnswer> {
    const held = this.back.get(post.windowId)?.shift();
    if (held) {
      const resumed = yield this.wish({ type: 'resume', ...post, ticketId: held });
      if (!('refused' in resumed))
        return this.later(this.habits.handlesOn(held), () => this.finish(post, held), resumed.at);
    }
    if (this.now >= this.ends.get(post.windowId)!) return yield* this.leave(post);
    if (this.now > this.lunch.get(post.windowId)!) return yield* this.eat(post);
    const called = yield this.wish({ type: 'call-next', ...post });
    if ('refused' in called) return this.wait(post, called.refused);
    const ticketId = called.ticketId!;
    const walks = this.habits.walks(ticketId);
    if (walks === null) this.later(RECALL_AFTER_MS + 2 * SECOND, () => this.recall(post, ticketId, 2), called.at);
    else this.later(walks, () => this.start(post, called.queueId), called.at);
  }

  private wait(post: Post, refused: RefusalCode): void {
    if (refused !== 'queue-empty' && refused !== 'all-awaited-elsewhere') return;
    if (this.now >= this.plan.span.until) this.later(this.habits.lingers(), () => this.leave(post));
    else {
      this.idle.add(post.windowId);
      // Nobody may be left behind at closing, even if no further ticket wakes this window.
      this.later(this.habits.looksAgainAfter(), () => this.wakeWindow(post));
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
    this.later(this.habits.lunchTakes(), () => this.resumeWork(post), paused.at);
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
    const back = this.habits.comesBackAfter(ticketId);
    if (back !== null) this.later(back, () => this.comeBack(ticketId));
    this.soon(post, ticketId);
  }

  private *comeBack(ticketId: string): Generator<Wish, void, WishAnswer> {
    const answer = yield this.wish({ type: 'return-ticket', ticketId });
    if (!('refused' in answer) && answer.queueId) this.wake(answer.queueId);
  }

  private *start(post: Post, queueId: string | null): Generator<Wish, void, WishAnswer> {
    const started = yield this.wish({ type: 'start', ...post });
    if ('refused' in started) return this.soon(post);
    const ticketId = started.ticketId!;
    const handling = this.habits.handles(ticketId, queueId);
    const next = {
      hold: () => this.hold(post, ticketId),
      transfer: () => this.transfer(post, queueId, ticketId),
      finish: () => this.finish(post, ticketId),
    }[this.habits.after(ticketId)];
    this.later(handling, next, started.at);
  }

  private *hold(post: Post, ticketId: string): Generator<Wish, void, WishAnswer> {
    const answer = yield this.wish({ type: 'hold', ...post });
    if ('refused' in answer) return this.soon(post);
    this.later(this.habits.isAwayFor(ticketId), () => this.isBack(post, ticketId), answer.at);
    this.soon(post);
  }

  // eslint-disable-next-line require-yield -- a step that only notes something; the agenda runs generators.
  private *isBack(post: Post, ticketId: string): Generator<Wish, void, WishAnswer> {
    this.back.set(post.windowId, [...(this.back.get(post.windowId) ?? []), ticketId]);
    if (this.idle.delete(post.windowId)) this.soon(post);
  }

  private *transfer(post: Post, queueId: string | null, ticketId: string): Generator<Wish, void, WishAnswer> {
    const target = this.habits.movesTo(ticketId, queueId);
    const answer = yield this.wish({ type: 'transfer', ...post, queueId: target, matterId: null });
    if ('refused' in answer) return yield* this.finish(post, ticketId);
    this.wake(target);
    this.soon(post, ticketId);
  }

  private *finish(post: Post, ticketId: string): Generator<Wish, void, WishAnswer> {
    yield this.wish({ type: 'finish', ...post, outcome: this.habits.outcome(ticketId) });
    this.soon(post, ticketId);
  }

  private wake(queueId: string): void {
    for (const post of this.plan.posts) {
      const rule = this.plan.catalogue.windows[post.windowId];
      const serves = rule?.firstQueues.includes(queueId) || rule?.secondQueues.includes(queueId);
      if (serves && this.idle.delete(post.windowId)) this.soon(post);
    }
  }
}
