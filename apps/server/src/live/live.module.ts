import { Module } from '@nestjs/common';
import { QueueModule } from '../queue/queue.module.ts';
import { LiveGateway } from './live.gateway.ts';
import { LivePublisher } from './live-publisher.ts';

/** Pushes what happened to every screen, after the commit. */
@Module({ imports: [QueueModule], providers: [LiveGateway, LivePublisher] })
export class LiveModule {}
