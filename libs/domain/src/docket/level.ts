import type { CaseFile } from '../case/case.ts';
import type { FirstContact } from '../first-contact/first-contact.ts';
import type { Instant } from '../time/instant.ts';
import { STEP_ALARMS, type Petition } from '../petition/petition.ts';
import { CARD_LEVELS, LEVEL_OF, type CardKind, type CardLevel } from './card.ts';

/** An alarm that went off and has not been set again: its cause still stands. */
const stands = (
  on: { alarms: Readonly<Record<string, number>>; fired: Readonly<Record<string, number>> },
  kind: string,
) => on.fired[kind] !== undefined && on.alarms[kind] === undefined;

/** Alarms of a petition that went off and whose step has not been taken. */
const standing = ({ fired, alarms, dueBy, state }: Petition): Readonly<Record<string, number>> =>
  dueBy === null
    ? {}
    : Object.fromEntries(
        Object.entries(fired).filter(
          ([kind]) => (STEP_ALARMS[state] as readonly string[]).includes(kind) && !(kind in alarms),
        ),
      );

/** The gravest of the alarms that stand. */
function lateStep(petition: Petition): CardLevel | null {
  const levels = Object.keys(standing(petition)).map((kind) => LEVEL_OF[kind as CardKind]);
  return levels.reduce<CardLevel | null>(
    (gravest, level) =>
      gravest === null || CARD_LEVELS.indexOf(level) > CARD_LEVELS.indexOf(gravest) ? level : gravest,
    null,
  );
}

/** An urging order whose answer is overdue and still missing. */
const escalated = ({ urged, fired }: FirstContact): boolean =>
  urged.some(({ replyBy }) => replyBy <= (fired['reply-late'] ?? -Infinity));

/** How grave it is now: the gravest card whose cause still stands; `null` when nothing is wrong. */
export function levelOf(
  file: CaseFile | null,
  contact: FirstContact,
  petition: Petition | null = null,
): CardLevel | null {
  if (contact.closedAt !== null) return null;
  const late = petition === null ? null : lateStep(petition);
  if (late !== null) return late;
  const open = file && file.endedAt === null && file.decided === null ? file : null;
  if (open && stands(open as never, 'legal-red')) return 'legal-red';
  if (open && stands(open as never, 'red')) return 'red';
  if (file?.state === 'decided' && stands(file as never, 'delivery-late')) return 'red';
  if (contact.caseId === null && contact.toldAt === null && stands(contact as never, 'feedback-late')) return 'red';
  if (escalated(contact)) return 'red';
  if (contact.handOver && stands(contact as never, 'to-director')) return 'red';
  if (
    open &&
    (stands(open as never, 'yellow') || (open.state === 'suspended' && stands(open as never, 'suspension-overrun')))
  )
    return 'yellow';
  if (contact.handOver && stands(contact as never, 'to-supervisor')) return 'yellow';
  if (contact.awaitsAppointment) return 'yellow';
  if (open && stands(open as never, 'prompt')) return 'prompt';
  return null;
}

/** What somebody has to have done by when it goes red. `step`: the next step of a petition; `procedure`: the special procedure's end. */
export const LIMIT_KINDS = [
  'acknowledge',
  'tell',
  'reply',
  'step',
  'deliver',
  'accept',
  'procedure',
  'decide',
] as const;
export type LimitKind = (typeof LIMIT_KINDS)[number];

/** A limit that runs, or has passed and still stands. */
export interface NextLimit {
  what: LimitKind;
  at: Instant;
}

/**
 * What goes red first — or went —: what lists are ordered by. `null`: nothing limits it now (it stands still without a day, or waits
 * for the citizen).
 */
export function nextLimitOf(
  file: CaseFile | null,
  contact: FirstContact,
  petition: Petition | null = null,
): NextLimit | null {
  const running = file && file.decided === null ? file : null;
  const limits: [LimitKind, Instant | undefined][] = [
    ['acknowledge', contact.handOver ? (contact.alarms['to-supervisor'] ?? contact.fired['to-supervisor']) : undefined],
    [
      'tell',
      contact.caseId === null && contact.toldAt === null
        ? (contact.alarms['feedback-late'] ?? contact.fired['feedback-late'])
        : undefined,
    ],
    ...contact.urged.map(({ replyBy }): [LimitKind, Instant] => ['reply', replyBy]),
    ...Object.entries({ ...(petition && standing(petition)), ...petition?.alarms })
      .filter(([kind]) => kind !== 'answer-soon')
      .map(([, at]): [LimitKind, Instant] => ['step', at]),
    ['deliver', file?.state === 'decided' ? (file.alarms['delivery-late'] ?? file.fired['delivery-late']) : undefined],
    ['accept', running?.alarms.deemed],
    ['procedure', running?.state === 'suspended' ? suspendedUntil(running) : undefined],
    ['decide', running?.state === 'deciding' ? (running.alarms.red ?? running.fired.red) : undefined],
  ];
  let next: NextLimit | null = null;
  for (const [what, at] of limits) if (at !== undefined && (next === null || at < next.at)) next = { what, at };
  return next;
}

const suspendedUntil = ({ alarms, fired }: CaseFile): Instant | undefined =>
  alarms['suspension-overrun'] ?? fired['suspension-overrun'];
