import { Module } from '@nestjs/common';
import { DocketModule } from '../docket/docket.module.ts';
import { OpinionsModule } from '../opinions/opinions.module.ts';
import { PerformanceModule } from '../performance/performance.module.ts';
import { QuestionnairesModule } from '../questionnaires/questionnaires.module.ts';
import { RatingsModule } from '../ratings/ratings.module.ts';
import { ScoresModule } from '../scores/scores.module.ts';
import { DocketCounts } from './docket-counts.service.ts';
import { ReportFiguresService } from './report-figures.service.ts';
import { ReportMaker } from './report-maker.ts';
import { ReportsController } from './reports.controller.ts';
import { ReportsService } from './reports.service.ts';

/** Reports (通报): the figures of every capability on one paper, in Word and Excel. */
@Module({
  imports: [DocketModule, PerformanceModule, RatingsModule, OpinionsModule, QuestionnairesModule, ScoresModule],
  controllers: [ReportsController],
  providers: [DocketCounts, ReportFiguresService, ReportMaker, ReportsService],
})
export class ReportsModule {}
