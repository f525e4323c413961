import { Injectable } from '@nestjs/common';
import type { RatedView } from '@shouwen/contracts/views/rating.schema';
import { closesOn } from '@shouwen/domain/docket/context';
import type { RatingLoop } from '@shouwen/domain/rating/loop';
import { maskForRated } from '@shouwen/domain/text/mask';
import { DocketReader, refOf, type HeldWhole } from '../docket/docket-reader.ts';
import type { Present } from '../docket/present.ts';
import { AppError } from '../platform/http/app-error.ts';
import { Keys } from '../platform/keys/keys.ts';

/** How many of them a person sees, the last verified first. */
const MOST = 100;

/**
 * Bad ratings as the rated person may see them: after verification, with grounds, without anything of the citizen. Not even the number
 * of the card: numbers run on, so it would tell between which other things the rating came. It has a name of its own instead.
 */
@Injectable()
export class RatedService {
  constructor(
    private readonly reader: DocketReader,
    private readonly keys: Keys,
  ) {}

  async list(hallId: string, me: string): Promise<RatedView[]> {
    const present = await this.reader.present(hallId);
    return Promise.all(
      (await this.contactIds(hallId, me)).map(async (id) =>
        toRated(await this.reader.whole(hallId, id), this.nameOf(hallId, me, id), present),
      ),
    );
  }

  /** The card behind the name. Errors: `unknown-rating`, also for one about somebody else or not verified yet. */
  async contactOf(hallId: string, me: string, ratedId: string): Promise<string> {
    const found = (await this.contactIds(hallId, me)).find((id) => this.nameOf(hallId, me, id) === ratedId);
    if (found === undefined) throw new AppError('unknown-rating');
    return found;
  }

  async one(hallId: string, me: string, contactId: string): Promise<RatedView> {
    const whole = await this.reader.whole(hallId, contactId);
    return toRated(whole, this.nameOf(hallId, me, contactId), await this.reader.present(hallId));
  }

  private async contactIds(hallId: string, me: string): Promise<string[]> {
    const rows = (await this.reader.database.query(
      `select contact_id from petition where hall_id = $1 and kind = 'rating' and body->'concerned' ? $2
         and body->'verified' <> 'null' order by body->'verified'->>'day' desc, contact_id desc limit ${MOST}`,
      [hallId, me],
    )) as { contact_id: string }[];
    return rows.map(({ contact_id: id }) => id);
  }

  private nameOf(hallId: string, me: string, contactId: string): string {
    return this.keys.mac(`rated:${hallId}:${me}:${contactId}`).slice(0, 24);
  }
}

function toRated({ petition, rating, story, words }: HeldWhole, ratedId: string, present: Present): RatedView {
  const { catalogue, context } = present;
  const loop = petition as RatingLoop;
  const textOf = (kind: string): string | null => {
    const event = story.findLast((one) => one.kind === kind);
    const text = words.get((event && refOf(event.data)) ?? '')?.['text'];
    return text === undefined ? null : maskForRated(text);
  };
  const form = catalogue.published.ratingForms.find(({ version }) => version === rating!.form);
  const { appeal, appealUntil } = loop;
  return {
    ratedId,
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
