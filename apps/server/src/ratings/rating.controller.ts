import { Controller, Header, Req, StreamableFile } from '@nestjs/common';
import type { InputOf } from '@shouwen/contracts/http/operation';
import { viewPadPhoto } from '@shouwen/contracts/http/photo.operations';
import * as operations from '@shouwen/contracts/http/rating.operations';
import type { FastifyRequest } from 'fastify';
import { ByCaller, type Caller } from '../platform/http/caller.ts';
import { CommandKey } from '../platform/http/command-key.ts';
import { Handles, Input } from '../platform/http/operation.decorator.ts';
import { WrongCodes } from '../platform/http/wrong-codes.ts';
import { PadService } from './pad.service.ts';
import { RatingService } from './rating.service.ts';

type Op = typeof operations;

/** What citizens do: rate at the pad or by the code on the slip. Nobody else can. */
@Controller()
export class RatingController {
  private readonly wrongCodes = new WrongCodes('unknown-ticket');

  constructor(
    private readonly ratings: RatingService,
    private readonly pads: PadService,
  ) {}

  @Handles(operations.viewPad)
  pad(@Input() { params }: InputOf<Op['viewPad']>, @ByCaller() caller: Caller) {
    return this.pads.view(params.hallId, caller);
  }

  @Handles(viewPadPhoto)
  @Header('x-content-type-options', 'nosniff')
  @Header('cache-control', 'no-store')
  async padPhoto(@Input() { params }: InputOf<typeof viewPadPhoto>, @ByCaller() caller: Caller) {
    const content = await this.pads.photo(params.hallId, params.photoId, caller);
    return new StreamableFile(content, { type: 'application/octet-stream' });
  }

  @Handles(operations.castAtPad)
  castAtPad(
    @Input() { params, body }: InputOf<Op['castAtPad']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    const windowId = this.pads.windowOf(caller);
    return this.ratings.cast({ hallId: params.hallId, caller, key }, 'pad', windowId, body);
  }

  @Handles(operations.viewRateable)
  rateable(@Input() { params }: InputOf<Op['viewRateable']>, @Req() request: FastifyRequest) {
    return this.wrongCodes.guard(request, () => this.ratings.rateable(params.code));
  }

  @Handles(operations.castByCode)
  castByCode(
    @Input() { params, body }: InputOf<Op['castByCode']>,
    @ByCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @CommandKey() key?: string,
  ) {
    return this.wrongCodes.guard(request, () => this.ratings.castByCode(params.code, caller, key, body));
  }

  @Handles(operations.addToRating)
  add(
    @Input() { params, body }: InputOf<Op['addToRating']>,
    @ByCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @CommandKey() key?: string,
  ) {
    const { code, ratingId } = params;
    return this.wrongCodes.guard(request, () => this.ratings.add(code, ratingId, caller, key, body.text));
  }

  @Handles(operations.viewRated)
  rated(@Input() { params }: InputOf<Op['viewRated']>) {
    return this.pads.rated(params.hallId, params.windowId);
  }
}
