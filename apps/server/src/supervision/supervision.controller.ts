import { Controller } from '@nestjs/common';
import * as operations from '@shouwen/contracts/http/hall.operations';
import type { InputOf, ReplyOf } from '@shouwen/contracts/http/operation';
import type { PublicBoard, StaffBoard } from '@shouwen/contracts/views/board.schema';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import { LogReader } from '../hall-log/log-reader.ts';
import { actorOf, ByCaller, type Caller } from '../platform/http/caller.ts';
import { CommandKey } from '../platform/http/command-key.ts';
import { Handles, Input } from '../platform/http/operation.decorator.ts';
import { BoardService } from '../queue/board.service.ts';
import { DayEnd } from '../queue/day-end.service.ts';
import { FiguresService } from '../queue/figures.service.ts';
import { AppError } from '../platform/http/app-error.ts';
import { QueueReader } from '../queue/queue-reader.ts';

import { ReadableLog } from './readable-log.ts';

type Op = typeof operations;

/** The hall as its screens and its supervisors see it, down to the events behind each figure. */
@Controller()
export class SupervisionController {
  constructor(
    private readonly boards: BoardService,
    private readonly log: LogReader,
    private readonly figures: FiguresService,
    private readonly dayEnd: DayEnd,
    private readonly catalogues: CatalogueService,
    private readonly queues: QueueReader,
    private readonly readable: ReadableLog,
  ) {}

  @Handles(operations.viewBoard)
  board(@Input() { params }: InputOf<Op['viewBoard']>): Promise<PublicBoard> {
    return this.boards.public(params.hallId);
  }

  @Handles(operations.viewStaffBoard)
  staffBoard(@Input() { params }: InputOf<Op['viewStaffBoard']>): Promise<StaffBoard> {
    return this.boards.staff(params.hallId);
  }

  @Handles(operations.listEvents)
  async events(
    @Input() { params, query }: InputOf<Op['listEvents']>,
    @ByCaller() caller: Caller,
  ): Promise<ReplyOf<Op['listEvents']>> {
    if (caller.who !== 'staff') throw new AppError('not-signed-in');
    const { newest, ...asked } = query;
    const { seq, hash } = await this.log.head(params.hallId);
    const events = await this.readable.list(caller, params.hallId, { ...asked, newestFirst: newest === 'true' });
    return { events: events.map(({ hallId: _hall, ...event }) => event), head: { seq, hash } };
  }

  @Handles(operations.listFigure)
  figure(@Input() { params, query }: InputOf<Op['listFigure']>): Promise<ReplyOf<Op['listFigure']>> {
    return this.figures.list(params.hallId, params.figure, query);
  }

  @Handles(operations.closeDay)
  async closeDay(
    @Input() { params }: InputOf<Op['closeDay']>,
    @ByCaller() caller: Caller,
    @CommandKey() key: string | undefined,
  ): Promise<ReplyOf<Op['closeDay']>> {
    const catalogue = await this.catalogues.current(params.hallId);
    const { day } = this.queues.today(params.hallId, catalogue);
    const { seq } = await this.dayEnd.close(params.hallId, day, actorOf(caller), key);
    const events = await this.log.events(params.hallId, {
      after: seq - 1,
      limit: 100_000,
      kind: 'ticket-expired',
      day,
    });
    return { seq, expired: events.length };
  }
}
