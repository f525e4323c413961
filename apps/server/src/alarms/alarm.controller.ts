import { Controller } from '@nestjs/common';
import * as operations from '@shouwen/contracts/http/alarm.operations';
import type { InputOf, ReplyOf } from '@shouwen/contracts/http/operation';
import type { AlarmBoard } from '@shouwen/contracts/views/alarm.schema';
import type { AlarmCommand } from '@shouwen/domain/alarm/decide-alarm';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import { staffOf } from '../docket/docket-commands.ts';
import { actorOf, ByCaller, type Caller } from '../platform/http/caller.ts';
import { CommandKey } from '../platform/http/command-key.ts';
import { Handles, Input } from '../platform/http/operation.decorator.ts';
import { AlarmsService } from './alarms.service.ts';

type Op = typeof operations;

/** Live alarms and what supervisors do about them. */
@Controller()
export class AlarmController {
  constructor(
    private readonly alarms: AlarmsService,
    private readonly catalogues: CatalogueService,
  ) {}

  @Handles(operations.listAlarms)
  list(@Input() { params }: InputOf<Op['listAlarms']>): Promise<AlarmBoard> {
    return this.alarms.board(params.hallId);
  }

  @Handles(operations.viewAlarmRules)
  async rules(@Input() { params }: InputOf<Op['viewAlarmRules']>): Promise<ReplyOf<Op['viewAlarmRules']>> {
    const { alarms } = await this.catalogues.current(params.hallId);
    return Object.values(alarms).map((rule) => ({ ...rule, receivers: [...rule.receivers] }));
  }

  @Handles(operations.takeAlarm)
  take(
    @Input() { params, body }: InputOf<Op['takeAlarm']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ): Promise<AlarmBoard> {
    const { hallId, alarmId } = params;
    return this.run(hallId, caller, key, { type: 'take-alarm', alarmId, staffId: staffOf(caller), from: body.from });
  }

  @Handles(operations.closeAlarm)
  close(
    @Input() { params, body }: InputOf<Op['closeAlarm']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ): Promise<AlarmBoard> {
    const { hallId, alarmId } = params;
    return this.run(hallId, caller, key, { type: 'close-alarm', alarmId, staffId: staffOf(caller), cause: body.cause });
  }

  @Handles(operations.callStaffBack)
  callBack(
    @Input() { params, body }: InputOf<Op['callStaffBack']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ): Promise<AlarmBoard> {
    const { hallId, alarmId } = params;
    const command = { type: 'call-staff-back', alarmId, staffId: staffOf(caller), windowId: body.windowId } as const;
    return this.run(hallId, caller, key, command);
  }

  @Handles(operations.viewCalledBack)
  calledBack(
    @Input() { params }: InputOf<Op['viewCalledBack']>,
    @ByCaller() caller: Caller,
  ): Promise<ReplyOf<Op['viewCalledBack']>> {
    return this.alarms.calledBack(params.hallId, params.windowId, staffOf(caller));
  }

  @Handles(operations.moveWindow)
  move(
    @Input() { params, body }: InputOf<Op['moveWindow']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ): Promise<ReplyOf<Op['moveWindow']>> {
    return this.catalogues.moveWindow(params.hallId, params.windowId, body.queueIds, actorOf(caller), key);
  }

  private async run(
    hallId: string,
    caller: Caller,
    key: string | undefined,
    command: AlarmCommand,
  ): Promise<AlarmBoard> {
    await this.alarms.run({ hallId, actor: actorOf(caller), key }, command);
    return this.alarms.board(hallId);
  }
}
