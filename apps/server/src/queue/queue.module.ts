import { Module } from '@nestjs/common';
import { ForecastModule } from '../forecast/forecast.module.ts';
import { BoardService } from './board.service.ts';
import { DayCache } from './day-cache.ts';
import { DayEnd } from './day-end.service.ts';
import { DeskService } from './desk.service.ts';
import { ExampleHistory } from './example-history.ts';
import { FiguresService } from './figures.service.ts';
import { Presence } from './presence.service.ts';
import { QueueReader } from './queue-reader.ts';
import { QueueService } from './queue.service.ts';
import { TicketController } from './ticket.controller.ts';
import { TicketService } from './ticket.service.ts';
import { WindowController } from './window.controller.ts';

/** Tickets, queues, windows and clerks' presence at them. */
@Module({
  imports: [ForecastModule],
  controllers: [TicketController, WindowController],
  providers: [
    QueueService,
    DayCache,
    QueueReader,
    BoardService,
    DeskService,
    TicketService,
    FiguresService,
    Presence,
    DayEnd,
    ExampleHistory,
  ],
  exports: [
    ForecastModule,
    QueueService,
    QueueReader,
    BoardService,
    FiguresService,
    TicketService,
    Presence,
    DayEnd,
    ExampleHistory,
  ],
})
export class QueueModule {}
