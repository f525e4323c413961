import { Injectable } from '@nestjs/common';
import { Subject } from 'rxjs';
import type { NewQueueEvent, QueueEvent } from '@shouwen/domain/event/hall-event';
import type { Changes } from '@shouwen/domain/hall/changes';
import { applyChanges, type MutableHallState } from '@shouwen/domain/hall/changes';
import type { HallCommand } from '@shouwen/domain/hall/commands';
import { isRefusal, type Context } from '@shouwen/domain/hall/context';
import { decide } from '@shouwen/domain/hall/decide';
import { changesOf } from '@shouwen/domain/hall/evolve';
import type { HallState } from '@shouwen/domain/hall/state';
import { openSpan } from '@shouwen/domain/time/opening-hours';
import { serviceDayOf } from '@shouwen/domain/time/zoned';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import type { HallCatalogue } from '../catalogue/hall-catalogue.ts';
import { HallClocks } from '../catalogue/hall-clocks.ts';
import { HallLog, type HallTransaction } from '../hall-log/hall-log.ts';
import type { LogEvent, NewLogEvent } from '../hall-log/log-event.ts';
import { AppError } from '../platform/http/app-error.ts';
import { DayCache } from './day-cache.ts';
import { project } from './projection.ts';
import { readSlice } from './slice.ts';
import { subjectOf } from './subjects.ts';

/** A command with who gives it. */
export interface QueueRequest {
  hallId: string;
  actor: string;
  key?: string | undefined;
  command: HallCommand;
  /** Only for the clock's end of a day that is past; today otherwise. */
  day?: string;
  /** Further writes of the same transaction, e.g. the code of a slip; gives the result to keep with the key. */
  alongside?(events: readonly LogEvent[], tx: HallTransaction): Promise<void>;
  /** What is stored with the key and returned again, besides the events. */
  secret?: Record<string, string>;
}

/** What a command did: the first event's sequence and data, and any secret made with it. */
export interface QueueResult {
  seq: number;
  day: string;
  data: Record<string, unknown>;
  secret: Record<string, string>;
}

/** A commit of the queue with the state after it, for the live views. */
export interface QueueCommit {
  hallId: string;
  prev: number;
  events: LogEvent[];
  changes: Changes;
  /** The slice after the events: windows and queues of the day complete, tickets as far as touched. */
  state: HallState;
  catalogue: HallCatalogue;
}

/** What happened in the queue, told to followers inside its transaction. */
export interface Happened {
  hallId: string;
  day: string;
  now: number;
  catalogue: HallCatalogue;
  /** The slice before the events. */
  before: HallState;
  events: readonly NewQueueEvent[];
  tx: HallTransaction;
}

/** Another capability that must act in the same transaction as the queue, e.g. registers a first contact when a serving ends. */
export type Follower = (
  happened: Happened,
) => Promise<{ events: NewLogEvent[]; project(placed: LogEvent[]): Promise<void> } | null>;

/** Runs the commands of the queue: reads the slice under the hall's lock, lets the domain decide, writes what it evolved. */
@Injectable()
export class QueueService {
  readonly commits = new Subject<QueueCommit>();
  private readonly followers: Follower[] = [];

  constructor(
    private readonly hallLog: HallLog,
    private readonly catalogues: CatalogueService,
    private readonly clocks: HallClocks,
    private readonly days: DayCache,
  ) {}

  /** From now on `follower` may add its events to those of a queue command. */
  follow(follower: Follower): void {
    this.followers.push(follower);
  }

  /** Something else wrote to the hall's log: what is kept of its day stays good. */
  passed(hallId: string, prev: number, seq: number): void {
    this.days.advance(hallId, prev, seq);
  }

  /** Runs one command; throws its refusal. Nothing is changed then. */
  async run(request: QueueRequest): Promise<QueueResult> {
    const { hallId, command } = request;
    const told: { commit?: QueueCommit } = {};
    const result = await this.hallLog.transaction<QueueResult>(
      { hallId, actor: request.actor, key: request.key, name: command.type, input: keyInput(command) },
      async (tx) => {
        const catalogue = await this.catalogues.at(hallId, tx.head.catalogueSeq, tx);
        const { hall } = catalogue.rules;
        const now = this.clocks.now(hallId);
        const day = request.day ?? serviceDayOf(now, hall.timeZone, hall.dayStartsAt);
        const dayState = await this.days.read(tx, hallId, day, catalogue);
        const before = await readSlice(tx, hallId, dayState, command, catalogue, now);
        const open = openSpan(catalogue.rules, day);
        const decision = decide(before, command, { now, catalogue: catalogue.rules, open } satisfies Context);
        if (isRefusal(decision)) throw AppError.fromRefusal(decision);
        const events = decision.events.map((event) => ({
          ...event,
          data: event.data as unknown as Record<string, unknown>,
          subject: subjectOf(event),
          day,
          at: now,
        }));
        const first = events[0];
        const happened = { hallId, day, now, catalogue, before, events: decision.events, tx };
        const added = [];
        for (const follower of this.followers) added.push(await follower(happened));
        const followed = added.filter((part) => part !== null);
        return {
          events: [...events, ...followed.flatMap((part) => part.events)],
          result: { seq: tx.head.seq + 1, day, data: first?.data ?? {}, secret: request.secret ?? {} },
          project: async (placed) => {
            const { state, changes } = fold(before, placed.slice(0, events.length));
            let from = events.length;
            for (const part of followed) await part.project(placed.slice(from, (from += part.events.length)));
            told.commit = { hallId, prev: tx.head.seq, events: placed, changes, state, catalogue };
            await project(tx, hallId, day, changes);
            await request.alongside?.(placed, tx);
          },
          committed: (placed) => {
            if (told.commit) this.days.keep(hallId, placed.at(-1)!.seq, told.commit.state);
          },
        };
      },
    );
    if (told.commit) this.commits.next(told.commit);
    return result;
  }
}

/** The state after placed events, and everything that they changed, each thing once. */
export function fold(before: HallState, events: readonly LogEvent[]): { state: HallState; changes: Changes } {
  const state: MutableHallState = {
    ...before,
    tickets: { ...before.tickets },
    servings: { ...before.servings },
    queues: { ...before.queues },
    windows: { ...before.windows },
    appointments: { ...before.appointments },
  };
  const touched = {
    tickets: new Map(),
    servings: new Map(),
    queues: new Map(),
    windows: new Map(),
    appointments: new Map(),
  };
  let closed = false;
  for (const event of events) {
    const changes = changesOf(state, event as unknown as QueueEvent);
    applyChanges(state, changes);
    for (const part of Object.keys(touched) as (keyof typeof touched)[]) {
      for (const item of changes[part] ?? []) touched[part].set(item.id, item);
    }
    closed ||= changes.closed ?? false;
  }
  const changes = Object.fromEntries(
    Object.entries(touched).map(([part, items]) => [part, [...items.values()]]),
  ) as Changes;
  return { state, changes: closed ? { ...changes, closed: true } : changes };
}

/** An appointment's id is made by the server, and so is whom a second visit is for: not part of what the caller asked. */
function keyInput(command: HallCommand): unknown {
  if (command.type === 'book-appointment') {
    const { appointmentId: _made, ...asked } = command;
    return asked;
  }
  if (command.type === 'issue-ticket') {
    const { waitsForId: _found, ...asked } = command;
    return asked;
  }
  return command;
}
