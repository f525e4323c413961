import { Injectable } from '@nestjs/common';
import type { RatedView } from '@shouwen/contracts/views/rating.schema';
import { closesOn } from '@shouwen/domain/docket/context';
import type { RatingLoop } from '@shouwen/domain/rating/loop';
import { DocketReader, refOf, type HeldWhole } from '../docket/docket-reader.ts';
import type { Present } from '../docket/present.ts';
import { AppError } from '../platform/http/app-error.ts';

/** How many of them a person sees, the newest first. */
const MOST = 100;

/** Bad ratings as the rated person may see them: after verification, with grounds, without anything of the citizen. */
@Injectable()
export class RatedService {
  constructor(private readonly reader: DocketReader) {}

  async list(hallId: string, me: string): Promise<RatedView[]> {
    const rows = (await this.reader.database.query(
      `select contact_id from petition where hall_id = $1 and kind = 'rating' and body->'concerned' ? $2
         and body->'verified' <> 'null' order by contact_id desc limit ${MOST}`,
      [hallId, me],
    )) as { contact_id: string }[];
    const present = await this.reader.present(hallId);
    return Promise.all(rows.map(async ({ contact_id: id }) => toRated(await this.reader.whole(hallId, id), present)));
  }

  /** Errors: `unknown-rating`, also for one about somebody else or not verified yet: nobody learns that it is there. */
  async one(hallId: string, me: string, contactId: string): Promise<RatedView> {
    const held = await this.reader.whole(hallId, contactId);
    const { petition } = held;
    if (petition?.kind !== 'rating' || !petition.concerned.includes(me) || petition.verified === null)
      throw new AppError('unknown-rating');
    return toRated(held, await this.reader.present(hallId));
  }
}

function toRated({ petition, rating, story, words }: HeldWhole, { catalogue, context }: Present): RatedView {
  const loop = petition as RatingLoop;
  const textOf = (kind: string): string | null => {
    const event = story.findLast((one) => one.kind === kind);
    return words.get((event && refOf(event.data)) ?? '')?.['text'] ?? null;
  };
  const form = catalogue.published.ratingForms.find(({ version }) => version === rating!.form);
  const { appeal, appealUntil } = loop;
  return {
    contactId: loop.id,
    verifiedDay: loop.verified!.day,
    finding: rating!.finding!,
    labels: rating!.labels.flatMap((id) => form?.labels.find((label) => label.id === id)?.name ?? []),
    said: textOf('rating-cast'),
    grounds: textOf('rating-verified') ?? '',
    appealUntil,
    canAppeal: appeal === null && appealUntil !== null && context.now < closesOn(appealUntil, context.catalogue),
    appeal: appeal && {
      at: appeal.at,
      decideBy: appeal.decideBy,
      upheld: appeal.decided?.upheld ?? null,
      grounds: textOf('appeal-decided'),
    },
  };
}
