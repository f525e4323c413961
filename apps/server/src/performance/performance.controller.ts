import { Controller } from '@nestjs/common';
import type { InputOf } from '@shouwen/contracts/http/operation';
import * as operations from '@shouwen/contracts/http/performance.operations';
import { staffOf } from '../docket/docket-commands.ts';
import { ByCaller, type Caller } from '../platform/http/caller.ts';
import { Handles, Input } from '../platform/http/operation.decorator.ts';
import { ArrivalsService } from './arrivals.service.ts';
import { CountedService } from './counted.service.ts';
import { PerformanceService } from './performance.service.ts';

type Op = typeof operations;

/** Figures of a period, and what they count. */
@Controller()
export class PerformanceController {
  constructor(
    private readonly performance: PerformanceService,
    private readonly counted: CountedService,
    private readonly expected: ArrivalsService,
  ) {}

  @Handles(operations.viewPerformance)
  view(@Input() { params, query }: InputOf<Op['viewPerformance']>, @ByCaller() caller: Caller) {
    return this.performance.view(params.hallId, staffOf(caller), query);
  }

  @Handles(operations.listCounted)
  rows(@Input() { params, query }: InputOf<Op['listCounted']>, @ByCaller() caller: Caller) {
    return this.counted.list(params.hallId, staffOf(caller), query);
  }

  @Handles(operations.viewArrivals)
  arrivals(@Input() { params, query }: InputOf<Op['viewArrivals']>) {
    return this.expected.view(params.hallId, query.queueId);
  }
}
