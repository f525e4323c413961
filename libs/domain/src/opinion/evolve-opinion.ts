import type { DocketEventKind } from '../docket/events.ts';
import type { DocketEvolvers } from '../docket/evolve.ts';
import { replyChange, standOf } from '../petition/evolve-reply.ts';
import type { Opinion } from './opinion.ts';

type Kinds = Extract<DocketEventKind, `opinion-${string}`>;

export const EVOLVE_OPINION: Pick<DocketEvolvers, Kinds> = {
  'opinion-registered': (_docket, { day, data }) => ({
    petitions: [
      {
        kind: 'opinion',
        id: data.contactId,
        opinion: data.opinion,
        source: data.source,
        subject: data.subject,
        concerned: data.concerned,
        unavoidable: data.unavoidable,
        named: data.named,
        openedDay: day,
        countsFrom: day,
        sendBackUntil: data.sendBackUntil,
        takenUpAt: null,
        moreTime: null,
        answered: null,
        outcome: null,
        state: data.state,
        dueBy: data.dueBy,
        alarms: data.alarms,
        fired: {},
        endedAt: null,
      },
    ],
  }),
  'opinion-taken-up': (docket, { at, day, data }) =>
    replyChange<Opinion>(docket, standOf(data), at, () =>
      data.taken
        ? { takenUpAt: at, countsFrom: day }
        : { outcome: 'not-taken-up', answered: { byId: data.byId, at, day, late: data.late } },
    ),
  'opinion-sent-back': (docket, { at, day, data }) =>
    replyChange<Opinion>(docket, standOf(data), at, () => ({
      outcome: 'sent-back',
      answered: { byId: data.byId, at, day, late: false },
    })),
  'opinion-answered': (docket, { at, day, data }) =>
    replyChange<Opinion>(docket, standOf(data), at, () => ({
      outcome: 'answered',
      answered: { byId: data.byId, at, day, late: data.late },
    })),
};
