import { Module } from '@nestjs/common';
import { HistoryController } from './history.controller.ts';
import { HistoryImport } from './history-import.ts';
import { HistoryReader } from './history-reader.ts';

/** Cases that another system dealt with: moved in as history, told as history, owed by nobody here. */
@Module({
  controllers: [HistoryController],
  providers: [HistoryImport, HistoryReader],
  exports: [HistoryImport, HistoryReader],
})
export class HistoryModule {}
