import type { Progress } from '@shouwen/contracts/views/progress.schema';
import type { RefusalGround } from '@shouwen/domain/case/case';
import type { Petition } from '@shouwen/domain/petition/petition';
import { officeIn } from './applicant.ts';
import { refOf, type HeldWhole } from './docket-reader.ts';
import { clockOf } from './clock-view.ts';
import { toItem } from './docket-views.ts';
import type { Present } from './present.ts';

/** Steps that the citizen is shown; urging, cards and refused hand-overs are the office's own affair. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  'contact-registered': ['channel'],
  'contact-acknowledged': ['byId'],
  'contact-appointed': ['toId'],
  'contact-settled': ['how'],
  'citizen-told': [],
  'case-received': [],
  'case-accepted': ['how', 'promisedDays', 'promisedLastDay', 'missingBy'],
  'supplement-asked': ['missing', 'bringBy'],
  'supplement-brought': [],
  'missing-brought': [],
  'case-refused': ['ground'],
  'case-suspended': ['kind', 'expectedEnd'],
  'case-resumed': ['promisedLastDay'],
  'extension-approved': ['days', 'promisedLastDay'],
  'case-decided': ['result'],
  'case-delivered': [],
  'case-reopened': [],
  'case-withdrawn': [],
  'case-terminated': [],
  'breach-explained': ['reason'],
  'dates-moved': ['cause', 'promisedLastDay'],
  'loop-opened': ['dueBy'],
  'rating-verified': ['finding', 'remedy', 'dueBy'],
  'rating-rectified': [],
  'rating-revisited': ['outcome', 'again'],
  'appeal-decided': ['upheld', 'finding'],
  'loop-published': [],
  'opinion-registered': ['dueBy'],
  'opinion-taken-up': ['taken', 'dueBy'],
  'opinion-sent-back': [],
  'opinion-answered': [],
  'disclosure-registered': ['dueBy'],
  'disclosure-correction-asked': ['dueBy'],
  'disclosure-corrected': ['dueBy'],
  'disclosure-answered': ['outcome'],
  'petition-told': [],
  'petition-time-approved': ['days', 'dueBy'],
};
/** Words that are written to the citizen. */
const TOLD = [
  'supplement-asked',
  'case-refused',
  'case-suspended',
  'case-decided',
  'case-terminated',
  'breach-explained',
  'contact-settled',
  'citizen-told',
  'rating-verified',
  'rating-rectified',
  'appeal-decided',
  'opinion-taken-up',
  'opinion-sent-back',
  'opinion-answered',
  'disclosure-correction-asked',
  'disclosure-answered',
];

/** What citizens follow: an order is the hall's own affair, and has no code. */
type Followed = Exclude<Petition, { kind: 'order' }>;

const petitionOf = (petition: Followed): Progress['petition'] =>
  petition.kind === 'rating'
    ? { kind: 'rating', finding: petition.verified?.finding ?? null, revisit: petition.revisit }
    : petition.kind === 'opinion'
      ? { kind: 'opinion', opinion: petition.opinion, outcome: petition.outcome }
      : { kind: 'disclosure', outcome: petition.outcome };

/** A case or first contact as the citizen sees it with the code: facts, names in office, words written to them. */
export function toProgress(
  held: Omit<HeldWhole, 'petition'> & { petition: Followed | null },
  present: Present,
): Progress {
  const { contact, file, petition, story, words } = held;
  const { catalogue } = present;
  const item = toItem(held, '', [], present);
  const guide = catalogue.published.matters.find(({ id }) => id === item.matterId)?.guide;
  return {
    number: item.number,
    isCase: file !== null,
    matterId: item.matterId,
    state: file?.state ?? petition?.state ?? (contact.settled ? 'settled' : 'open'),
    receivedAt: contact.registeredAt,
    firstReceiver: item.firstReceiver,
    answerable: item.actsFor ?? item.answerable,
    offered: contact.handOver !== null,
    limits: file ? clockOf(file, present) : null,
    missing:
      file && file.endedAt === null
        ? (guide?.materials ?? []).filter(({ id }) => file.missing.includes(id)).map(({ name }) => name)
        : [],
    missingBy: file?.missingBy ?? null,
    feedbackBy: petition?.dueBy ?? contact.feedbackBy,
    petition: petition && petitionOf(petition),
    result: file?.decided?.result ?? null,
    ground: (story.find(({ kind }) => kind === 'case-refused')?.data['ground'] as RefusalGround | undefined) ?? null,
    settled: contact.settled?.how ?? null,
    broken: file !== null && (file.broken.promised || ['red', 'legal-red'].includes(item.level ?? '')),
    breachReason: file?.breachReason ?? null,
    words: story.flatMap((event) => {
      const said = TOLD.includes(event.kind) ? words.get(refOf(event.data) ?? '') : undefined;
      const [text, office] = [said?.['text'] ?? null, officeIn(said)];
      return text !== null || office ? [{ at: event.at, kind: event.kind, words: text, office }] : [];
    }),
    steps: story.flatMap(({ at, kind, data }) => {
      const fields = SHOWN[kind];
      return fields ? [{ at, kind, data: Object.fromEntries(fields.map((field) => [field, data[field]])) }] : [];
    }),
    complaintTelephone: catalogue.published.hall.complaintTelephone,
  };
}
