import type { CaseState } from './case.ts';

/**
 * The life of a case, as a story (DOMAIN §3):
 * 1. materials are received; within five working days the office accepts, asks once for everything that is missing, or refuses —
 *    and when it does nothing, the case is accepted as of the day it was received;
 * 2. what was asked for is brought: received again;
 * 3. accepted, the clock runs; it stands still in a special procedure and goes on after it;
 * 4. before the limit it may be extended once; on or before the last day it is decided;
 * 5. the result is delivered;
 * 6. until the decision the applicant may withdraw and the office may terminate with a reason; what was asked for and does not
 *    come by its day counts as withdrawn.
 */
/** From which states a step is possible and where it leads; `null`: the state stays. */
export const CASE_MOVES = {
  accept: { from: ['received'], to: 'deciding' },
  deem: { from: ['received'], to: 'deciding' },
  'ask-supplement': { from: ['received'], to: 'supplement-asked' },
  resupply: { from: ['supplement-asked'], to: 'received' },
  refuse: { from: ['received'], to: 'refused' },
  attach: { from: ['received', 'supplement-asked', 'deciding', 'suspended', 'decided'], to: null },
  'bring-missing': { from: ['deciding', 'suspended'], to: null },
  suspend: { from: ['deciding'], to: 'suspended' },
  resume: { from: ['suspended'], to: 'deciding' },
  'ask-extension': { from: ['deciding'], to: 'deciding' },
  'approve-extension': { from: ['deciding'], to: 'deciding' },
  'decline-extension': { from: ['deciding'], to: 'deciding' },
  decide: { from: ['deciding'], to: 'decided' },
  deliver: { from: ['decided'], to: 'delivered' },
  withdraw: { from: ['received', 'supplement-asked', 'deciding', 'suspended'], to: 'withdrawn' },
  terminate: { from: ['received', 'supplement-asked', 'deciding', 'suspended'], to: 'terminated' },
} as const satisfies Record<string, { from: readonly CaseState[]; to: CaseState | null }>;

export type CaseMove = keyof typeof CASE_MOVES;

export const canMoveCase = (state: CaseState, move: CaseMove): boolean =>
  (CASE_MOVES[move].from as readonly CaseState[]).includes(state);
