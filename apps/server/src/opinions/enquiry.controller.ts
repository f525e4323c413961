import { Controller, Req } from '@nestjs/common';
import * as operations from '@shouwen/contracts/http/enquiry.operations';
import type { InputOf } from '@shouwen/contracts/http/operation';
import type { FastifyRequest } from 'fastify';
import { ByCaller, type Caller } from '../platform/http/caller.ts';
import { CommandKey } from '../platform/http/command-key.ts';
import { Handles, Input } from '../platform/http/operation.decorator.ts';
import { AddressLimit } from './address-limit.ts';
import { EnquiryService } from './enquiry.service.ts';

type Op = typeof operations;

/** Enquiries (咨询). */
@Controller()
export class EnquiryController {
  constructor(
    private readonly enquiries: EnquiryService,
    private readonly limit: AddressLimit,
  ) {}

  @Handles(operations.askOnline)
  async ask(
    @Input() { params, body }: InputOf<Op['askOnline']>,
    @ByCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @CommandKey() key?: string,
  ) {
    await this.limit.spend(request);
    return this.enquiries.ask({ hallId: params.hallId, caller, key }, body);
  }

  @Handles(operations.viewEnquiries)
  figures(@Input() { params, query }: InputOf<Op['viewEnquiries']>) {
    return this.enquiries.figures(params.hallId, query);
  }

  @Handles(operations.publishFaq)
  publish(
    @Input() { params, body }: InputOf<Op['publishFaq']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.enquiries.publish({ hallId: params.hallId, caller, key }, body);
  }
}
