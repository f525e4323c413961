import type { ErrorCode, Problem } from '@shouwen/contracts/errors';
import type { AlarmRefusal } from '@shouwen/domain/alarm/decide-alarm';
import type { ConductRefusal } from '@shouwen/domain/conduct/decide-conduct';
import type { DocketRefusal } from '@shouwen/domain/docket/refusals';
import type { Refusal } from '@shouwen/domain/hall/refusals';
import type { ScoreRefusal } from '@shouwen/domain/score/decide-score';

/** An answer “no” with a documented code; the filter turns it into a problem body in the caller's language. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly more: Pick<Problem, 'figures' | 'fields'> = {},
  ) {
    super(code);
  }

  static fromRefusal(refusal: Refusal | DocketRefusal | AlarmRefusal | ScoreRefusal | ConductRefusal): AppError {
    return new AppError(refusal.refused, refusal.detail ? { figures: refusal.detail } : {});
  }
}
