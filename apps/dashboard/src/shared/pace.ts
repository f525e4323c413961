import type { WindowTicket } from '@shouwen/contracts/views/board.schema';

/** From this share of the standard on the clock warns (快到标准, DOMAIN §6). */
export const WARN_SHARE = 0.8;

export type Pace = 'within' | 'near' | 'over';

/** Handling so far without holds, ms; `null` before the citizen is at the window. */
export function handledMs(ticket: WindowTicket, now: number): number | null {
  if (ticket.startedAt === null) return null;
  const holding = ticket.heldSince === null ? 0 : now - ticket.heldSince;
  return Math.max(0, now - ticket.startedAt - ticket.heldMs - holding);
}

/** Where a serving stands against the published standard of its matter: amber at 80 %, red at 100 % (DOMAIN §2). */
export function paceOf(ticket: WindowTicket, now: number): Pace {
  const share = (handledMs(ticket, now) ?? 0) / 1000 / ticket.standardSeconds;
  return share >= 1 ? 'over' : share >= WARN_SHARE ? 'near' : 'within';
}
