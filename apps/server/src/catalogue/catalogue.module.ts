import { Global, Module } from '@nestjs/common';
import { CatalogueController } from './catalogue.controller.ts';
import { CatalogueService } from './catalogue.service.ts';
import { ExampleHall } from './example-hall.ts';
import { HallClocks } from './hall-clocks.ts';
import { StaffPhotosController } from './staff-photos.controller.ts';
import { StaffPhotos } from './staff-photos.service.ts';

/** Halls, zones, windows, staff, matters with their guides, notices, calendar — and what time it is in each hall. */
@Global()
@Module({
  controllers: [CatalogueController, StaffPhotosController],
  providers: [CatalogueService, HallClocks, ExampleHall, StaffPhotos],
  exports: [CatalogueService, HallClocks, ExampleHall, StaffPhotos],
})
export class CatalogueModule {}
