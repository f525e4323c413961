import { Module } from '@nestjs/common';
import { DocketModule } from '../docket/docket.module.ts';
import { QueueModule } from '../queue/queue.module.ts';
import { LiveGateway } from './live.gateway.ts';
import { LivePublisher } from './live-publisher.ts';

/** Pushes what happened to every screen, after the commit. */
@Module({ imports: [QueueModule, DocketModule], providers: [LiveGateway, LivePublisher] })
export class LiveModule {}
