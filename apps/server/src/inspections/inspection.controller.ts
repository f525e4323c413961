import { Controller, Header, StreamableFile } from '@nestjs/common';
import * as operations from '@shouwen/contracts/http/inspection.operations';
import type { InputOf } from '@shouwen/contracts/http/operation';
import { DocketCommands, staffOf } from '../docket/docket-commands.ts';
import { ByCaller, type Caller } from '../platform/http/caller.ts';
import { CommandKey } from '../platform/http/command-key.ts';
import { Handles, Input } from '../platform/http/operation.decorator.ts';
import { Upload, type IncomingFile } from '../platform/http/upload.ts';
import { InspectionsService, type InspectionWish } from './inspections.service.ts';

type Op = typeof operations;

/** Inspections (巡查、督查), and orders to put right or to answer (整改、督办). */
@Controller()
export class InspectionController {
  constructor(
    private readonly inspections: InspectionsService,
    private readonly desk: DocketCommands,
  ) {}

  @Handles(operations.listInspections)
  list(@Input() { params }: InputOf<Op['listInspections']>, @ByCaller() caller: Caller) {
    return this.inspections.list(params.hallId, staffOf(caller));
  }

  @Handles(operations.planInspection)
  plan(
    @Input() { params, body }: InputOf<Op['planInspection']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.step(params.hallId, caller, key, { type: 'plan-inspection', ...body });
  }

  @Handles(operations.passPoint)
  pass(@Input() { params }: InputOf<Op['passPoint']>, @ByCaller() caller: Caller, @CommandKey() key?: string) {
    const { hallId, inspectionId, point } = params;
    return this.step(hallId, caller, key, { type: 'pass-point', inspectionId, point });
  }

  @Handles(operations.findAtPoint)
  find(
    @Input() { params, body: { words, ...given } }: InputOf<Op['findAtPoint']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    const { hallId, inspectionId, point } = params;
    return this.inspections.run(
      { hallId, caller, key },
      { type: 'find-at-point', inspectionId, point, ...given },
      words,
    );
  }

  @Handles(operations.finishInspection)
  finish(@Input() { params }: InputOf<Op['finishInspection']>, @ByCaller() caller: Caller, @CommandKey() key?: string) {
    return this.step(params.hallId, caller, key, { type: 'finish-inspection', inspectionId: params.inspectionId });
  }

  @Handles(operations.callOffInspection)
  callOff(
    @Input() { params }: InputOf<Op['callOffInspection']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.step(params.hallId, caller, key, { type: 'call-off-inspection', inspectionId: params.inspectionId });
  }

  @Handles(operations.listOrders)
  orders(@Input() { params }: InputOf<Op['listOrders']>, @ByCaller() caller: Caller) {
    return this.inspections.orders(params.hallId, staffOf(caller));
  }

  @Handles(operations.giveOrder)
  give(
    @Input() { params, body: { words, ...given } }: InputOf<Op['giveOrder']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.inspections.give({ hallId: params.hallId, caller, key }, { type: 'give-order', ...given }, words);
  }

  @Handles(operations.carryOutOrder)
  carryOut(
    @Input() { params, body }: InputOf<Op['carryOutOrder']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.desk.run(params.hallId, caller, key, { type: 'carry-out-order', contactId: params.contactId, ...body });
  }

  @Handles(operations.checkOrder)
  check(@Input() { params, body }: InputOf<Op['checkOrder']>, @ByCaller() caller: Caller, @CommandKey() key?: string) {
    return this.desk.run(params.hallId, caller, key, { type: 'check-order', contactId: params.contactId, ...body });
  }

  @Handles(operations.photographOrder)
  photograph(
    @Input() { params }: InputOf<Op['photographOrder']>,
    @Upload() file: IncomingFile,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.inspections.photograph({ hallId: params.hallId, caller, key }, params.contactId, file);
  }

  /** Plain bytes, as files of cases are given: never what they may claim to be, and kept by no cache. */
  @Handles(operations.lookAtPhotograph)
  @Header('x-content-type-options', 'nosniff')
  @Header('cache-control', 'no-store')
  async photo(
    @Input() { params }: InputOf<Op['lookAtPhotograph']>,
    @ByCaller() caller: Caller,
  ): Promise<StreamableFile> {
    const content = await this.inspections.photo(params.hallId, params.contactId, params.fileId, staffOf(caller));
    return new StreamableFile(content, { type: 'application/octet-stream', length: content.length });
  }

  private async step(hallId: string, caller: Caller, key: string | undefined, wish: InspectionWish) {
    return (await this.inspections.run({ hallId, caller, key }, wish)).inspection;
  }
}
