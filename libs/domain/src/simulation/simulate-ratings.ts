import { ratingIdOf, type ServingFacts } from '../rating/rating.ts';
import type { Instant } from '../time/instant.ts';
import type { Saying } from './citizen-says.ts';
import type { Happening } from './petitions-play.ts';

/** A serving that ended, and what its citizen says about it. */
export interface RatedServing {
  serving: ServingFacts & { endedAt: Instant };
  says: Saying;
}

/** The citizen rates, on the hall's form of this version. */
export function ratingOf({ serving, says }: RatedServing, form: number): Happening {
  const { channel, level, dimensions, labels, openMs, text, telephone } = says;
  const ratingId = ratingIdOf(serving.ticketId, serving.servingN);
  const command = {
    type: 'cast-rating',
    ratingId,
    channel,
    windowId: channel === 'pad' ? serving.windowId : null,
    level,
    form,
    dimensions,
    labels,
    openMs,
    named: telephone !== null,
    words: null,
  } as const;
  const said = { ...(text && { text }), ...(telephone !== null && { telephone }) };
  return {
    at: serving.endedAt + says.afterMs,
    run: (play) => {
      play.docket.servings = { [ratingId]: serving };
      play.do({ command, said: Object.keys(said).length > 0 ? said : null });
    },
  };
}
