import type { LoopState } from './loop.ts';

/** From which states a step of the loop is possible. Where it leads depends on what was found, see `decide-loop.ts`. */
export const LOOP_MOVES = {
  verify: ['to-verify'],
  rectify: ['to-rectify'],
  revisit: ['to-revisit'],
  appeal: ['to-rectify', 'to-revisit', 'to-publish'],
  'decide-appeal': ['to-rectify', 'to-revisit', 'to-publish'],
  publish: ['to-publish'],
} as const satisfies Record<string, readonly LoopState[]>;

export type LoopMove = keyof typeof LOOP_MOVES;

export const canMoveLoop = (state: LoopState, move: LoopMove): boolean =>
  (LOOP_MOVES[move] as readonly LoopState[]).includes(state);
