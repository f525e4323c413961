import { Controller, Req } from '@nestjs/common';
import type { InputOf } from '@shouwen/contracts/http/operation';
import * as operations from '@shouwen/contracts/http/questionnaire.operations';
import type { FastifyRequest } from 'fastify';
import { staffOf } from '../docket/docket-commands.ts';
import { actorOf, ByCaller, type Caller } from '../platform/http/caller.ts';
import { CommandKey } from '../platform/http/command-key.ts';
import { Handles, Input } from '../platform/http/operation.decorator.ts';
import { WrongCodes } from '../platform/http/wrong-codes.ts';
import { QuestionnaireService } from './questionnaire.service.ts';

type Op = typeof operations;

/** Questionnaires (开门评议), and counts of notices. */
@Controller()
export class QuestionnaireController {
  private readonly wrongCodes = new WrongCodes('sheet-code-wrong');

  constructor(private readonly questionnaires: QuestionnaireService) {}

  @Handles(operations.handInByCode)
  handIn(
    @Input() { params, body }: InputOf<Op['handInByCode']>,
    @ByCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @CommandKey() key?: string,
  ) {
    const { code, ...said } = body;
    return this.wrongCodes.guard(request, () =>
      this.questionnaires.handInByCode({ ...params, actor: actorOf(caller), key }, code, said),
    );
  }

  @Handles(operations.enterPaper)
  paper(@Input() { params, body }: InputOf<Op['enterPaper']>, @ByCaller() caller: Caller, @CommandKey() key?: string) {
    return this.questionnaires.enterPaper({ ...params, actor: actorOf(caller), key }, staffOf(caller), body);
  }

  @Handles(operations.printCodes)
  codes(@Input() { params, body }: InputOf<Op['printCodes']>) {
    return this.questionnaires.printCodes(params.hallId, params.questionnaireId, body.first, body.count);
  }

  @Handles(operations.viewResults)
  results(@Input() { params }: InputOf<Op['viewResults']>) {
    return this.questionnaires.results(params.hallId, params.questionnaireId);
  }

  @Handles(operations.countNotices)
  notices(@Input() { params, query }: InputOf<Op['countNotices']>) {
    return this.questionnaires.noticeCounts(params.hallId, query.from, query.until);
  }
}
