import { keepsAppointment, CHECK_IN_EARLIEST_MS, largestHeadStart, rankAtIssue } from '../queue/head-start.ts';
import type { HeadStart } from '../queue/head-start.ts';
import { plannedServers, serversOf } from '../queue/servers.ts';
import { queueStandardSeconds } from '../queue/standard.ts';
import { paceOf } from '../queue/wait-range.ts';
import { waitsForFrom } from '../queue/waits-for.ts';
import { ticketId, ticketNumber, type TicketChannel } from '../ticket/ticket.ts';
import type { Instant } from '../time/instant.ts';
import { openSpan } from '../time/opening-hours.ts';
import { serviceDayOf } from '../time/zoned.ts';
import type { CommandOf } from './commands.ts';
import { type Context, type Decision, refuse } from './context.ts';
import type { Refusal } from './refusals.ts';
import type { HallState } from './state.ts';

/** When the queue will be through if one more ticket is taken now (预计办完时刻). */
export function forecastEnd(state: HallState, queueId: string, { now, catalogue }: Context): Instant {
  const queue = state.queues[queueId]!;
  const live = serversOf(queueId, catalogue.windows, state.windows, state.queues).servers;
  const servers = live > 0 ? live : plannedServers(queueId, catalogue.windows);
  if (servers === 0) return now;
  const standardSeconds = queueStandardSeconds(queueId, catalogue.matters);
  return now + ((queue.waiting + 1) * paceOf({ queue, standardSeconds }).meanMs) / servers;
}

/** Whether a number may still be given for a queue (限号, DOMAIN §2): hall open, quota left, and it can be served before closing. */
export function issuingRefusal(state: HallState, queueId: string, context: Context): Refusal | null {
  const { now, catalogue, open } = context;
  const rule = catalogue.queues[queueId];
  if (!rule || !state.queues[queueId]) return refuse('unknown-queue');
  if (state.closed) return refuse('day-closed');
  if (!open) return refuse('hall-closed');
  if (now < open.from) return refuse('hall-closed', { opensAt: open.from });
  if (now >= open.until) return refuse('hall-closed', { closedAt: open.until });
  const issued = state.queues[queueId]!.lastNumber;
  if (rule.dailyQuota !== null && issued >= rule.dailyQuota) return refuse('queue-full', { quota: rule.dailyQuota });
  if (forecastEnd(state, queueId, context) > open.until) return refuse('queue-past-closing', { closesAt: open.until });
  return null;
}

interface Issue {
  queueId: string;
  matterId: string | null;
  headStart: HeadStart | null;
  slotAt: Instant | null;
  channel: TicketChannel;
  appointmentId: string | null;
  waitsForId?: string | null;
}

function issue(state: HallState, wish: Issue, context: Context): Decision {
  const matter = wish.matterId === null ? null : context.catalogue.matters[wish.matterId];
  if (matter === undefined || (matter && matter.queueId !== wish.queueId)) return refuse('unknown-matter');
  const refusal = issuingRefusal(state, wish.queueId, context);
  if (refusal) return refusal;
  const n = state.queues[wish.queueId]!.lastNumber + 1;
  const { letter, waitPromiseSeconds } = context.catalogue.queues[wish.queueId]!;
  const number = ticketNumber(letter, n);
  const clerkId = wish.waitsForId ?? null;
  return {
    events: [
      {
        kind: 'ticket-issued',
        data: {
          ticketId: ticketId(state.day, number),
          number,
          n,
          queueId: wish.queueId,
          matterId: wish.matterId,
          headStart: wish.headStart,
          rank: rankAtIssue(context.now, wish.headStart, wish.slotAt),
          channel: wish.channel,
          appointmentId: wish.appointmentId,
          ...(clerkId !== null && { waitsFor: waitsForFrom(context.now, clerkId, waitPromiseSeconds) }),
        },
      },
    ],
  };
}

/** Takes a number (取号). The caller may name `second-visit` only when it found the case. */
export function decideIssue(state: HallState, command: CommandOf<'issue-ticket'>, context: Context): Decision {
  return issue(state, { ...command, slotAt: null, appointmentId: null }, context);
}

/** Turns an appointment into a ticket (预约签到): kept → ranked before its slot; late → ordinary; too early → come back later. */
export function decideCheckIn(state: HallState, command: CommandOf<'check-in'>, context: Context): Decision {
  const appointment = state.appointments[command.appointmentId];
  if (!appointment || appointment.day !== state.day) return refuse('unknown-appointment');
  if (appointment.state !== 'booked') return refuse('appointment-used');
  const opensAt = appointment.slotAt - CHECK_IN_EARLIEST_MS;
  if (context.now < opensAt) return refuse('appointment-too-early', { opensAt });
  const classes: HeadStart[] = command.headStart === null ? [] : [command.headStart];
  if (keepsAppointment(context.now, appointment.slotAt)) classes.push('appointment');
  const headStart = largestHeadStart(context.now, classes, appointment.slotAt);
  const slotAt = headStart === 'appointment' ? appointment.slotAt : null;
  const { queueId, matterId, id } = appointment;
  return issue(state, { queueId, matterId, headStart, slotAt, channel: 'appointment', appointmentId: id }, context);
}

/** Books a slot (预约): a queue of the hall, in the future, inside opening hours of its day. */
export function decideBook(state: HallState, command: CommandOf<'book-appointment'>, context: Context): Decision {
  const { catalogue, now } = context;
  if (!catalogue.queues[command.queueId]) return refuse('unknown-queue');
  const matter = command.matterId === null ? null : catalogue.matters[command.matterId];
  if (matter === undefined || (matter && matter.queueId !== command.queueId)) return refuse('unknown-matter');
  if (state.appointments[command.appointmentId]) return refuse('appointment-used');
  const slotDay = serviceDayOf(command.slotAt, catalogue.hall.timeZone, catalogue.hall.dayStartsAt);
  const span = openSpan(catalogue, slotDay);
  if (!span || command.slotAt < span.from || command.slotAt >= span.until || command.slotAt < now) {
    return refuse('slot-not-open');
  }
  const { appointmentId, slotAt, queueId, matterId } = command;
  return { events: [{ kind: 'appointment-booked', data: { appointmentId, slotAt, slotDay, queueId, matterId } }] };
}

/** Gives a booked slot back (取消预约). */
export function decideCancelAppointment(state: HallState, command: CommandOf<'cancel-appointment'>): Decision {
  const appointment = state.appointments[command.appointmentId];
  if (!appointment) return refuse('unknown-appointment');
  if (appointment.state !== 'booked') return refuse('appointment-used');
  return { events: [{ kind: 'appointment-cancelled', data: { appointmentId: appointment.id } }] };
}
