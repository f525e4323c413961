import type { CommandOf, HallCommand, HallCommandType } from './commands.ts';
import type { Context, Decision } from './context.ts';
import { decideCallChosen, decideCallNext, decideNoShow, decideRecall } from './decide-call.ts';
import { decideCancel, decideCloseDay, decideReturn } from './decide-citizen.ts';
import { decideBook, decideCancelAppointment, decideCheckIn, decideIssue } from './decide-issue.ts';
import {
  decideFinish,
  decideHold,
  decidePutBack,
  decideResume,
  decideStart,
  decideTransfer,
  decideUndoFinish,
} from './decide-serve.ts';
import {
  decideCloseWindow,
  decideMarkAway,
  decideMarkBack,
  decideOpenWindow,
  decidePause,
  decideResumeWindow,
} from './decide-window.ts';
import type { HallState } from './state.ts';

type Deciders = {
  [K in HallCommandType]: (state: HallState, command: CommandOf<K>, context: Context) => Decision;
};

const DECIDERS: Deciders = {
  'issue-ticket': decideIssue,
  'check-in': decideCheckIn,
  'book-appointment': decideBook,
  'cancel-appointment': decideCancelAppointment,
  'call-next': decideCallNext,
  'call-chosen': decideCallChosen,
  recall: decideRecall,
  start: decideStart,
  hold: decideHold,
  resume: decideResume,
  transfer: decideTransfer,
  'put-back': decidePutBack,
  finish: decideFinish,
  'undo-finish': decideUndoFinish,
  'no-show': decideNoShow,
  'return-ticket': decideReturn,
  'cancel-ticket': decideCancel,
  'open-window': decideOpenWindow,
  'close-window': decideCloseWindow,
  'pause-window': decidePause,
  'resume-window': decideResumeWindow,
  'mark-away': decideMarkAway,
  'mark-back': decideMarkBack,
  'close-day': decideCloseDay,
};

/** What follows from a command: events, or a refusal and nothing. Pure: same state, command and moment, same answer. */
export function decide(state: HallState, command: HallCommand, context: Context): Decision {
  const decider = DECIDERS[command.type] as (state: HallState, command: HallCommand, context: Context) => Decision;
  return decider(state, command, context);
}
