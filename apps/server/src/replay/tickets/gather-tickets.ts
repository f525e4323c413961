import type { PastTicket } from '@shouwen/domain/history/past-ticket';
import type { ServiceDay } from '@shouwen/domain/time/instant';
import { ticketNumber } from '@shouwen/domain/ticket/ticket';
import type { Rejects } from '../file/rejects.ts';
import type { RowSink } from '../file/rows.ts';
import type { TicketRows, ToldTicket } from './ticket-rows.ts';

type Gathered = ToldTicket & { line: number };

/**
 * Gathers rows into days, wherever in the file they stand. All of the file is read before anything is written: a file that cannot be read
 * to its end leaves nothing behind.
 */
export class TicketGatherer implements RowSink {
  /** Rows of the hall meant, used or not. */
  rows = 0;
  private tickets = 0;
  private readonly byDay = new Map<ServiceDay, Gathered[]>();

  constructor(
    private readonly reader: TicketRows,
    private readonly rejects: Rejects,
  ) {}

  row(line: number, values: string[]): void {
    const ticket = this.reader.toTicket(values);
    if (ticket === null) return;
    if (typeof ticket === 'string') return this.bad(line, values, ticket);
    this.rows += 1;
    this.tickets += 1;
    const gathered = { ...ticket, line };
    const day = this.byDay.get(ticket.day);
    if (day) day.push(gathered);
    else this.byDay.set(ticket.day, [gathered]);
  }

  bad(line: number, values: string[], reason: string): void {
    this.rows += 1;
    this.rejects.add(line, values, reason);
  }

  get size(): number {
    return this.tickets;
  }

  /** Days in their order, each with its tickets by the time of issue, numbered; a day handed out is forgotten here. */
  *days(): Generator<{ day: ServiceDay; tickets: PastTicket[]; lines: number[] }> {
    for (const day of [...this.byDay.keys()].sort()) {
      const gathered = this.byDay.get(day)!.sort((a, b) => a.issuedAt - b.issuedAt || a.line - b.line);
      this.byDay.delete(day);
      yield { day, tickets: numbered(gathered), lines: gathered.map(({ line }) => line) };
    }
  }
}

/** Tickets without a number get the next one of their letter that the day has free, in the order of issue. */
function numbered(gathered: readonly Gathered[]): PastTicket[] {
  const taken = new Set(gathered.flatMap(({ letter, n }) => (n === null ? [] : [ticketNumber(letter, n)])));
  const last = new Map<string, number>();
  return gathered.map(({ letter, n, ...ticket }) => {
    if (n !== null) return { ...ticket, number: ticketNumber(letter, n) };
    let next = (last.get(letter) ?? 0) + 1;
    while (taken.has(ticketNumber(letter, next))) next += 1;
    last.set(letter, next);
    return { ...ticket, number: ticketNumber(letter, next) };
  });
}
