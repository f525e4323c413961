import { Module } from '@nestjs/common';
import { QueueModule } from '../queue/queue.module.ts';
import { AlarmClock } from './alarm-clock.ts';
import { AlarmController } from './alarm.controller.ts';
import { AlarmsService } from './alarms.service.ts';

/** Live alarms on nine measures (现场预警). */
@Module({
  imports: [QueueModule],
  controllers: [AlarmController],
  providers: [AlarmsService, AlarmClock],
  exports: [AlarmsService],
})
export class AlarmsModule {}
