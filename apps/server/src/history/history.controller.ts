import { Controller } from '@nestjs/common';
import { findImported } from '@shouwen/contracts/http/history.operations';
import type { InputOf } from '@shouwen/contracts/http/operation';
import { Handles, Input } from '../platform/http/operation.decorator.ts';
import { HistoryReader } from './history-reader.ts';

/** What staff read of other systems' cases. */
@Controller()
export class HistoryController {
  constructor(private readonly history: HistoryReader) {}

  @Handles(findImported)
  find(@Input() { params }: InputOf<typeof findImported>) {
    return this.history.find(params.hallId, params.number);
  }
}
