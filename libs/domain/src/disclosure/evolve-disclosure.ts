import type { DocketEventKind } from '../docket/events.ts';
import type { DocketEvolvers } from '../docket/evolve.ts';
import { replyChange, standOf } from '../petition/evolve-reply.ts';
import type { Disclosure } from './disclosure.ts';

type Kinds = Extract<DocketEventKind, `disclosure-${string}`>;

export const EVOLVE_DISCLOSURE: Pick<DocketEvolvers, Kinds> = {
  'disclosure-registered': (_docket, { day, data }) => ({
    petitions: [
      {
        kind: 'disclosure',
        id: data.contactId,
        applicant: data.applicant,
        concerned: [],
        named: true,
        openedDay: day,
        countsFrom: day,
        correction: null,
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
  'disclosure-correction-asked': (docket, { at, day, data }) =>
    replyChange<Disclosure>(docket, standOf(data), at, () => ({
      correction: { askedDay: day, broughtDay: null },
      moreTime: null,
    })),
  'disclosure-corrected': (docket, { at, day, data }) =>
    replyChange<Disclosure>(docket, standOf(data), at, ({ correction }) => ({
      correction: { ...correction!, broughtDay: day },
      countsFrom: day,
    })),
  'disclosure-answered': (docket, { at, day, data }) =>
    replyChange<Disclosure>(docket, standOf(data), at, () => ({
      outcome: data.outcome,
      answered: { byId: data.byId, at, day, late: data.late },
    })),
};
