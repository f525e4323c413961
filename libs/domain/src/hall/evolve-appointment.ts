import type { Evolvers } from './evolvers.ts';

/** What each event about an appointment changes; the check-in itself is a `ticket-issued`. */
export const EVOLVE_APPOINTMENT: Pick<Evolvers, Extract<keyof Evolvers, `appointment-${string}`>> = {
  'appointment-booked': (_state, { data }) => ({
    appointments: [
      {
        id: data.appointmentId,
        day: data.slotDay,
        slotAt: data.slotAt,
        queueId: data.queueId,
        matterId: data.matterId,
        state: 'booked',
        ticketId: null,
      },
    ],
  }),
  'appointment-cancelled': (state, { data }) => ({
    appointments: [{ ...state.appointments[data.appointmentId]!, state: 'cancelled' }],
  }),
};
