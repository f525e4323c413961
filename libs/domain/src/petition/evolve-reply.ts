import type { DocketEventKind } from '../docket/events.ts';
import type { DocketEvolvers } from '../docket/evolve.ts';
import { needed, type Docket, type DocketChanges } from '../docket/state.ts';
import type { Disclosure } from '../disclosure/disclosure.ts';
import type { Opinion } from '../opinion/opinion.ts';
import type { ReplyCourse, ReplyStand } from './reply.ts';

type Answered = Opinion | Disclosure;
type Kinds = Extract<DocketEventKind, `petition-${string}`>;

/** A change of a petition's course; `endedAt` follows from its state. */
export function replyChange<P extends Answered>(
  docket: Docket,
  { contactId, ...stand }: { contactId: string } & Partial<ReplyStand>,
  at: number,
  by: (petition: P) => Partial<P> = () => ({}),
): DocketChanges {
  const petition = needed(docket.petitions, contactId, 'petition') as P;
  const { state, dueBy, alarms } = stand;
  const moved: Partial<ReplyCourse> =
    state === undefined ? {} : { state, dueBy: dueBy!, alarms: alarms!, endedAt: state === 'closed' ? at : null };
  return { petitions: [{ ...petition, ...by(petition), ...moved }] };
}

/** What of an event says where the petition stands after it. */
export const standOf = ({ contactId, state, dueBy, alarms }: { contactId: string } & ReplyStand) => ({
  contactId,
  state,
  dueBy,
  alarms,
});

export const EVOLVE_REPLY: Pick<DocketEvolvers, Kinds> = {
  'petition-told': (docket, { at, data }) => replyChange(docket, standOf(data), at),
  'petition-time-asked': (docket, { at, data: { contactId, byId, days } }) =>
    replyChange(docket, { contactId }, at, () => ({ moreTime: { days, askedBy: byId, approvedBy: null } })),
  'petition-time-approved': (docket, { at, data }) =>
    replyChange(docket, standOf(data), at, ({ moreTime }) => ({ moreTime: { ...moreTime!, approvedBy: data.byId } })),
  'petition-time-declined': (docket, { at, data: { contactId } }) =>
    replyChange(docket, { contactId }, at, () => ({ moreTime: null })),
};
