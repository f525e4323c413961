import { Module } from '@nestjs/common';
import { DocketModule } from '../docket/docket.module.ts';
import { QueueModule } from '../queue/queue.module.ts';
import { ArrivalsService } from './arrivals.service.ts';
import { CountedService } from './counted.service.ts';
import { FigureClock } from './figure-clock.ts';
import { PerformanceController } from './performance.controller.ts';
import { PerformanceService } from './performance.service.ts';
import { FigureRoller } from './roller.service.ts';

/** Performance (绩效): indicators from rollups that follow the log, and the rows behind them. */
@Module({
  imports: [QueueModule, DocketModule],
  controllers: [PerformanceController],
  providers: [FigureRoller, FigureClock, PerformanceService, CountedService, ArrivalsService],
  exports: [FigureRoller, PerformanceService],
})
export class PerformanceModule {}
