import type { DocketCommandOf } from '../docket/commands.ts';
import { closesOn, turnDown, type DocketContext, type DocketDecision } from '../docket/context.ts';
import type { NewDocketEvent } from '../docket/events.ts';
import type { Docket } from '../docket/state.ts';
import { DAY, MINUTE } from '../time/instant.ts';
import { handlerFor } from '../petition/concerned.ts';
import { openCard } from '../petition/open-card.ts';
import { isBad, RATING_LEVELS, type RatingChannel, type ServingFacts } from './rating.ts';

/** The pad asks about the last serving for so long after its end [ours]; afterwards the citizen has left the window. */
export const PAD_MS = 10 * MINUTE;

/** Until when a serving can be rated: at the pad for minutes, with the slip's code for days (DOMAIN §5). */
export function rateableUntil(serving: ServingFacts, channel: RatingChannel, { catalogue }: DocketContext): number {
  const ended = serving.endedAt!;
  return channel === 'pad' ? ended + PAD_MS : ended + catalogue.hall.limits.ratingOpenDays * DAY;
}

/**
 * Casts a rating (评价). It stands as it is: there is no second one, no change, no way back. A bad one opens its loop in the same
 * breath, with somebody who is not concerned.
 */
export function decideCast(
  docket: Docket,
  command: DocketCommandOf<'cast-rating'>,
  context: DocketContext,
): DocketDecision {
  const { ratingId, channel, level, form, dimensions, labels, openMs, named, words } = command;
  const serving = docket.servings[ratingId];
  // A pad asks about its own window alone.
  if (!serving || (channel === 'pad' && command.windowId !== serving.windowId)) return turnDown('unknown-serving');
  if (docket.ratings[ratingId]) return turnDown('already-rated');
  if (serving.endedAt === null) return turnDown('serving-not-ended');
  if (channel === 'pad' && !serving.lastAtWindow) return turnDown('rating-too-late');
  if (context.now >= rateableUntil(serving, channel, context)) return turnDown('rating-too-late');
  const known = context.catalogue.ratingForms[form];
  const fits =
    known !== undefined &&
    Object.entries(dimensions).every(([id, one]) => known.dimensions.includes(id) && RATING_LEVELS.includes(one)) &&
    labels.every((id) => known.labels.includes(id));
  if (!fits) return turnDown('rating-form-unknown');
  const { ticketId, servingN, day, windowId, clerkId, queueId, matterId } = serving;
  const departmentId =
    (matterId === null ? null : context.catalogue.matters[matterId]?.departmentId) ??
    context.catalogue.staff[clerkId]?.departmentId ??
    null;
  const cast = { ratingId, ticketId, servingN, servingDay: day, windowId, clerkId, queueId, matterId, departmentId };
  const said = { channel, level, form, dimensions, labels: [...new Set(labels)], openMs, named, words };
  if (!isBad(level)) return { events: [{ kind: 'rating-cast', data: { ...cast, ...said, contactId: null } }] };
  const loop = openLoop(docket, serving, departmentId, command, context);
  if (loop === null) return turnDown('nobody-on-duty');
  return {
    events: [{ kind: 'rating-cast', data: { ...cast, ...said, contactId: loop.contactId } }, ...loop.events],
  };
}

/** The card of a bad rating and its loop: from the first moment on somebody answers for it. */
function openLoop(
  docket: Docket,
  serving: ServingFacts,
  departmentId: string | null,
  { ratingId, channel, named }: DocketCommandOf<'cast-rating'>,
  context: DocketContext,
): { contactId: string; events: NewDocketEvent[] } | null {
  const { catalogue, calendar, day } = context;
  const concerned = [serving.clerkId];
  const handler = handlerFor(concerned, day, catalogue);
  if (handler === null) return null;
  const { contactId, event } = openCard(
    docket,
    {
      channel: channel === 'pad' ? 'window' : 'online',
      about: 'rating',
      receiverId: handler.id,
      matterId: serving.matterId,
      departmentId,
      // The slip's code opens the progress of everything that hangs on the ticket.
      ticketId: serving.ticketId,
    },
    context,
  );
  const dueBy = calendar.after(day, catalogue.hall.limits.verifyDays);
  return {
    contactId,
    events: [
      event,
      {
        kind: 'loop-opened',
        data: {
          contactId,
          ratingId,
          concerned,
          unavoidable: handler.unavoidable,
          named,
          dueBy,
          alarms: { 'verify-late': closesOn(dueBy, catalogue) },
        },
      },
    ],
  };
}

/** One addition (追评) by who cast it, while it could still be cast. */
export function decideAddToRating(
  docket: Docket,
  { ratingId, words }: DocketCommandOf<'add-to-rating'>,
  context: DocketContext,
): DocketDecision {
  const rating = docket.ratings[ratingId];
  const serving = docket.servings[ratingId];
  if (!rating || !serving) return turnDown('unknown-rating');
  if (rating.addedAt !== null) return turnDown('already-added');
  if (context.now >= rateableUntil(serving, 'phone', context)) return turnDown('rating-too-late');
  if (words === null) return turnDown('grounds-missing');
  return { events: [{ kind: 'rating-added', data: { ratingId, contactId: rating.contactId, words } }] };
}
