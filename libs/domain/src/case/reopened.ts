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

/** The case as it stood before a serving closed it. */
export function reopened(file: CaseFile): CaseFile {
  const state = file.closedFrom!;
  return {
    ...file,
    ...(state === 'received' ? NOT_ACCEPTED : {}),
    state,
    decided: null,
    deliveredAt: null,
    endedAt: null,
    broken: { promised: false, legal: false },
    closedFrom: null,
  };
}
