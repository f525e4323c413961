import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@shouwen/contracts/http/operation';
import type { viewOwnFigures } from '@shouwen/contracts/http/figures.operations';
import type { RatingBoard } from '@shouwen/contracts/views/figures.schema';
import { causesOf } from '@shouwen/domain/rating/causes';
import { FEWEST_RANKED, figuresOf, type RatingCounts } from '@shouwen/domain/rating/figures';
import type { RatingLoop } from '@shouwen/domain/rating/loop';
import { maskForRated } from '@shouwen/domain/text/mask';
import { MINUTE } from '@shouwen/domain/time/instant';
import { addDays } from '@shouwen/domain/time/zoned';
import { HallClocks } from '../catalogue/hall-clocks.ts';
import { DocketReader, refOf, type HeldWhole } from '../docket/docket-reader.ts';
import { COUNTS, OWN, SERVED } from './figures.sql.ts';
import { monthOf, type Period } from './period.ts';

const PUBLISHED = `select contact_id, (ended_at at time zone $4)::date as day from petition where hall_id = $1 and kind = 'rating'
  and ended_at is not null and (ended_at at time zone $4)::date between $2 and $3 order by ended_at desc`;
/** Remedies that a board shows; it counts them all. */
const MOST_SHOWN = 30;
/** A board is asked for by every wall and phone: so long the last answer stands. */
const STANDS_MS = 5 * MINUTE;
const MOST_BOARDS = 200;

/** Ratings as those who are not to know a single one see them: the public, and whoever was rated. */
@Injectable()
export class PublishedRatings {
  private readonly boards = new Map<string, { at: number; board: RatingBoard }>();

  constructor(
    private readonly reader: DocketReader,
    private readonly clocks: HallClocks,
  ) {}

  /** The last month whose ratings are all in: nothing that happens at a window today moves it. */
  async own(hallId: string, me: string): Promise<ReplyOf<typeof viewOwnFigures>> {
    const { catalogue, context } = await this.reader.present(hallId);
    const settled = addDays(context.day, -catalogue.rules.hall.limits.ratingOpenDays - 1);
    const period = monthOf(addDays(`${settled.slice(0, 7)}-01`, -1).slice(0, 7));
    const counts = await this.counts(OWN, hallId, period, me);
    return { ...period, figures: counts.rated < FEWEST_RANKED ? null : figuresOf(counts) };
  }

  async board(hallId: string, asked: string | undefined): Promise<RatingBoard> {
    const { context } = await this.reader.present(hallId);
    const yesterday = addDays(context.day, -1);
    const running = yesterday.slice(0, 7);
    const month = asked !== undefined && asked < running ? asked : running;
    const key = `${hallId} ${month} ${context.day}`;
    const now = this.clocks.server();
    const known = this.boards.get(key);
    if (known && now - known.at < STANDS_MS) return known.board;
    const board = await this.make(hallId, month, yesterday);
    if (this.boards.size >= MOST_BOARDS) this.boards.clear();
    this.boards.set(key, { at: now, board });
    return board;
  }

  /** Only days that are over: a figure that moved with every rating would tell what the last citizen chose. */
  private async make(hallId: string, month: string, yesterday: string): Promise<RatingBoard> {
    const { catalogue } = await this.reader.present(hallId);
    const { from, until: last } = monthOf(month);
    const until = last < yesterday ? last : yesterday;
    const { timeZone } = catalogue.published.hall;
    const counts = await this.counts(`select ${COUNTS} from (${SERVED}) b`, hallId, { from, until }, '');
    const rows = (await this.reader.database.query(PUBLISHED, [hallId, from, until, timeZone])) as {
      contact_id: string;
      day: string;
    }[];
    const loops: { day: string; whole: HeldWhole; causes: string[] }[] = [];
    for (const { contact_id: id, day } of rows) {
      const whole = await this.reader.whole(hallId, id);
      const text = [textOf(whole, 'rating-cast'), textOf(whole, 'rating-added')].join('\n');
      const causes = causesOf({ labels: whole.rating?.labels ?? [], text }, catalogue.causes.causes);
      loops.push({ day, whole, causes });
    }
    const named = catalogue.causes.causes.map(({ id, name }) => {
      return { id, name, count: loops.filter(({ causes }) => causes.includes(id)).length };
    });
    const found = (finding: string) => loops.filter(({ whole }) => whole.rating?.finding === finding).length;
    return {
      month,
      from,
      until,
      figures: counts.rated < FEWEST_RANKED ? null : figuresOf(counts),
      causes: named.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count),
      published: loops.length,
      findings: { genuine: found('genuine'), mistaken: found('mistaken'), malicious: found('malicious') },
      done: loops
        .flatMap(({ day, whole, causes }) => {
          const words = doneIn(whole);
          const names = named.filter(({ id }) => causes.includes(id)).map(({ name }) => name);
          return words === '' ? [] : [{ day, causes: names, words }];
        })
        .slice(0, MOST_SHOWN),
    };
  }

  private async counts(sql: string, hallId: string, { from, until }: Period, me: string): Promise<RatingCounts> {
    const [row] = (await this.reader.database.query(sql, [hallId, from, until, me])) as RatingCounts[];
    return row!;
  }
}

const textOf = ({ story, words }: HeldWhole, kind: string): string => {
  const event = story.findLast((one) => one.kind === kind);
  return words.get((event && refOf(event.data)) ?? '')?.['text'] ?? '';
};

/** What was done about a genuine one, in the words of whoever did it. */
function doneIn(whole: HeldWhole): string {
  const loop = whole.petition as RatingLoop;
  if (whole.rating?.finding !== 'genuine') return '';
  const atOnce = loop.verified?.remedy === 'at-once' ? textOf(whole, 'rating-verified') : '';
  return maskForRated(textOf(whole, 'rating-rectified') || atOnce);
}
