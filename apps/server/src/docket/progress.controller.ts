import { Controller } from '@nestjs/common';
import * as operations from '@shouwen/contracts/http/progress.operations';
import type { InputOf } from '@shouwen/contracts/http/operation';
import { actorOf, ByCaller, type Caller } from '../platform/http/caller.ts';
import { CommandKey } from '../platform/http/command-key.ts';
import { Handles, Input } from '../platform/http/operation.decorator.ts';
import { staffOf } from './docket-commands.ts';
import { DocketDesk } from './docket-desk.service.ts';
import { ProgressService } from './progress.service.ts';

type Op = typeof operations;

/** What citizens ask about their matters, and their receipts. */
@Controller()
export class ProgressController {
  constructor(
    private readonly progress: ProgressService,
    private readonly desks: DocketDesk,
  ) {}

  @Handles(operations.issueReceipt)
  async receipt(@Input() { params }: InputOf<Op['issueReceipt']>, @ByCaller() caller: Caller) {
    await this.desks.mustSee(params.hallId, params.contactId, staffOf(caller));
    return this.progress.receipt(params.hallId, params.contactId);
  }

  @Handles(operations.viewProgress)
  byNumber(@Input() { params, body }: InputOf<Op['viewProgress']>) {
    return this.progress.byNumber(params.hallId, body.number, body.code);
  }

  @Handles(operations.takeSecondVisit)
  secondVisit(
    @Input() { params, body }: InputOf<Op['takeSecondVisit']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.progress.secondVisit({ hallId: params.hallId, actor: actorOf(caller), key }, body.number, body.code);
  }

  @Handles(operations.viewTicketProgress)
  byTicket(@Input() { params }: InputOf<Op['viewTicketProgress']>) {
    return this.progress.byTicket(params.code);
  }

  @Handles(operations.viewMatterRecord)
  record(@Input() { params }: InputOf<Op['viewMatterRecord']>) {
    return this.progress.record(params.hallId, params.matterId);
  }
}
