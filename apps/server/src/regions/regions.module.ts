import { Module } from '@nestjs/common';
import { QueueModule } from '../queue/queue.module.ts';
import { Oversight } from './oversight.service.ts';
import { RegionHalls } from './region-halls.ts';
import { RegionSums } from './region-sums.ts';
import { RegionViews } from './region-view.service.ts';
import { RegionsController } from './regions.controller.ts';

/** Regions (地区): the published figures of many halls, for whoever was given oversight of them. */
@Module({
  imports: [QueueModule],
  controllers: [RegionsController],
  providers: [Oversight, RegionHalls, RegionSums, RegionViews],
})
export class RegionsModule {}
