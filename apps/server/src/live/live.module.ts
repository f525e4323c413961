import { Module } from '@nestjs/common';
import { AlarmsModule } from '../alarms/alarms.module.ts';
import { DocketModule } from '../docket/docket.module.ts';
import { QueueModule } from '../queue/queue.module.ts';
import { ScoresModule } from '../scores/scores.module.ts';
import { LiveGateway } from './live.gateway.ts';
import { LivePublisher } from './live-publisher.ts';

/** Pushes what happened to every screen, after the commit. */
@Module({ imports: [QueueModule, DocketModule, AlarmsModule, ScoresModule], providers: [LiveGateway, LivePublisher] })
export class LiveModule {}
