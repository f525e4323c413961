import { Controller, Req } from '@nestjs/common';
import * as operations from '@shouwen/contracts/http/disclosure.operations';
import type { InputOf } from '@shouwen/contracts/http/operation';
import type { FastifyRequest } from 'fastify';
import { DocketCommands, staffOf } from '../docket/docket-commands.ts';
import { ByCaller, type Caller } from '../platform/http/caller.ts';
import { CommandKey } from '../platform/http/command-key.ts';
import { Handles, Input } from '../platform/http/operation.decorator.ts';
import { AddressLimit } from './address-limit.ts';
import { DisclosureService } from './disclosure.service.ts';

type Op = typeof operations;

/** Requests for disclosure (依申请公开). */
@Controller()
export class DisclosureController {
  constructor(
    private readonly disclosures: DisclosureService,
    private readonly desk: DocketCommands,
    private readonly limit: AddressLimit,
  ) {}

  @Handles(operations.registerDisclosure)
  register(
    @Input() { params, body }: InputOf<Op['registerDisclosure']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.disclosures.register(params.hallId, caller, key, body);
  }

  @Handles(operations.requestDisclosure)
  async request(
    @Input() { params, body }: InputOf<Op['requestDisclosure']>,
    @ByCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @CommandKey() key?: string,
  ) {
    await this.limit.spend(request);
    return this.disclosures.register(params.hallId, caller, key, { ...body, channel: 'online' });
  }

  @Handles(operations.viewDisclosures)
  table(@Input() { params, query }: InputOf<Op['viewDisclosures']>, @ByCaller() caller: Caller) {
    return this.disclosures.table(params.hallId, staffOf(caller), query.year);
  }

  @Handles(operations.askCorrection)
  askCorrection(
    @Input() { params, body }: InputOf<Op['askCorrection']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.desk.run(params.hallId, caller, key, { type: 'ask-correction', contactId: params.contactId, ...body });
  }

  @Handles(operations.bringCorrection)
  bringCorrection(
    @Input() { params, body }: InputOf<Op['bringCorrection']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    const { hallId, contactId } = params;
    return this.desk.run(hallId, caller, key, { type: 'bring-correction', contactId, ...body });
  }

  @Handles(operations.answerDisclosure)
  answer(
    @Input() { params, body }: InputOf<Op['answerDisclosure']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    const { hallId, contactId } = params;
    return this.desk.run(hallId, caller, key, { type: 'answer-disclosure', contactId, ...body });
  }
}
