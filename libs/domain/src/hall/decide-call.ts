import type { CallOrder, OutOfOrderReason } from '../event/hall-event.ts';
import type { WindowRule } from '../catalogue/catalogue.ts';
import { compareRank, smallestRank } from '../queue/rank.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { awaitedAt } from '../queue/waits-for.ts';
import { elapsed, SECOND } from '../time/instant.ts';
import { atWindow, ownTicket, ownWindow } from './at-window.ts';
import type { CommandOf } from './commands.ts';
import { type Context, type Decision, refuse } from './context.ts';
import type { Refusal } from './refusals.ts';
import type { HallState } from './state.ts';

/** Calls must be this far apart to count as calls (过号规则, DOMAIN §2). */
export const RECALL_AFTER_MS = 20 * SECOND;
/** No-show: at least this many calls, … */
export const NO_SHOW_CALLS = 3;
/** … and the last at least this long ago. */
export const NO_SHOW_AFTER_MS = 30 * SECOND;

/**
 * The ticket that a window calls next: smallest rank over its first-choice queues, passing over those awaited at another window;
 * when nobody is left, over the second-choice queues whose head has waited long enough.
 */
export function nextFor(
  state: HallState,
  rule: WindowRule,
  { now, catalogue }: Pick<Context, 'now' | 'catalogue'>,
): { ticket: Ticket; order: Exclude<CallOrder, 'chosen'> } | null {
  const may = (ticket: Ticket) => [null, rule.id].includes(awaitedAt(ticket, state.windows, catalogue.windows, now));
  const first = smallestRank(state, rule.firstQueues, may);
  if (first) return { ticket: first, order: 'first' };
  const heads = rule.secondQueues
    .map((queueId) => smallestRank(state, [queueId], may))
    .filter((head): head is Ticket => head !== null && now - head.waitingSince >= rule.secondAfterSeconds * SECOND)
    .sort(compareRank);
  return heads[0] ? { ticket: heads[0], order: 'second' } : null;
}

function freeWindow(state: HallState, command: { windowId: string; clerkId: string }): Refusal | null {
  const own = ownWindow(state, command);
  if ('refused' in own) return own;
  if (own.window.state === 'paused') return refuse('window-paused');
  if (own.window.ticketId !== null) return refuse('window-busy', { number: numberOf(state, own.window.ticketId) });
  return null;
}

const numberOf = (state: HallState, id: string) => state.tickets[id]?.number ?? id.slice(id.indexOf('.') + 1);

function called(
  ticket: Ticket,
  command: { windowId: string; clerkId: string },
  order: CallOrder,
  reason: OutOfOrderReason | null,
  kept: boolean,
): Decision {
  return { events: [{ kind: 'ticket-called', data: { ...atWindow(ticket, command), order, reason, kept } }] };
}

/** Why nobody is called: nobody waits, or only citizens who are awaited at another window — the first of them until `at`. */
function nobodyNow(state: HallState, rule: WindowRule | undefined): Refusal {
  const waiting = rule?.firstQueues.some((id) => (state.queues[id]?.waiting ?? 0) > 0);
  if (!waiting) return refuse('queue-empty');
  const at = smallestRank(state, rule!.firstQueues, () => true)?.waitsFor?.until;
  return refuse('all-awaited-elsewhere', at === undefined ? undefined : { at });
}

/** Calls the next citizen (叫号). */
export function decideCallNext(state: HallState, command: CommandOf<'call-next'>, context: Context): Decision {
  const refusal = freeWindow(state, command);
  if (refusal) return refusal;
  const rule = context.catalogue.windows[command.windowId];
  const next = rule ? nextFor(state, rule, context) : null;
  if (!next) return nobodyNow(state, rule);
  return called(next.ticket, command, next.order, null, true);
}

/** Calls a chosen ticket (指定叫号), with a reason; counts against order kept unless it was next anyway. */
export function decideCallChosen(state: HallState, command: CommandOf<'call-chosen'>, context: Context): Decision {
  const refusal = freeWindow(state, command);
  if (refusal) return refusal;
  const ticket = state.tickets[command.ticketId];
  if (!ticket) return refuse('unknown-ticket');
  if (ticket.state !== 'waiting') {
    return refuse('ticket-not-waiting', {
      number: ticket.number,
      ...(ticket.windowId && { windowId: ticket.windowId }),
    });
  }
  const rule = context.catalogue.windows[command.windowId];
  const next = rule ? nextFor(state, rule, context) : null;
  return called(ticket, command, 'chosen', command.reason, next?.ticket.id === ticket.id);
}

/** Calls again (重呼). */
export function decideRecall(state: HallState, command: CommandOf<'recall'>, { now }: Context): Decision {
  const own = ownTicket(state, command, ['called']);
  if ('refused' in own) return own;
  const againAt = own.ticket.lastCallAt! + RECALL_AFTER_MS;
  if (now < againAt) return refuse('recall-too-early', { at: againAt });
  return { events: [{ kind: 'ticket-recalled', data: { ...own.at, call: own.ticket.calls + 1 } }] };
}

/** Nobody came (没来、过号): three calls at least 20 s apart, the last at least 30 s ago. */
export function decideNoShow(state: HallState, command: CommandOf<'no-show'>, { now }: Context): Decision {
  const own = ownTicket(state, command, ['called']);
  if ('refused' in own) return own;
  const { ticket } = own;
  const callsLeft = Math.max(0, NO_SHOW_CALLS - ticket.calls);
  const at = ticket.lastCallAt! + (callsLeft > 0 ? callsLeft * RECALL_AFTER_MS : 0) + NO_SHOW_AFTER_MS;
  if (callsLeft > 0 || now < at) return refuse('no-show-too-early', { callsLeft, at });
  return { events: [{ kind: 'ticket-no-show', data: { ...own.at, occupiedMs: elapsed(ticket.calledAt!, now) } }] };
}
