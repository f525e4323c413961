import { Controller } from '@nestjs/common';
import * as operations from '@shouwen/contracts/http/docket.operations';
import type { InputOf } from '@shouwen/contracts/http/operation';
import { ByCaller, type Caller } from '../platform/http/caller.ts';
import { CommandKey } from '../platform/http/command-key.ts';
import { Handles, Input } from '../platform/http/operation.decorator.ts';
import { DocketCommands, staffOf } from './docket-commands.ts';
import { DocketDesk } from './docket-desk.service.ts';

type Op = typeof operations;

/** First contacts (首问), their hand-overs and cards, and what each person owes. */
@Controller()
export class ContactController {
  constructor(
    private readonly desk: DocketCommands,
    private readonly desks: DocketDesk,
  ) {}

  @Handles(operations.registerContact)
  register(
    @Input() { params, body }: InputOf<Op['registerContact']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.desk.register(params.hallId, caller, key, body);
  }

  @Handles(operations.handOver)
  handOver(@Input() { params, body }: InputOf<Op['handOver']>, @ByCaller() caller: Caller, @CommandKey() key?: string) {
    return this.desk.run(params.hallId, caller, key, { type: 'hand-over', contactId: params.contactId, ...body });
  }

  @Handles(operations.acknowledge)
  acknowledge(@Input() { params }: InputOf<Op['acknowledge']>, @ByCaller() caller: Caller, @CommandKey() key?: string) {
    return this.desk.run(params.hallId, caller, key, { type: 'acknowledge', contactId: params.contactId });
  }

  @Handles(operations.refuseHandOver)
  refuseHandOver(
    @Input() { params, body }: InputOf<Op['refuseHandOver']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.desk.run(params.hallId, caller, key, {
      type: 'refuse-hand-over',
      contactId: params.contactId,
      ...body,
    });
  }

  @Handles(operations.reportUnclear)
  reportUnclear(
    @Input() { params, body }: InputOf<Op['reportUnclear']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.desk.run(params.hallId, caller, key, { type: 'report-unclear', contactId: params.contactId, ...body });
  }

  @Handles(operations.appoint)
  appoint(@Input() { params, body }: InputOf<Op['appoint']>, @ByCaller() caller: Caller, @CommandKey() key?: string) {
    return this.desk.run(params.hallId, caller, key, { type: 'appoint', contactId: params.contactId, ...body });
  }

  @Handles(operations.answerContact)
  answer(
    @Input() { params, body }: InputOf<Op['answerContact']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.desk.run(params.hallId, caller, key, { type: 'answer', contactId: params.contactId, ...body });
  }

  @Handles(operations.referOut)
  referOut(@Input() { params, body }: InputOf<Op['referOut']>, @ByCaller() caller: Caller, @CommandKey() key?: string) {
    return this.desk.run(params.hallId, caller, key, { type: 'refer-out', contactId: params.contactId, ...body });
  }

  @Handles(operations.tellCitizen)
  tell(@Input() { params, body }: InputOf<Op['tellCitizen']>, @ByCaller() caller: Caller, @CommandKey() key?: string) {
    return this.desk.run(params.hallId, caller, key, { type: 'tell-citizen', contactId: params.contactId, ...body });
  }

  @Handles(operations.urge)
  urge(@Input() { params, body }: InputOf<Op['urge']>, @ByCaller() caller: Caller, @CommandKey() key?: string) {
    return this.desk.run(params.hallId, caller, key, { type: 'urge', contactId: params.contactId, ...body });
  }

  @Handles(operations.viewFile)
  file(@Input() { params }: InputOf<Op['viewFile']>, @ByCaller() caller: Caller) {
    return this.desks.file(params.hallId, params.contactId, staffOf(caller));
  }

  @Handles(operations.findFile)
  find(@Input() { params }: InputOf<Op['findFile']>, @ByCaller() caller: Caller) {
    return this.desks.find(params.hallId, params.number, staffOf(caller));
  }

  @Handles(operations.listMine)
  mine(@Input() { params }: InputOf<Op['listMine']>, @ByCaller() caller: Caller) {
    return this.desks.mine(params.hallId, staffOf(caller));
  }

  @Handles(operations.listDocket)
  docket(@Input() { params, query }: InputOf<Op['listDocket']>, @ByCaller() caller: Caller) {
    return this.desks.docket(params.hallId, staffOf(caller), query);
  }

  @Handles(operations.acknowledgeCard)
  async acknowledgeCard(
    @Input() { params }: InputOf<Op['acknowledgeCard']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    const { hallId, cardId } = params;
    await this.desk.send(hallId, caller, key, { type: 'acknowledge-card', cardId, byId: staffOf(caller) });
    return this.desks.card(hallId, cardId);
  }

  @Handles(operations.replyCard)
  async replyCard(
    @Input() { params, body }: InputOf<Op['replyCard']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    const { hallId, cardId } = params;
    const command = { type: 'reply-card', cardId, byId: staffOf(caller), words: null } as const;
    await this.desk.send(hallId, caller, key, command, { text: body.words });
    return this.desks.card(hallId, cardId);
  }
}
