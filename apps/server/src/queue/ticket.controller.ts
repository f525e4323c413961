import { Controller, Req } from '@nestjs/common';
import * as operations from '@shouwen/contracts/http/queue.operations';
import type { InputOf } from '@shouwen/contracts/http/operation';
import type { OrderView, Slip, TicketView } from '@shouwen/contracts/views/ticket.schema';
import type { FastifyRequest } from 'fastify';
import { actorOf, ByCaller, type Caller } from '../platform/http/caller.ts';
import { CommandKey } from '../platform/http/command-key.ts';
import { Handles, Input } from '../platform/http/operation.decorator.ts';
import { WrongCodes } from '../platform/http/wrong-codes.ts';
import { TicketService } from './ticket.service.ts';

type Op = typeof operations;

/** What citizens do: at the kiosk, and by the code on the slip. */
@Controller()
export class TicketController {
  private readonly wrongCodes = new WrongCodes('unknown-ticket');

  constructor(private readonly tickets: TicketService) {}

  @Handles(operations.issueTicket)
  issue(
    @Input() { params, body }: InputOf<Op['issueTicket']>,
    @ByCaller() caller: Caller,
    @CommandKey() key: string | undefined,
  ): Promise<Slip> {
    const channel = caller.who === 'device' ? 'kiosk' : 'desk';
    return this.tickets.issue(
      { hallId: params.hallId, actor: actorOf(caller), key },
      { type: 'issue-ticket', ...body, channel },
    );
  }

  @Handles(operations.checkIn)
  checkIn(
    @Input() { params, body }: InputOf<Op['checkIn']>,
    @ByCaller() caller: Caller,
    @CommandKey() key: string | undefined,
  ): Promise<Slip> {
    const { hallId, appointmentId } = params;
    return this.tickets.issue({ hallId, actor: actorOf(caller), key }, { type: 'check-in', appointmentId, ...body });
  }

  @Handles(operations.bookAppointment)
  book(
    @Input() { params, body }: InputOf<Op['bookAppointment']>,
    @ByCaller() caller: Caller,
    @CommandKey() key: string | undefined,
  ) {
    return this.tickets.book({ hallId: params.hallId, actor: actorOf(caller), key }, body);
  }

  @Handles(operations.returnAtKiosk)
  returnAtKiosk(
    @Input() { params }: InputOf<Op['returnAtKiosk']>,
    @ByCaller() caller: Caller,
    @CommandKey() key: string | undefined,
  ): Promise<TicketView> {
    return this.tickets.returned({ hallId: params.hallId, actor: actorOf(caller), key }, params.ticketId);
  }

  @Handles(operations.viewTicket)
  view(@Input() { params }: InputOf<Op['viewTicket']>, @Req() request: FastifyRequest): Promise<TicketView> {
    return this.wrongCodes.guard(request, () => this.tickets.byCode(params.code));
  }

  @Handles(operations.viewOrder)
  order(@Input() { params }: InputOf<Op['viewOrder']>, @Req() request: FastifyRequest): Promise<OrderView> {
    return this.wrongCodes.guard(request, () => this.tickets.order(params.code));
  }

  @Handles(operations.cancelTicket)
  cancel(
    @Input() { params }: InputOf<Op['cancelTicket']>,
    @Req() request: FastifyRequest,
    @CommandKey() key: string | undefined,
  ): Promise<TicketView> {
    return this.wrongCodes.guard(request, () => this.tickets.byHolder(params.code, 'cancel-ticket', key));
  }

  @Handles(operations.returnTicket)
  comeBack(
    @Input() { params }: InputOf<Op['returnTicket']>,
    @Req() request: FastifyRequest,
    @CommandKey() key: string | undefined,
  ): Promise<TicketView> {
    return this.wrongCodes.guard(request, () => this.tickets.byHolder(params.code, 'return-ticket', key));
  }
}
