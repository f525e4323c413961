import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { DocketCommand } from '@shouwen/domain/docket/commands';
import { comesForCase } from '@shouwen/domain/first-contact/second-visit';
import type { ServingOutcome } from '@shouwen/domain/ticket/ticket';
import { QueueService, type Happened } from '../queue/queue.service.ts';
import { DocketService } from './docket.service.ts';

/**
 * What follows from the end of a serving, in its transaction. Ended with anything but “done”, first contact registers itself (首问登记,
 * DOMAIN §4) — unless the clerk opened a case or a card in that serving already, or the citizen came again for a case. Ended with “done”, an immediate matter that was opened
 * in it closes with it. A finish that is undone takes the card back, or the case to where it was.
 */
@Injectable()
export class ServingFollower implements OnModuleInit {
  constructor(
    private readonly queue: QueueService,
    private readonly docket: DocketService,
  ) {}

  onModuleInit(): void {
    this.queue.follow((happened) => this.follow(happened));
    this.docket.commits.subscribe(({ hallId, prev, events }) => this.queue.passed(hallId, prev, events.at(-1)!.seq));
  }

  private async follow(happened: Happened) {
    for (const event of happened.events) {
      if (event.kind === 'serving-finished') return this.finished(happened, event.data);
      if (event.kind === 'finish-undone') return this.undone(happened, event.data.ticketId, event.data.clerkId);
    }
    return null;
  }

  private async finished(happened: Happened, data: { ticketId: string; clerkId: string; outcome: ServingOutcome }) {
    const { before } = happened;
    const ticket = before.tickets[data.ticketId]!;
    const known = await this.cardOf(happened, data.ticketId, ticket.servings);
    if (data.outcome === 'done') {
      // What cannot be closed stays open with who answers for it; the serving has ended all the same.
      if (!known?.caseId) return null;
      return this.also(happened, { type: 'close-with-serving', caseId: known.caseId, byId: data.clerkId });
    }
    if (known || comesForCase(ticket, happened.catalogue.rules)) return null;
    const command: DocketCommand = {
      type: 'register-contact',
      byId: data.clerkId,
      channel: 'window',
      about: data.outcome === 'answered' ? 'question' : 'matter',
      matterId: ticket.matterId,
      departmentId: null,
      materialsTaken: 0,
      answered: data.outcome === 'answered',
      ticketId: data.ticketId,
      servingN: ticket.servings,
      words: null,
    };
    return this.also(happened, command);
  }

  private async undone(happened: Happened, ticketId: string, byId: string) {
    const card = await this.cardOf(happened, ticketId, happened.before.tickets[ticketId]!.servings);
    if (!card) return null;
    return this.also(
      happened,
      card.caseId
        ? { type: 'reopen-with-serving', caseId: card.caseId, byId }
        : { type: 'void-contact', contactId: card.id, byId },
    );
  }

  /** A command in the same transaction and at the same moment; refused, nothing follows. */
  private also({ tx, hallId, catalogue, now, day }: Happened, command: DocketCommand) {
    return this.docket.within(tx, hallId, command, { ...this.docket.context(hallId, catalogue), now, day });
  }

  private async cardOf(
    { tx, hallId }: Happened,
    ticketId: string,
    servingN: number,
  ): Promise<{ id: string; caseId: string | null } | null> {
    const [row] = await tx.query<{ id: string; case_id: string | null }>(
      `select id, case_id from first_contact where hall_id = $1 and ticket_id = $2 and (body->>'servingN')::int = $3
         and coalesce(body->'settled'->>'how', '') <> 'void' limit 1`,
      [hallId, ticketId, servingN],
    );
    return row ? { id: row.id, caseId: row.case_id } : null;
  }
}
