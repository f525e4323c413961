import { Module } from '@nestjs/common';
import { QueueModule } from '../queue/queue.module.ts';
import { SupervisionController } from './supervision.controller.ts';

/** Watching the hall and acting on it. */
@Module({ imports: [QueueModule], controllers: [SupervisionController] })
export class SupervisionModule {}
