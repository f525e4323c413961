import { Controller } from '@nestjs/common';
import * as operations from '@shouwen/contracts/http/figures.operations';
import type { InputOf } from '@shouwen/contracts/http/operation';
import { staffOf } from '../docket/docket-commands.ts';
import { ByCaller, type Caller } from '../platform/http/caller.ts';
import { Handles, Input } from '../platform/http/operation.decorator.ts';
import { RatingFigures } from './figures.service.ts';
import { PublishedRatings } from './published.service.ts';
import { SaidService } from './said.service.ts';

type Op = typeof operations;

/** Figures made of ratings, for those who oversee, for whoever is rated, and for everybody. */
@Controller()
export class FiguresController {
  constructor(
    private readonly figures: RatingFigures,
    private readonly words: SaidService,
    private readonly published: PublishedRatings,
  ) {}

  @Handles(operations.viewFigures)
  view(@Input() { params, query }: InputOf<Op['viewFigures']>, @ByCaller() caller: Caller) {
    return this.figures.view(params.hallId, staffOf(caller), query);
  }

  @Handles(operations.listRatings)
  behind(@Input() { params, query }: InputOf<Op['listRatings']>, @ByCaller() caller: Caller) {
    return this.figures.behind(params.hallId, staffOf(caller), query);
  }

  @Handles(operations.viewOwnFigures)
  own(@Input() { params }: InputOf<Op['viewOwnFigures']>, @ByCaller() caller: Caller) {
    return this.published.own(params.hallId, staffOf(caller));
  }

  @Handles(operations.listSaid)
  said(@Input() { params, query }: InputOf<Op['listSaid']>, @ByCaller() caller: Caller) {
    return this.words.view(params.hallId, staffOf(caller), query);
  }

  @Handles(operations.viewRatingBoard)
  board(@Input() { params, query }: InputOf<Op['viewRatingBoard']>) {
    return this.published.board(params.hallId, query.month);
  }
}
