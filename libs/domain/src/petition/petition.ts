import type { LoopAlarm, LoopState, RatingLoop } from '../rating/loop.ts';
import { LOOP_ALARMS } from '../rating/loop.ts';

/**
 * A petition (诉求): something a citizen said that the hall owes an answer to beyond the question itself. It hangs on a first-contact card,
 * whose answerable person handles it; its number is the card's.
 */
export type Petition = RatingLoop;
export type PetitionKind = Petition['kind'];
export type PetitionState = LoopState;
export type PetitionAlarm = LoopAlarm;

export const PETITION_ALARMS: readonly PetitionAlarm[] = LOOP_ALARMS;

/** Alarms at which the clock takes a step by itself and nobody gets a card. */
export const QUIET_ALARMS: readonly PetitionAlarm[] = ['publish'];

export const isPetitionAlarm = (kind: string): kind is PetitionAlarm =>
  (PETITION_ALARMS as readonly string[]).includes(kind);
