import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.ts';
import { DocketModule } from '../docket/docket.module.ts';
import { QueueModule } from '../queue/queue.module.ts';
import { AddressLimit } from './address-limit.ts';
import { DisclosureController } from './disclosure.controller.ts';
import { DisclosureService } from './disclosure.service.ts';
import { EnquiryController } from './enquiry.controller.ts';
import { EnquiryService } from './enquiry.service.ts';
import { ExampleVoices } from './example-voices.ts';
import { OpinionController } from './opinion.controller.ts';
import { OpinionService } from './opinion.service.ts';

/** Opinions, enquiries by channel, requests for disclosure: every other voice (DOMAIN §6). */
@Module({
  imports: [CatalogueModule, QueueModule, DocketModule],
  controllers: [OpinionController, EnquiryController, DisclosureController],
  providers: [AddressLimit, OpinionService, EnquiryService, DisclosureService, ExampleVoices],
  exports: [OpinionService, EnquiryService, DisclosureService],
})
export class OpinionsModule {}
