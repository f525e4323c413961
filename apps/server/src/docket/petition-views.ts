import type { DocketItem, LoopView } from '@shouwen/contracts/views/docket.schema';
import type { DocketContext } from '@shouwen/domain/docket/context';
import { leads } from '@shouwen/domain/docket/own';
import type { FirstContact } from '@shouwen/domain/first-contact/first-contact';
import type { Petition } from '@shouwen/domain/petition/petition';
import type { RatingLoop } from '@shouwen/domain/rating/loop';
import type { Rating } from '@shouwen/domain/rating/rating';
import { officer, type Present } from './present.ts';

/** What somebody owes on a petition: the step that it waits for, or the decision of an appeal. */
export function owesOfPetition(
  petition: Petition,
  contact: FirstContact,
  me: string,
  mine: readonly string[],
  context: DocketContext,
): DocketItem['owes'] {
  if (petition.concerned.includes(me)) return 'watch';
  const appealed = petition.appeal !== null && petition.appeal.decided === null;
  if (appealed && leads(me, context) && petition.verified?.byId !== me) return 'decide-appeal';
  if (!mine.includes(contact.answerableId)) return 'watch';
  return (
    ({ 'to-verify': 'verify', 'to-rectify': 'rectify', 'to-revisit': 'revisit' } as const)[petition.state as never] ??
    'watch'
  );
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
