import type { DocketEventKind } from '../docket/events.ts';
import type { DocketEvolvers } from '../docket/evolve.ts';
import { needed, type Docket, type DocketChanges } from '../docket/state.ts';
import type { RatingLoop } from './loop.ts';
import type { Rating } from './rating.ts';

type Kinds = Extract<DocketEventKind, `rating-${string}` | `loop-${string}` | `appeal-${string}`>;

const loopChange = (docket: Docket, id: string, by: (loop: RatingLoop) => Partial<RatingLoop>): DocketChanges => {
  const loop = needed(docket.petitions, id, 'loop') as RatingLoop;
  return { petitions: [{ ...loop, ...by(loop) }] };
};

const ratingChange = (docket: Docket, id: string, change: Partial<Rating>): DocketChanges => ({
  ratings: [{ ...needed(docket.ratings, id, 'rating'), ...change }],
});

export const EVOLVE_RATING: Pick<DocketEvolvers, Kinds> = {
  'rating-cast': (_docket, { at, data }) => ({
    ratings: [
      {
        id: data.ratingId,
        ticketId: data.ticketId,
        servingN: data.servingN,
        day: data.servingDay,
        windowId: data.windowId,
        clerkId: data.clerkId,
        queueId: data.queueId,
        matterId: data.matterId,
        departmentId: data.departmentId,
        channel: data.channel,
        level: data.level,
        form: data.form,
        dimensions: data.dimensions,
        labels: data.labels,
        openMs: data.openMs,
        castAt: at,
        contactId: data.contactId,
        addedAt: null,
        finding: null,
      },
    ],
  }),
  'rating-added': (docket, { at, data }) => ratingChange(docket, data.ratingId, { addedAt: at }),
  'loop-opened': (_docket, { day, data }) => ({
    petitions: [
      {
        kind: 'rating',
        id: data.contactId,
        ratingId: data.ratingId,
        state: 'to-verify',
        concerned: data.concerned,
        named: data.named,
        openedDay: day,
        dueBy: data.dueBy,
        verified: null,
        rectifiedAt: null,
        reopened: 0,
        revisit: null,
        appealUntil: null,
        appeal: null,
        alarms: data.alarms,
        fired: {},
        endedAt: null,
      },
    ],
  }),
  'rating-verified': (docket, { at, day, data }) => {
    const { byId, finding, remedy, appealUntil, state, dueBy, alarms } = data;
    return {
      ...ratingChange(docket, data.ratingId, { finding }),
      ...loopChange(docket, data.contactId, () => ({
        verified: { byId, finding, remedy, day },
        rectifiedAt: remedy === 'at-once' ? at : null,
        appealUntil,
        state,
        dueBy,
        alarms,
      })),
    };
  },
  'rating-rectified': (docket, { at, data: { contactId, state, dueBy, alarms } }) =>
    loopChange(docket, contactId, () => ({ rectifiedAt: at, state, dueBy, alarms })),
  'rating-revisited': (docket, { data: { contactId, outcome, again, state, dueBy, alarms } }) =>
    loopChange(docket, contactId, (loop) => ({
      revisit: outcome,
      reopened: loop.reopened + (again ? 1 : 0),
      state,
      dueBy,
      alarms,
    })),
  'rating-appealed': (docket, { at, data: { contactId, byId, decideBy, alarms } }) =>
    loopChange(docket, contactId, () => ({ appeal: { byId, at, decideBy, decided: null }, alarms })),
  'appeal-decided': (docket, { at, data }) => {
    const { contactId, ratingId, byId, upheld, finding, state, dueBy, alarms } = data;
    return {
      ...(finding === null ? {} : ratingChange(docket, ratingId, { finding })),
      ...loopChange(docket, contactId, (loop) => ({
        appeal: { ...loop.appeal!, decided: { byId, upheld, at } },
        state,
        dueBy,
        alarms,
      })),
    };
  },
  'loop-published': (docket, { at, data }) =>
    loopChange(docket, data.contactId, () => ({ state: 'published', dueBy: null, alarms: {}, endedAt: at })),
};
