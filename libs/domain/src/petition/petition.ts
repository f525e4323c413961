import type { Disclosure } from '../disclosure/disclosure.ts';
import type { Opinion } from '../opinion/opinion.ts';
import { ORDER_ALARMS, type Order, type OrderAlarm, type OrderState } from '../order/order.ts';
import type { LoopAlarm, LoopState, RatingLoop } from '../rating/loop.ts';
import { LOOP_ALARMS } from '../rating/loop.ts';
import { REPLY_ALARMS, type ReplyAlarm, type ReplyState } from './reply.ts';

/**
 * A petition (诉求): something that the hall owes an answer to beyond the question itself — the loop of a bad rating, an opinion, a
 * request for disclosure; and what it owes itself: an order to put right or to answer. It hangs on a first-contact card, whose answerable person handles it; its number is the card's.
 */
export type Petition = RatingLoop | Opinion | Disclosure | Order;
export type PetitionKind = Petition['kind'];
export type PetitionOf<K extends PetitionKind> = Extract<Petition, { kind: K }>;
export type PetitionState = LoopState | ReplyState | OrderState;
export type PetitionAlarm = LoopAlarm | ReplyAlarm | OrderAlarm;

export const PETITION_ALARMS: readonly PetitionAlarm[] = [...LOOP_ALARMS, ...REPLY_ALARMS, ...ORDER_ALARMS];

/** Alarms at which the clock takes a step by itself and nobody gets a card. */
export const QUIET_ALARMS: readonly PetitionAlarm[] = ['publish'];

/** The alarms of the step that a petition waits for. */
export const STEP_ALARMS: Readonly<Record<PetitionState, readonly PetitionAlarm[]>> = {
  'to-verify': ['verify-late'],
  'to-rectify': ['rectify-late'],
  'to-revisit': ['revisit-late'],
  'to-publish': ['appeal-late'],
  published: [],
  'to-take-up': ['take-up-late'],
  'to-correct': ['correction-late'],
  'to-answer': ['answer-soon', 'answer-late'],
  'to-tell': ['tell-late'],
  'to-carry-out': ['carry-out-late'],
  'to-check': ['check-late'],
  closed: [],
};

export const isPetitionAlarm = (kind: string): kind is PetitionAlarm =>
  (PETITION_ALARMS as readonly string[]).includes(kind);
