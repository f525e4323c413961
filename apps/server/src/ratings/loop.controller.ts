import { Controller } from '@nestjs/common';
import type { InputOf } from '@shouwen/contracts/http/operation';
import { listLoops } from '@shouwen/contracts/http/loop.operations';
import * as operations from '@shouwen/contracts/http/rating.operations';
import { DocketCommands, staffOf } from '../docket/docket-commands.ts';
import { ByCaller, type Caller } from '../platform/http/caller.ts';
import { CommandKey } from '../platform/http/command-key.ts';
import { Handles, Input } from '../platform/http/operation.decorator.ts';
import { LoopsService } from './loops.service.ts';
import { RatedService } from './rated.service.ts';

type Op = typeof operations;

/** The loop behind a bad rating (差评处理), and what the rated person sees of it. */
@Controller()
export class LoopController {
  constructor(
    private readonly desk: DocketCommands,
    private readonly ratedBy: RatedService,
    private readonly loops: LoopsService,
  ) {}

  @Handles(operations.verifyRating)
  verify(
    @Input() { params, body }: InputOf<Op['verifyRating']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.desk.run(params.hallId, caller, key, { type: 'verify-rating', contactId: params.contactId, ...body });
  }

  @Handles(operations.rectifyRating)
  rectify(
    @Input() { params, body }: InputOf<Op['rectifyRating']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.desk.run(params.hallId, caller, key, { type: 'rectify-rating', contactId: params.contactId, ...body });
  }

  @Handles(operations.revisitRating)
  revisit(
    @Input() { params, body }: InputOf<Op['revisitRating']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.desk.run(params.hallId, caller, key, { type: 'revisit-rating', contactId: params.contactId, ...body });
  }

  @Handles(operations.decideAppeal)
  decideAppeal(
    @Input() { params, body }: InputOf<Op['decideAppeal']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.desk.run(params.hallId, caller, key, { type: 'decide-appeal', contactId: params.contactId, ...body });
  }

  @Handles(listLoops)
  board(@Input() { params, query }: InputOf<typeof listLoops>, @ByCaller() caller: Caller) {
    return this.loops.board(params.hallId, staffOf(caller), query.show);
  }

  @Handles(operations.listRated)
  listRated(@Input() { params }: InputOf<Op['listRated']>, @ByCaller() caller: Caller) {
    return this.ratedBy.list(params.hallId, staffOf(caller));
  }

  @Handles(operations.appealRating)
  async appeal(
    @Input() { params, body }: InputOf<Op['appealRating']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    const { hallId, ratedId } = params;
    const byId = staffOf(caller);
    const contactId = await this.ratedBy.contactOf(hallId, byId, ratedId);
    await this.desk.send(
      hallId,
      caller,
      key,
      { type: 'appeal-rating', contactId, byId, words: null },
      { text: body.words },
    );
    return this.ratedBy.one(hallId, byId, contactId);
  }
}
