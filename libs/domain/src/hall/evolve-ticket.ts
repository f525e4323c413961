import { withPace } from '../queue/queue-day.ts';
import { servingId, type Serving, type ServingEnd, type Ticket } from '../ticket/ticket.ts';
import type { EventPlace } from '../event/hall-event.ts';
import { elapsed } from '../time/instant.ts';
import { type Evolvers, freed, queueOf, servingOf, ticketOf, windowOf, withWaiting } from './evolvers.ts';

type TicketKind = Extract<keyof Evolvers, `ticket-${string}` | `serving-${string}` | 'finish-undone'>;

const ended = (serving: Serving, event: EventPlace, end: ServingEnd): Serving => ({
  ...serving,
  endedAt: event.at,
  end,
  heldSince: null,
  heldMs: serving.heldMs + (serving.heldSince === null ? 0 : elapsed(serving.heldSince, event.at)),
});

const backToWaiting = (ticket: Ticket, event: EventPlace): Ticket => ({
  ...ticket,
  state: 'waiting',
  windowId: null,
  calledAt: null,
  lastCallAt: null,
  calls: 0,
  waitingSince: event.at,
});

const handlingMs = (serving: Serving): number => elapsed(serving.startedAt + serving.heldMs, serving.endedAt!);

/** What each event about a ticket and its servings changes. */
export const EVOLVE_TICKET: Pick<Evolvers, TicketKind> = {
  'ticket-issued': (state, { data, at, seq, day }) => ({
    tickets: [
      {
        id: data.ticketId,
        day,
        number: data.number,
        queueId: data.queueId,
        matterId: data.matterId,
        headStart: data.headStart,
        waitsFor: data.waitsFor ?? null,
        channel: data.channel,
        issuedSeq: seq,
        issuedAt: at,
        rank: data.rank,
        waitingSince: at,
        state: 'waiting',
        windowId: null,
        firstCalledAt: null,
        calledAt: null,
        lastCallAt: null,
        calls: 0,
        servings: 0,
        returns: 0,
        endedAt: null,
      },
    ],
    queues: [{ ...withWaiting(queueOf(state, data.queueId), 1), lastNumber: data.n }],
    ...(data.appointmentId === null
      ? {}
      : {
          appointments: [
            { ...state.appointments[data.appointmentId]!, state: 'checked-in' as const, ticketId: data.ticketId },
          ],
        }),
  }),
  'ticket-called': (state, { data, at }) => {
    const ticket = ticketOf(state, data.ticketId);
    return {
      tickets: [
        {
          ...ticket,
          state: 'called',
          windowId: data.windowId,
          firstCalledAt: ticket.firstCalledAt ?? at,
          calledAt: at,
          lastCallAt: at,
          calls: 1,
        },
      ],
      queues: [withWaiting(queueOf(state, data.queueId), -1)],
      windows: [{ ...windowOf(state, data.windowId), ticketId: data.ticketId, lastFinished: null }],
    };
  },
  'ticket-recalled': (state, { data, at }) => ({
    tickets: [{ ...ticketOf(state, data.ticketId), lastCallAt: at, calls: data.call }],
  }),
  'serving-started': (state, { data, at, day }) => {
    const ticket = ticketOf(state, data.ticketId);
    return {
      tickets: [{ ...ticket, state: 'serving', servings: data.n }],
      servings: [
        {
          id: servingId(ticket.id, data.n),
          ticketId: ticket.id,
          day,
          queueId: ticket.queueId,
          matterId: ticket.matterId,
          windowId: data.windowId,
          clerkId: data.clerkId,
          waitedMs: elapsed(ticket.waitingSince, ticket.calledAt!),
          calledAt: ticket.calledAt!,
          startedAt: at,
          endedAt: null,
          heldSince: null,
          heldMs: 0,
          end: null,
        },
      ],
    };
  },
  'serving-held': (state, { data, at }) => {
    const ticket = ticketOf(state, data.ticketId);
    const window = windowOf(state, data.windowId);
    return {
      tickets: [{ ...ticket, state: 'held' }],
      servings: [{ ...servingOf(state, ticket), heldSince: at }],
      windows: [{ ...freed(window), heldTicketIds: [...window.heldTicketIds, ticket.id] }],
    };
  },
  'serving-resumed': (state, { data, at }) => {
    const ticket = ticketOf(state, data.ticketId);
    const serving = servingOf(state, ticket);
    const window = windowOf(state, data.windowId);
    return {
      tickets: [{ ...ticket, state: 'serving' }],
      servings: [{ ...serving, heldSince: null, heldMs: serving.heldMs + elapsed(serving.heldSince!, at) }],
      windows: [
        {
          ...window,
          ticketId: ticket.id,
          heldTicketIds: window.heldTicketIds.filter((id) => id !== ticket.id),
          lastFinished: null,
        },
      ],
    };
  },
  'ticket-transferred': (state, event) => {
    const { data } = event;
    const ticket = ticketOf(state, data.ticketId);
    return {
      tickets: [{ ...backToWaiting(ticket, event), queueId: data.toQueueId, matterId: data.matterId, waitsFor: null }],
      ...(ticket.state === 'called' ? {} : { servings: [ended(servingOf(state, ticket), event, 'transferred')] }),
      queues: [withPace(queueOf(state, data.queueId), data.occupiedMs), withWaiting(queueOf(state, data.toQueueId), 1)],
      windows: [freed(windowOf(state, data.windowId))],
    };
  },
  'ticket-put-back': (state, event) => {
    const { data } = event;
    const ticket = ticketOf(state, data.ticketId);
    return {
      tickets: [backToWaiting(ticket, event)],
      ...(ticket.state === 'called' ? {} : { servings: [ended(servingOf(state, ticket), event, 'put-back')] }),
      queues: [withWaiting(queueOf(state, data.queueId), 1)],
      windows: [freed(windowOf(state, data.windowId))],
    };
  },
  'serving-finished': (state, event) => {
    const { data, at } = event;
    const ticket = ticketOf(state, data.ticketId);
    const window = windowOf(state, data.windowId);
    const serving = ended(servingOf(state, ticket), event, data.outcome);
    return {
      tickets: [{ ...ticket, state: 'finished', endedAt: at }],
      servings: [serving],
      queues: [withPace(queueOf(state, data.queueId), data.occupiedMs)],
      windows: [
        {
          ...freed(window),
          lastFinished: { ticketId: ticket.id, at },
          finished: window.finished + 1,
          handledMs: window.handledMs + handlingMs(serving),
        },
      ],
    };
  },
  'finish-undone': (state, { data }) => {
    const ticket = ticketOf(state, data.ticketId);
    const window = windowOf(state, data.windowId);
    const serving = servingOf(state, ticket);
    return {
      tickets: [{ ...ticket, state: 'serving', endedAt: null }],
      servings: [{ ...serving, endedAt: null, end: null }],
      windows: [
        {
          ...window,
          ticketId: ticket.id,
          lastFinished: null,
          finished: window.finished - 1,
          handledMs: window.handledMs - handlingMs(serving),
        },
      ],
    };
  },
  'ticket-no-show': (state, { data, at }) => ({
    tickets: [{ ...ticketOf(state, data.ticketId), state: 'no-show', endedAt: at }],
    queues: [withPace(queueOf(state, data.queueId), data.occupiedMs)],
    windows: [freed(windowOf(state, data.windowId))],
  }),
  'ticket-returned': (state, event) => {
    const ticket = ticketOf(state, event.data.ticketId);
    return {
      tickets: [{ ...backToWaiting(ticket, event), rank: event.data.rank, returns: ticket.returns + 1, endedAt: null }],
      queues: [withWaiting(queueOf(state, event.data.queueId), 1)],
    };
  },
  'ticket-cancelled': (state, { data, at }) => ({
    tickets: [{ ...ticketOf(state, data.ticketId), state: 'cancelled', endedAt: at }],
    queues: [withWaiting(queueOf(state, data.queueId), -1)],
  }),
  'ticket-expired': (state, event) => {
    const { data, at } = event;
    const ticket = ticketOf(state, data.ticketId);
    const inServing = ticket.state === 'serving' || ticket.state === 'held';
    const window = data.windowId === null ? null : windowOf(state, data.windowId);
    return {
      tickets: [{ ...ticket, state: 'expired', endedAt: at }],
      ...(inServing ? { servings: [ended(servingOf(state, ticket), event, 'expired')] } : {}),
      ...(ticket.state === 'waiting' ? { queues: [withWaiting(queueOf(state, data.queueId), -1)] } : {}),
      ...(window === null
        ? {}
        : {
            windows: [
              {
                ...window,
                ticketId: window.ticketId === ticket.id ? null : window.ticketId,
                heldTicketIds: window.heldTicketIds.filter((id) => id !== ticket.id),
              },
            ],
          }),
    };
  },
};
