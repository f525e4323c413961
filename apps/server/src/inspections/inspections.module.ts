import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.ts';
import { DocketModule } from '../docket/docket.module.ts';
import { ExampleInspections } from './example-inspections.ts';
import { InspectionController } from './inspection.controller.ts';
import { InspectionsService } from './inspections.service.ts';

/** The supervisor's work besides alarms: inspections with their findings, urging orders (DOMAIN §7). */
@Module({
  imports: [CatalogueModule, DocketModule],
  controllers: [InspectionController],
  providers: [InspectionsService, ExampleInspections],
  exports: [InspectionsService, ExampleInspections],
})
export class InspectionsModule {}
