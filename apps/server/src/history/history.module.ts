import { Module } from '@nestjs/common';
import { HistoryImport } from './history-import.ts';
import { HistoryReader } from './history-reader.ts';

/** Cases that another system dealt with: moved in as history, told as history, owed by nobody here. */
@Module({
  providers: [HistoryImport, HistoryReader],
  exports: [HistoryImport, HistoryReader],
})
export class HistoryModule {}
