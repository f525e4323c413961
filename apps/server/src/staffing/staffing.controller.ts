import { Controller } from '@nestjs/common';
import type { InputOf } from '@shouwen/contracts/http/operation';
import * as operations from '@shouwen/contracts/http/staffing.operations';
import { Handles, Input } from '../platform/http/operation.decorator.ts';
import { StaffingService } from './staffing.service.ts';

type Op = typeof operations;

/** Rosters on trial. */
@Controller()
export class StaffingController {
  constructor(private readonly staffing: StaffingService) {}

  @Handles(operations.viewStaffing)
  view(@Input() { params, query }: InputOf<Op['viewStaffing']>) {
    return this.staffing.view(params.hallId, query);
  }

  @Handles(operations.proposeStaffing)
  propose(@Input() { params, query }: InputOf<Op['proposeStaffing']>) {
    return this.staffing.propose(params.hallId, query);
  }
}
