import type { HallEvents, PublicEvent, StaffEvent, ToldAlarm } from '@shouwen/contracts/live/live';
import type { PublicWindow, StaffWindow } from '@shouwen/contracts/views/board.schema';
import { isDocketKind } from '@shouwen/domain/docket/evolve';
import type { LogEvent } from '../hall-log/log-event.ts';
import { ALARM_TELLS, type AlarmEventData } from '@shouwen/domain/alarm/alarm';
import type { Role } from '@shouwen/domain/catalogue/catalogue';
import type { AlarmCommit } from '../alarms/alarms.service.ts';
import type { DocketCommit } from '../docket/docket.service.ts';
import type { QueueCommit } from '../queue/queue.service.ts';
import { toPublicWindow, toStaffWindow } from '../queue/views.ts';

/** Windows whose picture a commit changed: those written, and those whose ticket was. */
function touchedWindows({ changes, state }: QueueCommit) {
  const ids = new Set([
    ...(changes.windows ?? []).map((window) => window.id),
    ...(changes.tickets ?? []).flatMap((ticket) => ticket.windowId ?? []),
  ]);
  return [...ids].flatMap((id) => state.windows[id] ?? []);
}

/** An event without anything of a person: number, queue, window, which call. Built from what is allowed, not by removing. */
export function toPublicEvent({ seq, at, kind, data }: LogEvent): PublicEvent {
  const event: PublicEvent = { seq, at, kind };
  const { ticketId, queueId, windowId, call } = data;
  if (typeof ticketId === 'string') event.number = ticketId.slice(ticketId.indexOf('.') + 1);
  if (typeof queueId === 'string') event.queueId = queueId;
  if (typeof windowId === 'string') event.windowId = windowId;
  if (kind === 'ticket-called') event.call = 1;
  if (kind === 'ticket-recalled' && typeof call === 'number') event.call = call;
  return event;
}

export const toStaffEvent = ({ seq, at, kind, actor, subject, data }: LogEvent): StaffEvent => ({
  seq,
  at,
  kind,
  actor,
  subject,
  data,
});

const frame = ({ hallId, prev, events }: Pick<QueueCommit, 'hallId' | 'prev' | 'events'>) => {
  const last = events.at(-1)!;
  return { hallId, day: last.day, prev, seq: last.seq, at: last.at };
};

export const publicMessage = (commit: QueueCommit): HallEvents<PublicEvent, PublicWindow> => ({
  ...frame(commit),
  events: commit.events.filter(({ kind }) => !isDocketKind(kind)).map(toPublicEvent),
  windows: touchedWindows(commit).map((window) => toPublicWindow(window, commit.state)),
});

export const staffMessage = (commit: QueueCommit): HallEvents<StaffEvent, StaffWindow> => ({
  ...frame(commit),
  events: commit.events.map(toStaffEvent),
  windows: touchedWindows(commit).map((window) => toStaffWindow(window, commit.state, commit.catalogue)),
});

/** Queues whose counters or prospects a commit changed. A window that opens or pauses changes those of all its queues. */
export function touchedQueues({ changes, events, catalogue }: QueueCommit): string[] {
  const ids = new Set((changes.queues ?? []).map((queue) => queue.id));
  const moves = events.some(
    ({ kind }) => kind.startsWith('window-') || kind.startsWith('clerk-') || kind === 'day-closed',
  );
  if (moves) for (const queue of catalogue.published.queues) ids.add(queue.id);
  return [...ids];
}

/**
 * A commit of the docket as staff hear it: no window changes with it. What citizens said of people is not for every colleague's ear:
 * that the log went on is told, not what happened (DOMAIN §5, §10).
 */
export const docketMessage = (commit: DocketCommit): HallEvents<StaffEvent, never> => ({
  ...frame(commit),
  events: commit.isPrivate ? [] : commit.events.map(toStaffEvent),
  windows: [],
});

/** The log went on with something that is not told here. */
export const silentMessage = (commit: Pick<AlarmCommit, 'hallId' | 'prev' | 'events'>): HallEvents<never, never> => ({
  ...frame(commit),
  events: [],
  windows: [],
});

/** What a role is to look at now: alarms that opened, got worse, came back, or were told again, where the role receives them. */
export const toldAlarms = ({ events, catalogue }: AlarmCommit, role: Role): ToldAlarm[] =>
  events.flatMap(({ kind, data }) => {
    if (!ALARM_TELLS.includes(kind)) return [];
    const { alarmId: id, measure, about, level, value } = data as unknown as AlarmEventData['alarm-opened'];
    const receives = (catalogue.alarms[measure].receivers as readonly Role[]).includes(role);
    return receives ? [{ id, measure, about, level, value }] : [];
  });
