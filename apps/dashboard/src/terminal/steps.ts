import {
  callNext,
  closeWindow,
  finishServing,
  holdServing,
  markNoShow,
  pauseWindow,
  putBack,
  recall,
  resumeWindow,
  startServing,
  transferTicket,
  undoFinish,
} from '@shouwen/contracts/http/queue.operations';
import type { WindowAction } from '@shouwen/domain/hall/available-actions';

/** The operation behind each step of a window. */
export const OPERATION_OF = {
  'call-next': callNext,
  start: startServing,
  recall,
  'no-show': markNoShow,
  finish: finishServing,
  hold: holdServing,
  transfer: transferTicket,
  'put-back': putBack,
  'undo-finish': undoFinish,
  'pause-window': pauseWindow,
  'resume-window': resumeWindow,
  'close-window': closeWindow,
} as const satisfies Record<WindowAction, unknown>;
