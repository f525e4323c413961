import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { DocketCommand } from '@shouwen/domain/docket/commands';
import type { ServingOutcome } from '@shouwen/domain/ticket/ticket';
import { QueueService, type Happened } from '../queue/queue.service.ts';
import { DocketService } from './docket.service.ts';

/**
 * First contact registers itself (首问登记, DOMAIN §4) in the transaction in which a serving ends with anything but “done” — unless the
 * clerk opened a case or a card in that serving already. A finish that is undone takes the card back.
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
    const { tx, hallId, before, catalogue } = happened;
    const ticket = before.tickets[data.ticketId]!;
    const known = await this.cardOf(happened, data.ticketId, ticket.servings);
    if (known || data.outcome === 'done') return null;
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
    return this.docket.within(tx, hallId, command, {
      ...this.docket.context(hallId, catalogue),
      now: happened.now,
      day: happened.day,
    });
  }

  private async undone(happened: Happened, ticketId: string, byId: string) {
    const { tx, hallId, before, catalogue } = happened;
    const card = await this.cardOf(happened, ticketId, before.tickets[ticketId]!.servings);
    if (!card) return null;
    const context = { ...this.docket.context(hallId, catalogue), now: happened.now, day: happened.day };
    return this.docket.within(tx, hallId, { type: 'void-contact', contactId: card, byId }, context);
  }

  private async cardOf({ tx, hallId }: Happened, ticketId: string, servingN: number): Promise<string | null> {
    const rows = await tx.query<{ id: string }>(
      `select id from first_contact where hall_id = $1 and ticket_id = $2 and (body->>'servingN')::int = $3
         and coalesce(body->'settled'->>'how', '') <> 'void' limit 1`,
      [hallId, ticketId, servingN],
    );
    return rows[0]?.id ?? null;
  }
}
