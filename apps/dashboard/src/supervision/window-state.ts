import type { StaffWindow } from '@shouwen/contracts/views/board.schema';
import { handledMs, paceOf } from '../shared/pace.ts';

/** What a window is doing, in the one word that stands on it (在办、快到标准、超标准、空闲、暂停、离岗、未开). */
export type PlanState = 'closed' | 'open' | 'called' | 'serving' | 'near' | 'over' | 'paused' | 'away';

export function stateOf(window: StaffWindow, now: number): PlanState {
  if (window.state !== 'open') return window.state;
  if (window.awaySince !== null) return 'away';
  if (!window.ticket) return 'open';
  if (handledMs(window.ticket, now) === null) return 'called';
  const pace = paceOf(window.ticket, now);
  return pace === 'within' ? 'serving' : pace;
}
