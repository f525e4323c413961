import { Module } from '@nestjs/common';
import { DocketModule } from '../docket/docket.module.ts';
import { QueueModule } from '../queue/queue.module.ts';
import { ExampleRatings } from './example-ratings.ts';
import { LoopController } from './loop.controller.ts';
import { LoopsService } from './loops.service.ts';
import { PadService } from './pad.service.ts';
import { RatedService } from './rated.service.ts';
import { RatingController } from './rating.controller.ts';
import { RatingService } from './rating.service.ts';

/** Ratings (好差评): cast at the pad or by the slip's code, and the loop behind a bad one. */
@Module({
  imports: [QueueModule, DocketModule],
  controllers: [RatingController, LoopController],
  providers: [RatingService, PadService, RatedService, LoopsService, ExampleRatings],
})
export class RatingsModule {}
