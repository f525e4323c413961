import type { OfficeNamed } from '@shouwen/contracts/views/docket.schema';
import type { Progress } from '@shouwen/contracts/views/progress.schema';

/** What the citizen is told in writing at this point, on paper as on the phone. */
export type NoticeKind =
  | 'first-contact'
  | 'referred-out'
  | 'received'
  | 'supplement'
  | 'accepted'
  | 'accepted-missing'
  | 'suspended'
  | 'refused'
  | 'granted'
  | 'denied'
  | 'ended';

export interface Notice {
  kind: NoticeKind;
  /** When the step was taken that it tells of. */
  at: number;
  words: string | null;
  office: OfficeNamed | null;
  /** Refused or denied: how to appeal must be said with it (行政许可法 art. 32, 38). */
  appeal: boolean;
  /** What is missing does not come by its day: the application counts as withdrawn. */
  otherwiseWithdrawn: boolean;
}

/** The event that each notice tells of; its words are the notice's, those of earlier steps are not repeated. */
const STEP_OF: Readonly<Record<NoticeKind, string>> = {
  'first-contact': 'contact-registered',
  'referred-out': 'contact-settled',
  received: 'case-received',
  supplement: 'supplement-asked',
  accepted: 'case-accepted',
  'accepted-missing': 'case-accepted',
  suspended: 'case-suspended',
  refused: 'case-refused',
  granted: 'case-decided',
  denied: 'case-decided',
  ended: 'case-terminated',
};

function kindOf({ isCase, state, result, settled, missing }: Progress): NoticeKind {
  if (!isCase) return settled === 'referred-out' ? 'referred-out' : 'first-contact';
  if (result) return result;
  switch (state) {
    case 'received':
      return 'received';
    case 'supplement-asked':
      return 'supplement';
    case 'suspended':
      return 'suspended';
    case 'refused':
      return 'refused';
    case 'deciding':
      return missing.length > 0 ? 'accepted-missing' : 'accepted';
    default:
      return 'ended';
  }
}

/** Which notice a matter is at, with what was written for it. */
export function noticeOf(progress: Progress): Notice {
  const kind = kindOf(progress);
  const step = STEP_OF[kind];
  const said = progress.words.findLast((one) => one.kind === step);
  return {
    kind,
    at: progress.steps.findLast((one) => one.kind === step)?.at ?? progress.receivedAt,
    words: said?.words ?? null,
    office: said?.office ?? null,
    appeal: kind === 'refused' || kind === 'denied',
    otherwiseWithdrawn: kind === 'supplement' || kind === 'accepted-missing',
  };
}
