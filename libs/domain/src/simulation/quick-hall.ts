import type { Catalogue, MatterRule } from '../catalogue/catalogue.ts';
import type { MutableHallState } from '../hall/changes.ts';
import type { CommandOf, HallCommand } from '../hall/commands.ts';
import { refuse, type Context } from '../hall/context.ts';
import { nextFor } from '../hall/decide-call.ts';
import { issuingRefusal } from '../hall/decide-issue.ts';
import { morningOf } from '../hall/evolve.ts';
import type { Refusal } from '../hall/refusals.ts';
import { RETURN_HEAD_START_MS, rankAtIssue } from '../queue/head-start.ts';
import { withPace } from '../queue/queue-day.ts';
import { compareRank } from '../queue/rank.ts';
import { queueStandardSeconds } from '../queue/standard.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { OpenSpan } from '../time/opening-hours.ts';
import type { Instant, ServiceDay } from '../time/instant.ts';
import type { WindowDay } from '../window/window.ts';

/** A command that was done, and the ticket that it was about. */
export interface Done {
  ticket: Ticket | null;
}

/**
 * A simulated day kept in place, without events: who is called next and who still gets a number is asked of the hall's own rules, the rest
 * is bookkeeping. Of those who wait a window is shown the first of each queue, as the server does. Several times as fast as the whole rules,
 * which a test plays beside it command by command; `simulateDay` is for days that are written down.
 */
export class QuickHall {
  private readonly state: MutableHallState;
  private readonly waiting = new Map<string, Ticket[]>();
  private readonly tickets = new Map<string, Ticket>();
  private readonly heldSince = new Map<string, Instant>();
  private readonly context: Context;
  private seq = 0;

  constructor(
    catalogue: Catalogue,
    open: OpenSpan,
    private readonly day: ServiceDay,
  ) {
    this.state = morningOf(catalogue, day) as MutableHallState;
    for (const id of Object.keys(catalogue.queues)) this.waiting.set(id, []);
    this.context = { now: 0, open, catalogue: { ...catalogue, matters: oneMatterEach(catalogue) } };
  }

  /** Who has a number and was not called. */
  stillWaiting(): Ticket[] {
    return [...this.waiting.values()].flat();
  }

  execute(command: HallCommand, now: Instant): Refusal | Done {
    this.context.now = now;
    switch (command.type) {
      case 'issue-ticket':
        return this.issue(command, now);
      case 'cancel-ticket':
        return this.cancel(this.tickets.get(command.ticketId)!, now);
      case 'return-ticket':
        return this.return(this.tickets.get(command.ticketId)!, now);
      case 'close-day':
      case 'check-in':
      case 'book-appointment':
      case 'cancel-appointment':
        throw new Error(`nobody gives ${command.type} on a simulated day`);
      default:
        return this.atWindow(command, this.state.windows[command.windowId]!, now);
    }
  }

  private atWindow(
    command: Extract<HallCommand, { windowId: string }>,
    window: WindowDay,
    now: Instant,
  ): Refusal | Done {
    const ticket = window.ticketId === null ? null : this.tickets.get(window.ticketId)!;
    switch (command.type) {
      case 'open-window':
        if (window.state !== 'closed') return refuse('window-taken');
        window.state = 'open';
        return { ticket: null };
      case 'close-window':
        if (ticket) return refuse('window-busy');
        if (window.heldTicketIds.length > 0) return refuse('window-has-held-tickets');
        window.state = 'closed';
        return { ticket: null };
      case 'pause-window':
        if (ticket) return refuse('window-busy');
        window.state = 'paused';
        return { ticket: null };
      case 'resume-window':
        window.state = 'open';
        return { ticket: null };
      case 'call-next':
        return this.callNext(window, now);
      case 'start':
        ticket!.state = 'serving';
        return { ticket };
      case 'hold':
        ticket!.state = 'held';
        this.heldSince.set(ticket!.id, now);
        window.heldTicketIds.push(ticket!.id);
        window.ticketId = null;
        return { ticket };
      case 'resume':
        return this.resume(window, this.tickets.get(command.ticketId)!, now);
      case 'recall':
        return { ticket };
      case 'no-show':
      case 'finish':
        this.leaves(window, ticket!, now);
        ticket!.state = command.type === 'finish' ? 'finished' : 'no-show';
        return { ticket };
      case 'transfer':
        this.leaves(window, ticket!, now);
        ticket!.queueId = command.queueId;
        this.joins(ticket!, now);
        return { ticket };
      default:
        throw new Error(`nobody gives ${command.type} on a simulated day`);
    }
  }

