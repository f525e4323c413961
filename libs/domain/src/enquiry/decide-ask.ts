import type { Catalogue } from '../catalogue/catalogue.ts';
import type { DocketCommandOf } from '../docket/commands.ts';
import { closesOn, turnDown, type DocketContext, type DocketDecision } from '../docket/context.ts';
import type { Docket } from '../docket/state.ts';
import { onDuty } from '../first-contact/duty.ts';
import { handlerFor } from '../petition/concerned.ts';
import { openCard } from '../petition/open-card.ts';
import type { ServiceDay } from '../time/instant.ts';

/** Who receives what nobody received at a window: the guide on duty, who knows where things go; else whoever leads. */
function receiverOf(day: ServiceDay, catalogue: Catalogue): string | null {
  const guide = Object.values(catalogue.staff)
    .filter(({ id, role }) => role === 'guide' && onDuty(id, day, catalogue))
    .map(({ id }) => id)
    .sort()[0];
  return guide ?? handlerFor([], day, catalogue)?.id ?? null;
}

/** A question asked online (网上咨询): answered within one working day, on a page that number and code open. */
export function decideAskOnline(
  docket: Docket,
  { matterId, words }: DocketCommandOf<'ask-online'>,
  context: DocketContext,
): DocketDecision {
  const { catalogue, calendar, day } = context;
  if (words === null) return turnDown('grounds-missing');
  const matter = matterId === null ? null : catalogue.matters[matterId];
  if (matter === undefined) return turnDown('unknown-subject');
  const receiverId = receiverOf(day, catalogue);
  if (receiverId === null) return turnDown('nobody-on-duty');
  const feedbackBy = calendar.after(day, catalogue.hall.limits.enquiryOnlineDays);
  const { event } = openCard(
    docket,
    {
      channel: 'online',
      about: 'question',
      receiverId,
      matterId,
      departmentId: matter?.departmentId ?? null,
      feedbackBy,
      alarms: { 'feedback-late': closesOn(feedbackBy, catalogue) },
      words,
    },
    context,
  );
  return { events: [event] };
}
