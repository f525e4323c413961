import type { NewQueueEvent } from '@shouwen/domain/event/hall-event';

/** What an event is about, as it stands in the log: `ticket:…`, `window:…`, `appointment:…` or `day`. */
export function subjectOf(event: NewQueueEvent): string {
  const { data } = event;
  if ('ticketId' in data) return `ticket:${data.ticketId}`;
  if ('appointmentId' in data) return `appointment:${data.appointmentId}`;
  if ('windowId' in data) return `window:${data.windowId}`;
  return 'day';
}
