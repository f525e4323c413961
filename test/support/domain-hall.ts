import type { Catalogue } from '@shouwen/domain/catalogue/catalogue';
import type { QueueEvent } from '@shouwen/domain/event/hall-event';
import type { HallCommand } from '@shouwen/domain/hall/commands';
import { isRefusal, type Context } from '@shouwen/domain/hall/context';
import { decide } from '@shouwen/domain/hall/decide';
import { evolve, morningOf } from '@shouwen/domain/hall/evolve';
import type { HallState } from '@shouwen/domain/hall/state';
import type { Refusal } from '@shouwen/domain/hall/refusals';
import { DEFAULT_FILES } from '@shouwen/domain/case/case-files';
import { DEFAULT_LIMITS } from '@shouwen/domain/case/limits';
import { HOUR } from '@shouwen/domain/time/instant';
import { instantAt } from '@shouwen/domain/time/zoned';

export const DAY = '2026-11-24';
export const TIME_ZONE = 'Asia/Shanghai';
/** A moment of the test day by its wall clock: `at('09:30')`, `at('09:30:15')`. */
export const at = (wall: string): number => {
  const [hours, minutes, seconds = '0'] = wall.split(':') as [string, string, string?];
  return instantAt(DAY, `${hours}:${minutes}`, TIME_ZONE) + Number(seconds) * 1000;
};

export const QUEUES = ['a', 'b', 'c'];
export const WINDOWS = ['w1', 'w2', 'w3', 'w4'];

/** Three queues; window 1 calls a, window 2 b, window 3 a and b, window 4 c and, after two minutes, a. Queue c gives 60 numbers. */
export const CATALOGUE: Catalogue = {
  hall: {
    id: 'test',
    timeZone: TIME_ZONE,
    dayStartsAt: '00:00',
    example: true,
    nationalCalendar: false,
    casePrefix: 'QS',
    limits: DEFAULT_LIMITS,
    files: DEFAULT_FILES,
    hours: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], open: '08:00', close: '18:00' }],
  },
  queues: Object.fromEntries(
    QUEUES.map((id) => [
      id,
      { id, letter: id.toUpperCase(), waitPromiseSeconds: 900, dailyQuota: id === 'c' ? 60 : null },
    ]),
  ),
  windows: Object.fromEntries(
    WINDOWS.map((id, index) => [
      id,
      {
        id,
        number: index + 1,
        zoneId: 'A',
        firstQueues: [['a'], ['b'], ['a', 'b'], ['c']][index]!,
        secondQueues: id === 'w4' ? ['a'] : [],
        secondAfterSeconds: 120,
      },
    ]),
  ),
  matters: Object.fromEntries(
    QUEUES.map((id) => [
      `m-${id}`,
      {
        id: `m-${id}`,
        queueId: id,
        departmentId: 'd',
        kind: 'immediate',
        handlingStandardSeconds: 60,
        legalDays: null,
        promisedDays: null,
        guide: { version: 1, materials: [] },
      },
    ]),
  ),
  staff: {},
  departments: {},
  leaves: {},
  yearTables: [],
  questionnaires: {},
  ratingForms: { 1: { version: 1, dimensions: ['attitude', 'time-limit'], labels: ['told-at-once', 'sent-away'] } },
  checklists: { 1: { version: 1, points: ['posts', 'notices'] } },
  calendar: {},
};

export const openOn = (now: number): Context => ({
  now,
  catalogue: CATALOGUE,
  open: { from: at('08:00'), until: at('08:00') + 10 * HOUR },
});

/** A day of the test hall that commands are given to, one after another. */
export class TestHall {
  state: HallState = morningOf(CATALOGUE, DAY);
  readonly events: QueueEvent[] = [];
  private now = at('09:00');

  /** Sets the hall's clock. */
  clock(wall: string): this {
    this.now = at(wall);
    return this;
  }

  later(seconds: number): this {
    this.now += seconds * 1000;
    return this;
  }

  get context(): Context {
    return openOn(this.now);
  }

  /** The refusal of a command that the rules turn down, or what happened. */
  try(command: HallCommand): Refusal | QueueEvent[] {
    const decision = decide(this.state, command, this.context);
    if (isRefusal(decision)) return decision;
    const happened = decision.events.map((event) => {
      const placed = { ...event, seq: this.events.length + 1, day: DAY, at: this.now } as QueueEvent;
      this.events.push(placed);
      this.state = evolve(this.state, placed);
      return placed;
    });
    return happened;
  }

  /** Gives a command that must succeed. */
  do(command: HallCommand): this {
    const answer = this.try(command);
    if (isRefusal(answer)) throw new Error(`${command.type}: ${answer.refused}`);
    return this;
  }

  refused(command: HallCommand): string {
    const answer = this.try(command);
    return isRefusal(answer) ? answer.refused : 'done';
  }

  /** Takes a number; answers the ticket's id. */
  take(queueId = 'a', headStart: Extract<HallCommand, { type: 'issue-ticket' }>['headStart'] = null): string {
    this.do({ type: 'issue-ticket', queueId, matterId: `m-${queueId}`, headStart, channel: 'kiosk' });
    const [last] = this.events.slice(-1);
    return (last!.data as { ticketId: string }).ticketId;
  }

  open(windowId: string, clerkId = `clerk-${windowId}`): this {
    return this.do({ type: 'open-window', windowId, clerkId });
  }

  /** A clerk's step at their window. */
  step(
    type: 'call-next' | 'start' | 'recall' | 'hold' | 'put-back' | 'no-show' | 'undo-finish',
    windowId = 'w1',
  ): this {
    return this.do({ type, windowId, clerkId: `clerk-${windowId}` });
  }

  ticket(id: string) {
    return this.state.tickets[id]!;
  }

  atWindow(windowId = 'w1'): string | null {
    return this.state.windows[windowId]!.ticketId;
  }
}