  private issue({ queueId, headStart }: CommandOf<'issue-ticket'>, now: Instant): Refusal | Done {
    const refusal = issuingRefusal(this.state, queueId, this.context);
    if (refusal) return refusal;
    const queue = this.state.queues[queueId]!;
    queue.lastNumber += 1;
    const rank = rankAtIssue(now, headStart, null);
    const ticket = newTicket(this.day, `${queueId}.${queue.lastNumber}`, queueId, rank, ++this.seq, now);
    this.tickets.set(ticket.id, ticket);
    this.joins(ticket, now);
    return { ticket };
  }

  private callNext(window: WindowDay, now: Instant): Refusal | Done {
    const rule = this.context.catalogue.windows[window.id]!;
    const heads: Record<string, Ticket> = {};
    let any = false;
    for (const queues of [rule.firstQueues, rule.secondQueues])
      for (const id of queues) {
        const head = this.waiting.get(id)?.[0];
        if (!head) continue;
        heads[head.id] = head;
        any = true;
      }
    if (!any) return refuse('queue-empty');
    this.state.tickets = heads;
    const next = nextFor(this.state, rule, this.context);
    if (!next) return refuse('queue-empty');
    const { ticket } = next;
    this.takeOut(ticket);
    ticket.state = 'called';
    ticket.calledAt = now;
    window.ticketId = ticket.id;
    return { ticket };
  }

  private resume(window: WindowDay, ticket: Ticket, now: Instant): Done {
    // Time on hold is no time at the window: the call moves behind it.
    ticket.calledAt! += now - this.heldSince.get(ticket.id)!;
    ticket.state = 'serving';
    window.heldTicketIds.splice(window.heldTicketIds.indexOf(ticket.id), 1);
    window.ticketId = ticket.id;
    return { ticket };
  }

  private cancel(ticket: Ticket, now: Instant): Refusal | Done {
    if (ticket.state !== 'waiting') return refuse('ticket-not-waiting');
    this.takeOut(ticket);
    ticket.state = 'cancelled';
    ticket.endedAt = now;
    return { ticket };
  }

  private return(ticket: Ticket, now: Instant): Refusal | Done {
    if (ticket.returns > 0) return refuse('ticket-already-returned');
    ticket.returns += 1;
    ticket.rank = now - RETURN_HEAD_START_MS;
    this.joins(ticket, now);
    return { ticket };
  }

  private leaves(window: WindowDay, ticket: Ticket, now: Instant): void {
    this.state.queues[ticket.queueId] = withPace(this.state.queues[ticket.queueId]!, now - ticket.calledAt!);
    window.ticketId = null;
  }

  private joins(ticket: Ticket, now: Instant): void {
    ticket.state = 'waiting';
    ticket.waitingSince = now;
    const line = this.waiting.get(ticket.queueId)!;
    let place = line.length;
    while (place > 0 && compareRank(line[place - 1]!, ticket) > 0) place -= 1;
    line.splice(place, 0, ticket);
    this.state.queues[ticket.queueId]!.waiting += 1;
  }

  private takeOut(ticket: Ticket): void {
    const line = this.waiting.get(ticket.queueId)!;
    line.splice(line.indexOf(ticket), 1);
    this.state.queues[ticket.queueId]!.waiting -= 1;
  }
}

/** The rules ask matters for nothing but the mean standard of a queue: one of each queue, with the mean, says the same. */
function oneMatterEach({ queues, matters }: Catalogue): Record<string, MatterRule> {
  const known = new Map(Object.values(matters).map((matter) => [matter.queueId, matter]));
  const each: Record<string, MatterRule> = {};
  for (const id of Object.keys(queues)) {
    const one = known.get(id);
    if (one) each[id] = { ...one, handlingStandardSeconds: queueStandardSeconds(id, matters) };
  }
  return each;
}

const newTicket = (
  day: ServiceDay,
  id: string,
  queueId: string,
  rank: Instant,
  issuedSeq: number,
  now: Instant,
): Ticket => ({
  id,
  day,
  number: id,
  queueId,
  matterId: null,
  headStart: null,
  waitsFor: null,
  channel: 'kiosk',
  issuedSeq,
  issuedAt: now,
  rank,
  waitingSince: now,
  state: 'waiting',
  windowId: null,
  firstCalledAt: null,
  calledAt: null,
  lastCallAt: null,
  calls: 0,
  servings: 0,
  returns: 0,
  endedAt: null,
});
