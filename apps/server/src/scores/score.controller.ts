import { Controller } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@shouwen/contracts/http/operation';
import * as operations from '@shouwen/contracts/http/score.operations';
import { staffOf } from '../docket/docket-commands.ts';
import { actorOf, ByCaller, type Caller } from '../platform/http/caller.ts';
import { CommandKey } from '../platform/http/command-key.ts';
import { Handles, Input } from '../platform/http/operation.decorator.ts';
import { ScoreCommands } from './score-commands.service.ts';
import { ScoresService } from './scores.service.ts';

type Op = typeof operations;

/** Score sheets, objections and seals. */
@Controller()
export class ScoreController {
  constructor(
    private readonly scores: ScoresService,
    private readonly commands: ScoreCommands,
  ) {}

  @Handles(operations.viewScores)
  board(@Input() { params, query }: InputOf<Op['viewScores']>): Promise<ReplyOf<Op['viewScores']>> {
    return this.scores.board(params.hallId, query);
  }

  @Handles(operations.viewScoreSheet)
  sheet(
    @Input() { params, query }: InputOf<Op['viewScoreSheet']>,
    @ByCaller() caller: Caller,
  ): Promise<ReplyOf<Op['viewScoreSheet']>> {
    return this.scores.sheet(params.hallId, staffOf(caller), query);
  }

  @Handles(operations.viewOwnScore)
  own(
    @Input() { params, query }: InputOf<Op['viewOwnScore']>,
    @ByCaller() caller: Caller,
  ): Promise<ReplyOf<Op['viewOwnScore']>> {
    return this.scores.own(params.hallId, staffOf(caller), query);
  }

  @Handles(operations.objectToScore)
  async object(
    @Input() { params, body }: InputOf<Op['objectToScore']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ): Promise<ReplyOf<Op['objectToScore']>> {
    await this.commands.object(byOf(params.hallId, caller, key), body);
    return this.scores.own(params.hallId, staffOf(caller), body);
  }

  @Handles(operations.decideObjection)
  decide(
    @Input() { params, body }: InputOf<Op['decideObjection']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ): Promise<ReplyOf<Op['decideObjection']>> {
    return this.commands.decide(byOf(params.hallId, caller, key), params.objectionId, body);
  }

  @Handles(operations.sealScores)
  seal(
    @Input() { params, body }: InputOf<Op['sealScores']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ): Promise<ReplyOf<Op['sealScores']>> {
    return this.commands.seal(byOf(params.hallId, caller, key), body.scope, body.period);
  }

  @Handles(operations.viewScoreCards)
  cards(@Input() { params }: InputOf<Op['viewScoreCards']>): Promise<ReplyOf<Op['viewScoreCards']>> {
    return this.scores.cards(params.hallId);
  }
}

const byOf = (hallId: string, caller: Caller, key: string | undefined) => ({
  hallId,
  actor: actorOf(caller),
  me: staffOf(caller),
  key,
});
