import { Module } from '@nestjs/common';
import { DocketModule } from '../docket/docket.module.ts';
import { PerformanceModule } from '../performance/performance.module.ts';
import { QueueModule } from '../queue/queue.module.ts';
import { ConductController } from './conduct.controller.ts';
import { ConductService } from './conduct.service.ts';
import { EvidenceView } from './evidence-view.ts';
import { RecordLog } from './record-log.ts';
import { RecordReader } from './record-reader.ts';
import { ScoreCommands } from './score-commands.service.ts';
import { ScoreController } from './score.controller.ts';
import { ScoreInputsService } from './score-inputs.service.ts';
import { StaffResults } from './staff-results.service.ts';
import { ScoresService } from './scores.service.ts';

/** Appraisal (绩效考核): score sheets, objections and seals; rewards and accountability. */
@Module({
  imports: [QueueModule, DocketModule, PerformanceModule],
  controllers: [ScoreController, ConductController],
  providers: [
    ScoresService,
    ScoreCommands,
    ScoreInputsService,
    EvidenceView,
    ConductService,
    RecordLog,
    RecordReader,
    StaffResults,
  ],
  exports: [RecordLog, RecordReader, StaffResults],
})
export class ScoresModule {}
