import type { Catalogue } from '../catalogue/catalogue.ts';
import { isRefusal } from '../hall/context.ts';
import { DayPlay } from '../simulation/play-day.ts';
import { QuickHall } from '../simulation/quick-hall.ts';
import type { OpenSpan } from '../time/opening-hours.ts';
import type { Instant, ServiceDay } from '../time/instant.ts';
import type { Drawn } from './draw-day.ts';
import { DrawnHabits } from './drawn-habits.ts';
import type { Waited } from './lesson.ts';
import type { Staffing } from './roster.ts';

/** Somebody who was not called: no number was given any more (限号), or the day ended. By when they came. */
export interface NotCalled {
  queueId: string;
  at: number;
}

/** What came of a day. */
export interface PlayedDay {
  waits: Waited[];
  turnedAway: NotCalled[];
  unserved: NotCalled[];
  /** From closing until the last citizen was through. */
  overtimeMs: number;
  /** Handling time, and how long windows were open for it. */
  busyMs: number;
  openMs: number;
}

/** A drawn day under a roster, by the commands and the queue rule of the hall itself. */
export function playDay(
  catalogue: Catalogue,
  { windows, posts, shifts }: Staffing,
  arrivals: readonly Drawn[],
  span: OpenSpan,
  day: ServiceDay,
): PlayedDay {
  const rules = { ...catalogue, windows };
  const hall = new QuickHall(rules, span, day);
  const played: PlayedDay = { waits: [], turnedAway: [], unserved: [], overtimeMs: 0, busyMs: 0, openMs: 0 };
  const opened = new Map<string, Instant>();
  let last = span.until;
  const habits = new DrawnHabits(shifts);
  const play = new DayPlay({ catalogue: rules, span, arrivals, posts, seed: 0 }, habits).run();
  for (let step = play.next(); !step.done;) {
    const { at, command } = step.value;
    const answer = hall.execute(command, at);
    if (isRefusal(answer)) {
      if (command.type === 'issue-ticket') played.turnedAway.push({ queueId: command.queueId, at });
      step = play.next(answer);
      continue;
    }
    const { ticket } = answer;
    if (command.type === 'start') {
      const { queueId, waitingSince, calledAt } = ticket!;
      played.waits.push({ queueId, at: waitingSince, ms: calledAt! - waitingSince });
      played.busyMs += habits.workOf(ticket!.id);
    } else if (command.type === 'finish') last = Math.max(last, at);
    else if (command.type === 'open-window') opened.set(command.windowId, at);
    else if (command.type === 'close-window') {
      played.openMs += at - opened.get(command.windowId)!;
      opened.delete(command.windowId);
    }
    step = play.next({ at, ticketId: ticket?.id ?? null, queueId: ticket?.queueId ?? null });
  }
  for (const from of opened.values()) played.openMs += last - from;
  played.unserved = hall.stillWaiting().map(({ queueId, issuedAt }) => ({ queueId, at: issuedAt }));
  played.overtimeMs = last - span.until;
  return played;
}
