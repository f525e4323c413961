import type { DocketItem, LoopView } from '@shouwen/contracts/views/docket.schema';
import type { DisclosureView, OpinionView, OrderView } from '@shouwen/contracts/views/petition.schema';
import type { DocketContext } from '@shouwen/domain/docket/context';
import type { Disclosure } from '@shouwen/domain/disclosure/disclosure';
import type { Opinion } from '@shouwen/domain/opinion/opinion';
import { decidesFor, leads } from '@shouwen/domain/docket/own';
import type { FirstContact } from '@shouwen/domain/first-contact/first-contact';
import { mayCheck } from '@shouwen/domain/order/decide-order';
import type { Order } from '@shouwen/domain/order/order';
import type { Petition } from '@shouwen/domain/petition/petition';
import type { RatingLoop } from '@shouwen/domain/rating/loop';
import type { Rating } from '@shouwen/domain/rating/rating';
import { officer, type Present } from './present.ts';

const OWED: Readonly<Partial<Record<Petition['state'], DocketItem['owes']>>> = {
  'to-verify': 'verify',
  'to-rectify': 'rectify',
  'to-revisit': 'revisit',
  'to-take-up': 'take-up',
  'to-answer': 'reply',
  'to-tell': 'tell',
  'to-carry-out': 'carry-out',
};

/** What somebody owes on a petition: the step that it waits for, the decision of an appeal, or of more time. */
export function owesOfPetition(
  petition: Petition,
  contact: FirstContact,
  me: string,
  mine: readonly string[],
  context: DocketContext,
): DocketItem['owes'] {
  if (petition.concerned.includes(me)) return 'watch';
  if (petition.kind === 'order') {
    if (petition.state === 'to-check') return mayCheck(petition, contact, me, context) ? 'check' : 'watch';
  } else if (petition.kind === 'rating') {
    const appealed = petition.appeal !== null && petition.appeal.decided === null;
    if (appealed && leads(me, context) && petition.verified?.byId !== me) return 'decide-appeal';
  } else {
    const { moreTime, state } = petition;
    const asked = state === 'to-answer' && moreTime !== null && moreTime.approvedBy === null;
    if (asked && moreTime.askedBy !== me && decidesFor(contact.answerableId, me, context)) return 'approve';
  }
  return mine.includes(contact.answerableId) ? (OWED[petition.state] ?? 'watch') : 'watch';
}

/** What opinions and requests for disclosure have in common, as staff see it. */
function courseOf(
  { state, dueBy, named, moreTime, answered }: Opinion | Disclosure,
  { catalogue }: Present,
): Pick<OpinionView, 'state' | 'dueBy' | 'named' | 'moreTime' | 'answered'> {
  return {
    state,
    dueBy,
    named,
    moreTime: moreTime && {
      days: moreTime.days,
      askedBy: officer(moreTime.askedBy, catalogue),
      approvedBy: moreTime.approvedBy === null ? null : officer(moreTime.approvedBy, catalogue),
    },
    answered: answered && { by: officer(answered.byId, catalogue), day: answered.day, late: answered.late },
  };
}

export function toOpinion(opinion: Opinion, present: Present): OpinionView {
  const { subject, concerned, unavoidable, sendBackUntil, outcome, source } = opinion;
  const { staffId, windowId, departmentId, everybody } = subject;
  const named = (id: string) => officer(id, present.catalogue);
  return {
    ...courseOf(opinion, present),
    opinion: opinion.opinion,
    source,
    subject: { staff: staffId === null ? null : named(staffId), windowId, departmentId, everybody },
    concerned: concerned.map(named),
    unavoidable,
    sendBackUntil,
    outcome,
  };
}

export function toDisclosure(disclosure: Disclosure, present: Present): DisclosureView {
  const { applicant, openedDay, correction, outcome } = disclosure;
  return { ...courseOf(disclosure, present), applicant, openedDay, correction, outcome };
}

export function toOrder(order: Order, { catalogue }: Present): OrderView {
  const named = (id: string) => officer(id, catalogue);
  const { reported, checkedBy, givenBy } = order;
  return {
    state: order.state,
    cause: order.cause,
    inspectionId: order.inspectionId,
    point: order.point,
    windowId: order.windowId,
    givenBy: named(givenBy),
    dueBy: order.dueBy,
    days: order.days,
    reported: reported && { by: named(reported.byId), day: reported.day, late: reported.late },
    again: order.again,
    checkedBy: checkedBy === null ? null : named(checkedBy),
    photos: order.photos.map(({ id, type, at, byId, state }) => ({ id, type, at, by: named(byId), state })),
  };
}

export function toLoop(loop: RatingLoop, rating: Rating | null, { catalogue }: Present): LoopView | null {
  if (rating === null) return null;
  const { verified, appeal } = loop;
  return {
    ratingId: loop.ratingId,
    level: rating.level,
    dimensions: rating.dimensions,
    labels: [...rating.labels],
    form: rating.form,
    servingDay: rating.day,
    windowId: rating.windowId,
    rated: officer(rating.clerkId, catalogue),
    state: loop.state,
    dueBy: loop.dueBy,
    named: loop.named,
    finding: rating.finding,
    remedy: verified?.remedy ?? null,
    verifiedBy: verified ? officer(verified.byId, catalogue) : null,
    revisit: loop.revisit,
    reopened: loop.reopened,
    appealUntil: loop.appealUntil,
    appeal: appeal && {
      at: appeal.at,
      decideBy: appeal.decideBy,
      upheld: appeal.decided?.upheld ?? null,
      decidedBy: appeal.decided ? officer(appeal.decided.byId, catalogue) : null,
    },
    addedAt: rating.addedAt,
  };
}
