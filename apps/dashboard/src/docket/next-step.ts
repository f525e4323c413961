import type { DocketFile } from '@shouwen/contracts/views/docket.schema';
import type { FileAction } from './action-fields.ts';

/** What pays each debt, the first possible one stands out. */
const PAYS: Readonly<Record<DocketFile['owes'], readonly FileAction[]>> = {
  acknowledge: ['acknowledge'],
  appoint: ['appoint'],
  approve: ['approve-extension', 'approve-time'],
  deliver: ['deliver-case'],
  tell: ['tell-citizen'],
  handle: ['accept-case', 'bring-materials', 'resume-case', 'decide-case', 'answer'],
  verify: ['verify-rating'],
  rectify: ['rectify-rating'],
  revisit: ['revisit-rating'],
  'decide-appeal': ['decide-appeal'],
  'take-up': ['take-up-opinion'],
  reply: ['answer-opinion', 'answer-disclosure', 'bring-correction', 'tell-petition'],
  'carry-out': ['carry-out-order'],
  check: ['check-order'],
  watch: [],
};
/** Steps that take something away: aside and last. */
const AWAY: ReadonlySet<FileAction> = new Set(['withdraw-case', 'terminate-case', 'refuse-case']);

export interface Step {
  action: FileAction;
  look: 'next' | 'other' | 'away';
}

/** The possible steps as they are shown: the one that comes next first, those that end it last. */
export function stepsInOrder(file: Pick<DocketFile, 'owes' | 'level'>, possible: readonly FileAction[]): Step[] {
  const grave = file.level !== null && file.level !== 'prompt';
  const wanted = file.owes === 'watch' && grave ? (['urge'] as const) : PAYS[file.owes];
  const next = wanted.find((action) => possible.includes(action));
  const rank = { next: 0, other: 1, away: 2 };
  return possible
    .map((action): Step => ({ action, look: action === next ? 'next' : AWAY.has(action) ? 'away' : 'other' }))
    .sort((a, b) => rank[a.look] - rank[b.look]);
}
