import type { CaseFile } from './case.ts';

/** A case before the acceptance that is taken back with it. */
const NOT_ACCEPTED = {
  accepted: null,
  promisedDays: 0,
  legalDays: 0,
  promisedLastDay: null,
  legalLastDay: null,
  provisional: false,
} as const;

/** The case as it stood before a serving closed it; its dates are counted anew. */
export function reopened(file: CaseFile): CaseFile {
  const before = file.closedFrom!;
  return {
    ...file,
    ...(before.state === 'received' ? NOT_ACCEPTED : {}),
    ...before,
    decided: null,
    deliveredAt: null,
    endedAt: null,
    broken: { promised: false, legal: false },
    closedFrom: null,
  };
}
