import type { QueueEvent } from '../event/hall-event.ts';
import { applyChanges, type MutableHallState } from '../hall/changes.ts';
import type { HallCommand } from '../hall/commands.ts';
import { isRefusal } from '../hall/context.ts';
import { decide } from '../hall/decide.ts';
import { changesOf, morningOf } from '../hall/evolve.ts';
import type { Instant, ServiceDay } from '../time/instant.ts';
import { HOUR } from '../time/instant.ts';
import { DayPlay, type DayPlan, type WishAnswer } from './play-day.ts';

/** A whole day in pure domain time: the events that it came to, day closed. Sequences count from 1. */
export function simulateDay(plan: DayPlan, day: ServiceDay): QueueEvent[] {
  const state = morningOf(plan.catalogue, day) as MutableHallState;
  const events: QueueEvent[] = [];
  let last: Instant = plan.span.until;

  const execute = (command: HallCommand, now: Instant): WishAnswer => {
    const decision = decide(state, command, { now, catalogue: plan.catalogue, open: plan.span });
    if (isRefusal(decision)) return decision;
    for (const event of decision.events) {
      const placed = { ...event, seq: events.length + 1, day, at: now } as QueueEvent;
      applyChanges(state, changesOf(state, placed));
      events.push(placed);
    }
    last = Math.max(last, now);
    return { at: now, ...aboutOf(decision.events[0]?.data ?? {}) };
  };

  const play = new DayPlay(plan).run();
  for (let step = play.next(); !step.done;) step = play.next(execute(step.value.command, step.value.at));
  execute({ type: 'close-day' }, last + HOUR);
  return events;
}

/** Ticket and queue that an event's data speak of. */
export function aboutOf(data: object): { ticketId: string | null; queueId: string | null } {
  const { ticketId, queueId } = data as { ticketId?: string; queueId?: string };
  return { ticketId: ticketId ?? null, queueId: queueId ?? null };
}
