import { Module } from '@nestjs/common';
import { DocketModule } from '../docket/docket.module.ts';
import { QueueModule } from '../queue/queue.module.ts';
import { ExampleRatings } from './example-ratings.ts';
import { FiguresController } from './figures.controller.ts';
import { RatingFigures } from './figures.service.ts';
import { LoopController } from './loop.controller.ts';
import { LoopsService } from './loops.service.ts';
import { PadService } from './pad.service.ts';
import { PublishedRatings } from './published.service.ts';
import { RatedService } from './rated.service.ts';
import { RatingController } from './rating.controller.ts';
import { RatingService } from './rating.service.ts';
import { SaidService } from './said.service.ts';

/** Ratings (好差评): cast at the pad or by the slip's code, the loop behind a bad one, and the figures made of all. */
@Module({
  imports: [QueueModule, DocketModule],
  controllers: [RatingController, LoopController, FiguresController],
  providers: [
    RatingService,
    PadService,
    RatedService,
    LoopsService,
    RatingFigures,
    SaidService,
    PublishedRatings,
    ExampleRatings,
  ],
  exports: [RatingFigures, LoopsService],
})
export class RatingsModule {}
