import type { Catalogue } from '../catalogue/catalogue.ts';
import type { NewQueueEvent } from '../event/hall-event.ts';
import type { OpenSpan } from '../time/opening-hours.ts';
import type { Instant } from '../time/instant.ts';
import type { Refusal, RefusalCode } from './refusals.ts';

/** What a decision knows besides the state: the moment, the catalogue, and when the hall is open on the state's day. */
export interface Context {
  now: Instant;
  catalogue: Catalogue;
  /** `null`: the hall stays closed on this day. */
  open: OpenSpan | null;
}

/** Events that follow from a command, or the refusal. */
export type Decision = { events: NewQueueEvent[] } | Refusal;

export const refuse = (refused: RefusalCode, detail?: Refusal['detail']): Refusal =>
  detail ? { refused, detail } : { refused };

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value;
