/** Every answer “no” of the queue's rules. The sentence for the caller is in the contracts, the HTTP status beside it. */
export const REFUSALS = [
  'unknown-queue',
  'unknown-matter',
  'unknown-window',
  'unknown-ticket',
  'unknown-appointment',
  'hall-closed',
  'day-closed',
  'queue-full',
  'queue-past-closing',
  'window-not-open',
  'window-paused',
  'window-taken',
  'window-busy',
  'window-has-held-tickets',
  'not-your-window',
  'clerk-elsewhere',
  'queue-empty',
  'all-awaited-elsewhere',
  'no-ticket-at-window',
  'ticket-not-waiting',
  'ticket-not-called',
  'ticket-not-serving',
  'ticket-not-held',
  'ticket-not-no-show',
  'ticket-already-returned',
  'ticket-elsewhere',
  'no-show-too-early',
  'recall-too-early',
  'undo-too-late',
  'same-queue',
  'appointment-too-early',
  'appointment-used',
  'slot-not-open',
] as const;

export type RefusalCode = (typeof REFUSALS)[number];

/** A command that the rules turn down: nothing happened. `detail` holds figures for the sentence, e.g. when it will be possible. */
export interface Refusal {
  refused: RefusalCode;
  detail?: Readonly<Record<string, string | number>>;
}
