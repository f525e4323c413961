import type { DocketEventKind } from '../docket/events.ts';
import type { DocketEvolvers } from '../docket/evolve.ts';
import { needed, type Docket, type DocketChanges } from '../docket/state.ts';
import type { Order, OrderStand } from './order.ts';

type Kinds = Extract<DocketEventKind, `order-${string}`>;

function change(docket: Docket, contactId: string, by: (order: Order) => Partial<Order>): DocketChanges {
  const order = needed(docket.petitions, contactId, 'order') as Order;
  return { petitions: [{ ...order, ...by(order) }] };
}

const standOf = ({ state, dueBy, alarms }: OrderStand): OrderStand => ({ state, dueBy, alarms });

export const EVOLVE_ORDER: Pick<DocketEvolvers, Kinds> = {
  'order-given': (_docket, { day, data }) => ({
    petitions: [
      {
        kind: 'order',
        id: data.contactId,
        ...standOf(data),
        cause: data.cause,
        inspectionId: data.inspectionId,
        point: data.point,
        windowId: data.windowId,
        givenBy: data.byId,
        checkers: data.checkers,
        concerned: [],
        days: data.days,
        openedDay: day,
        reported: null,
        again: 0,
        checkedBy: null,
        photos: [],
        fired: {},
        endedAt: null,
      },
    ],
  }),
  'order-carried-out': (docket, { at, day, data }) =>
    change(docket, data.contactId, () => ({
      ...standOf(data),
      reported: { byId: data.byId, at, day, late: data.late },
    })),
  'order-sent-back': (docket, { data }) =>
    change(docket, data.contactId, ({ again }) => ({ ...standOf(data), again: again + 1 })),
  'order-done': (docket, { at, data }) =>
    change(docket, data.contactId, () => ({ ...standOf(data), checkedBy: data.byId, endedAt: at })),
  'order-photographed': (docket, { at, data }) =>
    change(docket, data.contactId, ({ photos, state }) => ({
      photos: [
        ...photos,
        { id: data.fileId, sha256: data.sha256, size: data.size, type: data.type, at, byId: data.byId, state },
      ],
    })),
};
