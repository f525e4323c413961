import { Module } from '@nestjs/common';
import { HistoryModule } from '../history/history.module.ts';
import { QueueModule } from '../queue/queue.module.ts';
import { CaseController } from './case.controller.ts';
import { CaseFilesController } from './case-files.controller.ts';
import { CaseFiles } from './case-files.service.ts';
import { ContactController } from './contact.controller.ts';
import { DocketClock } from './docket-clock.ts';
import { DocketCommands } from './docket-commands.ts';
import { DocketDesk } from './docket-desk.service.ts';
import { DocketReader } from './docket-reader.ts';
import { DocketService } from './docket.service.ts';
import { ExampleDocket } from './example-docket.ts';
import { FileIntake } from './file-intake.ts';
import { FileSweeper } from './file-sweeper.ts';
import { PastWriter } from './past-writer.ts';
import { PrivateEvents } from './private-events.ts';
import { ProgressController } from './progress.controller.ts';
import { ProgressService } from './progress.service.ts';
import { ServingFollower } from './serving-follower.ts';

/** Cases, first contacts and their cards: what the hall owes, by when, and who answers for it. */
@Module({
  imports: [QueueModule, HistoryModule],
  controllers: [CaseController, CaseFilesController, ContactController, ProgressController],
  providers: [
    DocketService,
    DocketClock,
    DocketReader,
    DocketDesk,
    PrivateEvents,
    DocketCommands,
    FileIntake,
    CaseFiles,
    FileSweeper,
    ProgressService,
    ServingFollower,
    PastWriter,
    ExampleDocket,
  ],
  exports: [
    DocketService,
    DocketClock,
    DocketReader,
    DocketCommands,
    DocketDesk,
    FileIntake,
    ProgressService,
    PrivateEvents,
    PastWriter,
  ],
})
export class DocketModule {}
