import { Module } from '@nestjs/common';
import { DocketModule } from '../docket/docket.module.ts';
import { Simulations } from './simulations.ts';
import { StaffingController } from './staffing.controller.ts';
import { StaffingService } from './staffing.service.ts';

/** Staffing what-if (排班推演): a day to come, simulated under rosters. */
@Module({
  imports: [DocketModule],
  controllers: [StaffingController],
  providers: [Simulations, StaffingService],
})
export class StaffingModule {}
