import { Module } from '@nestjs/common';
import { DocketModule } from '../docket/docket.module.ts';
import { InspectionController } from './inspection.controller.ts';
import { InspectionsService } from './inspections.service.ts';

/** The supervisor's work besides alarms: inspections with their findings, urging orders (DOMAIN §7). */
@Module({
  imports: [DocketModule],
  controllers: [InspectionController],
  providers: [InspectionsService],
  exports: [InspectionsService],
})
export class InspectionsModule {}
