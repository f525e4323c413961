import { Controller } from '@nestjs/common';
import * as operations from '@shouwen/contracts/http/case.operations';
import type { InputOf } from '@shouwen/contracts/http/operation';
import { ByCaller, type Caller } from '../platform/http/caller.ts';
import { CommandKey } from '../platform/http/command-key.ts';
import { Handles, Input } from '../platform/http/operation.decorator.ts';
import { DocketCommands } from './docket-commands.ts';

type Op = typeof operations;

/** The steps of a case (办件). Every answer is the file as it stands afterwards. */
@Controller()
export class CaseController {
  constructor(private readonly desk: DocketCommands) {}

  @Handles(operations.receiveCase)
  receive(
    @Input() { params, body }: InputOf<Op['receiveCase']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.desk.receive(params.hallId, caller, key, body);
  }

  @Handles(operations.acceptCase)
  accept(@Input() { params, body }: InputOf<Op['acceptCase']>, @ByCaller() caller: Caller, @CommandKey() key?: string) {
    return this.desk.run(params.hallId, caller, key, { type: 'accept-case', caseId: params.caseId, ...body });
  }

  @Handles(operations.askSupplement)
  askSupplement(
    @Input() { params, body }: InputOf<Op['askSupplement']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.desk.run(params.hallId, caller, key, { type: 'ask-supplement', caseId: params.caseId, ...body });
  }

  @Handles(operations.bringMaterials)
  bringMaterials(
    @Input() { params, body }: InputOf<Op['bringMaterials']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.desk.run(params.hallId, caller, key, { type: 'bring-materials', caseId: params.caseId, ...body });
  }

  @Handles(operations.refuseCase)
  refuse(@Input() { params, body }: InputOf<Op['refuseCase']>, @ByCaller() caller: Caller, @CommandKey() key?: string) {
    return this.desk.run(params.hallId, caller, key, { type: 'refuse-case', caseId: params.caseId, ...body });
  }

  @Handles(operations.suspendCase)
  suspend(
    @Input() { params, body }: InputOf<Op['suspendCase']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.desk.run(params.hallId, caller, key, { type: 'suspend-case', caseId: params.caseId, ...body });
  }

  @Handles(operations.resumeCase)
  resume(@Input() { params }: InputOf<Op['resumeCase']>, @ByCaller() caller: Caller, @CommandKey() key?: string) {
    return this.desk.run(params.hallId, caller, key, { type: 'resume-case', caseId: params.caseId });
  }

  @Handles(operations.askExtension)
  askExtension(
    @Input() { params, body }: InputOf<Op['askExtension']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.desk.run(params.hallId, caller, key, { type: 'ask-extension', caseId: params.caseId, ...body });
  }

  @Handles(operations.approveExtension)
  approveExtension(
    @Input() { params }: InputOf<Op['approveExtension']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.desk.run(params.hallId, caller, key, { type: 'approve-extension', caseId: params.caseId });
  }

  @Handles(operations.declineExtension)
  declineExtension(
    @Input() { params, body }: InputOf<Op['declineExtension']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.desk.run(params.hallId, caller, key, { type: 'decline-extension', caseId: params.caseId, ...body });
  }

  @Handles(operations.decideCase)
  decide(@Input() { params, body }: InputOf<Op['decideCase']>, @ByCaller() caller: Caller, @CommandKey() key?: string) {
    return this.desk.run(params.hallId, caller, key, { type: 'decide-case', caseId: params.caseId, ...body });
  }

  @Handles(operations.deliverCase)
  deliver(@Input() { params }: InputOf<Op['deliverCase']>, @ByCaller() caller: Caller, @CommandKey() key?: string) {
    return this.desk.run(params.hallId, caller, key, { type: 'deliver-case', caseId: params.caseId });
  }

  @Handles(operations.withdrawCase)
  withdraw(@Input() { params }: InputOf<Op['withdrawCase']>, @ByCaller() caller: Caller, @CommandKey() key?: string) {
    return this.desk.run(params.hallId, caller, key, { type: 'withdraw-case', caseId: params.caseId });
  }

  @Handles(operations.terminateCase)
  terminate(
    @Input() { params, body }: InputOf<Op['terminateCase']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.desk.run(params.hallId, caller, key, { type: 'terminate-case', caseId: params.caseId, ...body });
  }

  @Handles(operations.explainBreach)
  explainBreach(
    @Input() { params, body }: InputOf<Op['explainBreach']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.desk.run(params.hallId, caller, key, { type: 'explain-breach', caseId: params.caseId, ...body });
  }
}
