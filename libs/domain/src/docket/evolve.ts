import { EVOLVE_CASE } from './evolve-case.ts';
import { EVOLVE_CONTACT } from './evolve-contact.ts';
import { EVOLVE_CARD } from './evolve-card.ts';
import { EVOLVE_SHEET } from '../questionnaire/evolve-sheet.ts';
import { EVOLVE_RATING } from '../rating/evolve-rating.ts';
import { EVOLVE_DISCLOSURE } from '../disclosure/evolve-disclosure.ts';
import { EVOLVE_OPINION } from '../opinion/evolve-opinion.ts';
import { EVOLVE_INSPECTION } from '../inspection/evolve-inspection.ts';
import { EVOLVE_ORDER } from '../order/evolve-order.ts';
import { EVOLVE_REPLY } from '../petition/evolve-reply.ts';
import type { DocketEvent, DocketEventKind, DocketEventOf } from './events.ts';
import type { Docket, DocketChanges } from './state.ts';

/** One function per kind of event: a new kind does not compile until it is handled. */
export type DocketEvolvers = { [K in DocketEventKind]: (docket: Docket, event: DocketEventOf<K>) => DocketChanges };

const EVOLVERS: DocketEvolvers = {
  ...EVOLVE_CASE,
  ...EVOLVE_CONTACT,
  ...EVOLVE_CARD,
  ...EVOLVE_RATING,
  ...EVOLVE_SHEET,
  ...EVOLVE_OPINION,
  ...EVOLVE_DISCLOSURE,
  ...EVOLVE_REPLY,
  ...EVOLVE_ORDER,
  ...EVOLVE_INSPECTION,
};

/** Kinds of event that belong to the docket; the rest of a hall's log is the queue's and the catalogue's. */
export const isDocketKind = (kind: string): kind is DocketEventKind => Object.hasOwn(EVOLVERS, kind);

/** What an event changes. Total over every event that the rules can give; throws on one that does not fit (a bug). */
export function docketChanges(docket: Docket, event: DocketEvent): DocketChanges {
  const evolver = EVOLVERS[event.kind] as (docket: Docket, event: DocketEvent) => DocketChanges;
  return evolver(docket, event);
}
