import { Global, Module } from '@nestjs/common';
import { CatalogueController } from './catalogue.controller.ts';
import { CatalogueService } from './catalogue.service.ts';
import { ExampleHall } from './example-hall.ts';
import { HallClocks } from './hall-clocks.ts';

/** Halls, zones, windows, staff, matters with their guides, notices, calendar — and what time it is in each hall. */
@Global()
@Module({
  controllers: [CatalogueController],
  providers: [CatalogueService, HallClocks, ExampleHall],
  exports: [CatalogueService, HallClocks, ExampleHall],
})
export class CatalogueModule {}
