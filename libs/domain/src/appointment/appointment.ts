import type { Instant, ServiceDay } from '../time/instant.ts';

/** An appointment (预约) for a slot at a queue. Checked in, it becomes a ticket with its head start. */
export interface Appointment {
  id: string;
  day: ServiceDay;
  slotAt: Instant;
  queueId: string;
  matterId: string | null;
  state: 'booked' | 'checked-in' | 'cancelled';
  ticketId: string | null;
}
