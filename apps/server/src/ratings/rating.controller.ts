import { Controller } from '@nestjs/common';
import type { InputOf } from '@shouwen/contracts/http/operation';
import * as operations from '@shouwen/contracts/http/rating.operations';
import { ByCaller, type Caller } from '../platform/http/caller.ts';
import { CommandKey } from '../platform/http/command-key.ts';
import { Handles, Input } from '../platform/http/operation.decorator.ts';
import { PadService } from './pad.service.ts';
import { RatingService } from './rating.service.ts';

type Op = typeof operations;

/** What citizens do: rate at the pad or by the code on the slip. Nobody else can. */
@Controller()
export class RatingController {
  constructor(
    private readonly ratings: RatingService,
    private readonly pads: PadService,
  ) {}

  @Handles(operations.viewPad)
  pad(@Input() { params }: InputOf<Op['viewPad']>, @ByCaller() caller: Caller) {
    return this.pads.view(params.hallId, caller);
  }

  @Handles(operations.castAtPad)
  async castAtPad(
    @Input() { params, body }: InputOf<Op['castAtPad']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    const windowId = await this.pads.windowOf(caller);
    return this.ratings.cast({ hallId: params.hallId, caller, key }, 'pad', windowId, body);
  }

  @Handles(operations.viewRateable)
  rateable(@Input() { params }: InputOf<Op['viewRateable']>) {
    return this.ratings.rateable(params.code);
  }

  @Handles(operations.castByCode)
  castByCode(
    @Input() { params, body }: InputOf<Op['castByCode']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.ratings.castByCode(params.code, caller, key, body);
  }

  @Handles(operations.addToRating)
  add(@Input() { params, body }: InputOf<Op['addToRating']>, @ByCaller() caller: Caller, @CommandKey() key?: string) {
    return this.ratings.add(params.code, params.ratingId, caller, key, body.text);
  }

  @Handles(operations.viewRated)
  rated(@Input() { params }: InputOf<Op['viewRated']>) {
    return this.pads.rated(params.hallId, params.windowId);
  }
}
