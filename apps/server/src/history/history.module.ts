import { Module } from '@nestjs/common';
import { HistoryController } from './history.controller.ts';
import { HistoryImport } from './history-import.ts';
import { HistoryReader } from './history-reader.ts';
import { TicketImport } from './ticket-import.ts';

/** Cases and tickets that another system dealt with: moved in as history, told as history, owed by nobody here. */
@Module({
  controllers: [HistoryController],
  providers: [HistoryImport, HistoryReader, TicketImport],
  exports: [HistoryImport, HistoryReader, TicketImport],
})
export class HistoryModule {}
