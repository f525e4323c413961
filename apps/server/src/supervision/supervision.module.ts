import { Module } from '@nestjs/common';
import { DocketModule } from '../docket/docket.module.ts';
import { QueueModule } from '../queue/queue.module.ts';
import { ReadableLog } from './readable-log.ts';
import { SupervisionController } from './supervision.controller.ts';

/** Watching the hall and acting on it. */
@Module({ imports: [QueueModule, DocketModule], controllers: [SupervisionController], providers: [ReadableLog] })
export class SupervisionModule {}
