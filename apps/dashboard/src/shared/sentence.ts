import { personName, say, windowName, type ScreenLanguage } from '@shouwen/client/names';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { StaffBoard } from '@shouwen/contracts/views/board.schema';
import type { OutOfOrderReason } from '@shouwen/domain/event/hall-event';
import { SERVING_OUTCOMES, type ServingOutcome } from '@shouwen/domain/ticket/ticket';
import { PAUSE_REASONS, type PauseReason } from '@shouwen/domain/window/window';
import { OUT_OF_ORDER_REASONS } from '@shouwen/domain/event/hall-event';
import { isAlarmKind } from '@shouwen/domain/alarm/alarm';
import { isConductKind } from '@shouwen/domain/conduct/conduct';
import { isDocketKind } from '@shouwen/domain/docket/evolve';
import { isScoreKind } from '@shouwen/domain/score/score';
import type { Say } from '../i18n/text.ts';
import { zhCN } from '../i18n/zh-CN.supervision.ts';
import { alarmSentence } from '../alarms/alarm-words.ts';
import { recordSentence } from '../scores/record-sentence.ts';
import { docketSentence } from './docket-sentence.ts';

export interface SentenceWords {
  t: Say;
  lng: ScreenLanguage;
  catalogue: PublicCatalogue | undefined;
  staff: StaffBoard['staff'];
}

type Kind = keyof typeof zhCN.kinds;
const KINDS: ReadonlySet<string> = new Set(Object.keys(zhCN.kinds));

/** The number in a ticket id: `2026-11-24.A017` → `A017`. */
export const numberIn = (ticketId: unknown): string => String(ticketId ?? '').replace(/^.*?\./, '');

const oneOf = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find((one) => one === value);

/** An event of the log as a person says it. A kind without a sentence stands by its name: nothing of the log is ever hidden. */
export function sentenceOf(event: { kind: string; data: Record<string, unknown> }, words: SentenceWords): string {
  const { t, lng, catalogue, staff } = words;
  if (isDocketKind(event.kind)) return docketSentence(event, words);
  if (isAlarmKind(event.kind)) return alarmSentence(event, words);
  if (isScoreKind(event.kind) || isConductKind(event.kind)) return recordSentence(event, words);
  const { data } = event;
  const queue = catalogue?.queues.find(({ id }) => id === (data.toQueueId ?? data.queueId));
  const outcome = oneOf<ServingOutcome>(SERVING_OUTCOMES, data.outcome);
  const pause = oneOf<PauseReason>(PAUSE_REASONS, data.reason);
  const chosen = oneOf<OutOfOrderReason>(OUT_OF_ORDER_REASONS, data.reason);
  const reason = pause ? t(`terminal.pauses.${pause}`) : chosen ? t(`terminal.reasons.${chosen}`) : '';
  const kind = event.kind === 'ticket-called' && data.order === 'chosen' ? 'ticket-called-chosen' : event.kind;
  return t(`supervision.kinds.${(KINDS.has(kind) ? kind : 'other') as Kind}`, {
    kind: event.kind,
    number: typeof data.number === 'string' ? data.number : numberIn(data.ticketId),
    window: windowName(catalogue, typeof data.windowId === 'string' ? data.windowId : null, lng),
    clerk: personName(
      staff.find(({ id }) => id === data.clerkId),
      lng,
    ),
    queue: queue ? say(queue.name, lng) : '',
    outcome: outcome ? t(`terminal.outcomes.${outcome}`) : '',
    item: typeof data.kind === 'string' && typeof data.id === 'string' ? `${data.kind} ${data.id}` : '',
    call: typeof data.call === 'number' ? data.call : '',
    reason,
  });
}
