import { Controller } from '@nestjs/common';
import * as operations from '@shouwen/contracts/http/conduct.operations';
import type { InputOf } from '@shouwen/contracts/http/operation';
import type { ConductView } from '@shouwen/contracts/views/conduct.schema';
import { staffOf } from '../docket/docket-commands.ts';
import { actorOf, ByCaller, type Caller } from '../platform/http/caller.ts';
import { CommandKey } from '../platform/http/command-key.ts';
import { Handles, Input } from '../platform/http/operation.decorator.ts';
import { ConductService, type ConductWish } from './conduct.service.ts';

type Op = typeof operations;

/** Rewards and accountability. */
@Controller()
export class ConductController {
  constructor(private readonly conduct: ConductService) {}

  @Handles(operations.listConduct)
  list(@Input() { params }: InputOf<Op['listConduct']>): Promise<ConductView[]> {
    return this.conduct.list(params.hallId, null);
  }

  @Handles(operations.listOwnConduct)
  own(@Input() { params }: InputOf<Op['listOwnConduct']>, @ByCaller() caller: Caller): Promise<ConductView[]> {
    return this.conduct.list(params.hallId, staffOf(caller));
  }

  @Handles(operations.recordReward)
  reward(
    @Input() { params, body: { words, ...body } }: InputOf<Op['recordReward']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ): Promise<ConductView> {
    return this.run(params.hallId, caller, key, { type: 'record-reward', ...body }, words);
  }

  @Handles(operations.recordFinding)
  find(
    @Input() { params, body: { words, ...body } }: InputOf<Op['recordFinding']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ): Promise<ConductView> {
    return this.run(params.hallId, caller, key, { type: 'record-finding', ...body }, words);
  }

  @Handles(operations.makeStatement)
  state(
    @Input() { params, body }: InputOf<Op['makeStatement']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ): Promise<ConductView> {
    return this.run(params.hallId, caller, key, { type: 'make-statement' }, body.words, params.conductId);
  }

  @Handles(operations.decideConduct)
  decide(
    @Input() { params, body: { words, measure } }: InputOf<Op['decideConduct']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ): Promise<ConductView> {
    return this.run(params.hallId, caller, key, { type: 'decide-conduct', measure }, words, params.conductId);
  }

  @Handles(operations.appealConduct)
  appeal(
    @Input() { params, body }: InputOf<Op['appealConduct']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ): Promise<ConductView> {
    return this.run(params.hallId, caller, key, { type: 'appeal-conduct' }, body.words, params.conductId);
  }

  @Handles(operations.decideConductAppeal)
  decideAppeal(
    @Input() { params, body: { words, upheld } }: InputOf<Op['decideConductAppeal']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ): Promise<ConductView> {
    return this.run(params.hallId, caller, key, { type: 'decide-conduct-appeal', upheld }, words, params.conductId);
  }

  private run(
    hallId: string,
    caller: Caller,
    key: string | undefined,
    wish: ConductWish,
    words: string,
    conductId: string | null = null,
  ): Promise<ConductView> {
    const request = { hallId, actor: actorOf(caller), key };
    return this.conduct.run(request, wish, staffOf(caller), words, conductId);
  }
}
