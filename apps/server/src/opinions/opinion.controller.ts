import { Controller, Req } from '@nestjs/common';
import type { InputOf } from '@shouwen/contracts/http/operation';
import * as operations from '@shouwen/contracts/http/opinion.operations';
import type { FastifyRequest } from 'fastify';
import { DocketCommands, staffOf } from '../docket/docket-commands.ts';
import { ByCaller, type Caller } from '../platform/http/caller.ts';
import { CommandKey } from '../platform/http/command-key.ts';
import { Handles, Input } from '../platform/http/operation.decorator.ts';
import { AddressLimit } from './address-limit.ts';
import { OpinionService } from './opinion.service.ts';

type Op = typeof operations;

/** Opinions (意见、投诉、举报), and the steps that they share with requests for disclosure. */
@Controller()
export class OpinionController {
  constructor(
    private readonly opinions: OpinionService,
    private readonly desk: DocketCommands,
    private readonly limit: AddressLimit,
  ) {}

  @Handles(operations.sayOpinion)
  async say(
    @Input() { params, body }: InputOf<Op['sayOpinion']>,
    @ByCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @CommandKey() key?: string,
  ) {
    await this.limit.spend(request);
    return this.opinions.register({ hallId: params.hallId, caller, key, source: 'online' }, body);
  }

  @Handles(operations.sayAtKiosk)
  sayAtKiosk(
    @Input() { params, body }: InputOf<Op['sayAtKiosk']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.opinions.register({ hallId: params.hallId, caller, key, source: 'box' }, body);
  }

  @Handles(operations.listOfficers)
  officers(@Input() { params }: InputOf<Op['listOfficers']>) {
    return this.opinions.officers(params.hallId);
  }

  @Handles(operations.registerOpinion)
  register(
    @Input() { params, body }: InputOf<Op['registerOpinion']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.opinions.register({ hallId: params.hallId, caller, key, source: body.source }, body);
  }

  @Handles(operations.viewOpinions)
  board(@Input() { params, query }: InputOf<Op['viewOpinions']>, @ByCaller() caller: Caller) {
    return this.opinions.board(params.hallId, staffOf(caller), query);
  }

  @Handles(operations.takeUpOpinion)
  takeUp(
    @Input() { params, body }: InputOf<Op['takeUpOpinion']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.desk.run(params.hallId, caller, key, { type: 'take-up-opinion', contactId: params.contactId, ...body });
  }

  @Handles(operations.sendBackOpinion)
  sendBack(
    @Input() { params, body }: InputOf<Op['sendBackOpinion']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    const { hallId, contactId } = params;
    return this.desk.run(hallId, caller, key, { type: 'send-back-opinion', contactId, ...body });
  }

  @Handles(operations.answerOpinion)
  answer(
    @Input() { params, body }: InputOf<Op['answerOpinion']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.desk.run(params.hallId, caller, key, { type: 'answer-opinion', contactId: params.contactId, ...body });
  }

  @Handles(operations.tellPetition)
  tell(@Input() { params, body }: InputOf<Op['tellPetition']>, @ByCaller() caller: Caller, @CommandKey() key?: string) {
    return this.desk.run(params.hallId, caller, key, { type: 'tell-petition', contactId: params.contactId, ...body });
  }

  @Handles(operations.askTime)
  askTime(@Input() { params, body }: InputOf<Op['askTime']>, @ByCaller() caller: Caller, @CommandKey() key?: string) {
    return this.desk.run(params.hallId, caller, key, { type: 'ask-time', contactId: params.contactId, ...body });
  }

  @Handles(operations.approveTime)
  approveTime(@Input() { params }: InputOf<Op['approveTime']>, @ByCaller() caller: Caller, @CommandKey() key?: string) {
    return this.desk.run(params.hallId, caller, key, { type: 'approve-time', contactId: params.contactId });
  }

  @Handles(operations.declineTime)
  declineTime(
    @Input() { params, body }: InputOf<Op['declineTime']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.desk.run(params.hallId, caller, key, { type: 'decline-time', contactId: params.contactId, ...body });
  }
}
