import { Controller } from '@nestjs/common';
import type { InputOf } from '@shouwen/contracts/http/operation';
import * as operations from '@shouwen/contracts/http/region.operations';
import { AppError } from '../platform/http/app-error.ts';
import { ByCaller, type Caller } from '../platform/http/caller.ts';
import { CommandKey } from '../platform/http/command-key.ts';
import { Handles, Input } from '../platform/http/operation.decorator.ts';
import { Oversight, type StaffCaller } from './oversight.service.ts';
import { RegionViews } from './region-view.service.ts';

type Op = typeof operations;

function staff(caller: Caller): StaffCaller {
  if (caller.who !== 'staff') throw new AppError('not-signed-in');
  return caller;
}

/** Figures of many halls, and who may see them. */
@Controller()
export class RegionsController {
  constructor(
    private readonly views: RegionViews,
    private readonly oversight: Oversight,
  ) {}

  @Handles(operations.viewRegion)
  view(@Input() { query }: InputOf<Op['viewRegion']>, @ByCaller() caller: Caller) {
    return this.views.view(staff(caller), query);
  }

  @Handles(operations.listOversight)
  list(@ByCaller() caller: Caller) {
    return this.oversight.list(staff(caller));
  }

  @Handles(operations.giveOversight)
  give(
    @Input() { params, body }: InputOf<Op['giveOversight']>,
    @ByCaller() caller: Caller,
    @CommandKey() key: string | undefined,
  ) {
    return this.oversight.give(staff(caller), params.staffId, body.regions, key);
  }
}
