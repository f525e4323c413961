import type { DocketContext } from './context.ts';
import type { DocketEvent, NewDocketEvent } from './events.ts';
import { docketChanges } from './evolve.ts';
import { applyDocket, emptyDocket, type Docket, type MutableDocket } from './state.ts';

/**
 * One file of a docket that a decision of several steps writes ahead on: each step sees what the ones before it did. The docket itself
 * is untouched, and not copied: it may hold a year.
 */
export class Scratch {
  readonly docket: MutableDocket;
  readonly events: NewDocketEvent[] = [];

  constructor(
    { cases, contacts, petitions, ratings }: Docket,
    { caseId, contactId }: { caseId: string | null; contactId: string },
    private readonly context: DocketContext,
  ) {
    this.docket = emptyDocket() as MutableDocket;
    const contact = contacts[contactId];
    const file = caseId === null ? undefined : cases[caseId];
    if (contact) this.docket.contacts[contactId] = contact;
    if (file) this.docket.cases[file.id] = file;
    const petition = petitions[contactId];
    if (!petition) return;
    this.docket.petitions[contactId] = petition;
    const rating = petition.kind === 'rating' ? ratings[petition.ratingId] : undefined;
    if (rating) this.docket.ratings[rating.id] = rating;
  }

  add(events: readonly NewDocketEvent[]): void {
    const { day, now: at } = this.context;
    for (const event of events) {
      // Below nothing: a card given ahead is not taken for one that was given.
      const seq = -this.events.push(event);
      applyDocket(this.docket, docketChanges(this.docket, { ...event, seq, day, at } as DocketEvent));
    }
  }

  /** The given docket with what the steps changed. */
  over(docket: Docket): Docket {
    const { cases, contacts, cards, petitions, ratings, counters } = this.docket;
    return {
      ...docket,
      cases: { ...docket.cases, ...cases },
      contacts: { ...docket.contacts, ...contacts },
      cards: { ...docket.cards, ...cards },
      petitions: { ...docket.petitions, ...petitions },
      ratings: { ...docket.ratings, ...ratings },
      counters: { ...docket.counters, ...counters },
    };
  }
}
