import { Injectable } from '@nestjs/common';
import type { LoopBoard, LoopItem, LoopShow } from '@shouwen/contracts/views/loop.schema';
import { maySee } from '@shouwen/domain/petition/may-see';
import type { RatingLoop } from '@shouwen/domain/rating/loop';
import { addDays } from '@shouwen/domain/time/zoned';
import { DocketReader } from '../docket/docket-reader.ts';
import { byRed, toItem } from '../docket/docket-views.ts';
import { toLoop } from '../docket/petition-views.ts';
import type { Present } from '../docket/present.ts';
import { contactFromRow, ratingFromRow } from '../docket/rows.ts';

const LOOPS = `select f.body as contact, v.body as petition, r.body as rating from petition v
  join first_contact f on f.hall_id = v.hall_id and f.id = v.contact_id
  join rating r on r.hall_id = v.hall_id and r.day = left(v.body->>'ratingId', 10)::date and r.id = v.body->>'ratingId'
  where v.hall_id = $1 and v.kind = 'rating'`;
/** How far back published ones are shown, days. */
const PUBLISHED_DAYS = 90;

/** The board of bad ratings: every one that is open, whatever their number, or those published lately. */
@Injectable()
export class LoopsService {
  constructor(private readonly reader: DocketReader) {}

  async board(hallId: string, me: string, show: LoopShow): Promise<LoopBoard> {
    const present = await this.reader.present(hallId);
    const open = await this.items(hallId, me, present, 'and v.ended_at is null', []);
    const late = open.filter(({ leftDays }) => leftDays !== null && leftDays < 0);
    const appeals = open.filter(({ loop }) => loop.appeal !== null && loop.appeal.upheld === null);
    const published = () =>
      this.items(hallId, me, present, 'and v.ended_at >= $2::date', [addDays(present.context.day, -PUBLISHED_DAYS)]);
    const at = (state: RatingLoop['state']) => open.filter(({ loop }) => loop.state === state).length;
    return {
      counts: {
        'to-verify': at('to-verify'),
        'to-rectify': at('to-rectify'),
        'to-revisit': at('to-revisit'),
        'to-publish': at('to-publish'),
        late: late.length,
        appeals: appeals.length,
      },
      items: { open, late, appeals }[show as 'open'] ?? (await published()),
    };
  }

  private async items(
    hallId: string,
    me: string,
    present: Present,
    where: string,
    parameters: unknown[],
  ): Promise<LoopItem[]> {
    const { catalogue, context } = present;
    const mine = this.reader.actsForWhom(me, catalogue, context.day);
    const rows = (await this.reader.database.query(`${LOOPS} ${where}`, [hallId, ...parameters])) as Record<
      string,
      unknown
    >[];
    return rows
      .flatMap((row) => {
        const contact = contactFromRow({ body: row['contact'] });
        const petition = row['petition'] as RatingLoop;
        const rating = ratingFromRow({ body: row['rating'] });
        if (!maySee(petition, contact, me, context)) return [];
        const ageDays = context.calendar.between(petition.openedDay, context.day);
        const item = toItem({ contact, file: null, petition }, me, mine, present);
        return [{ ...item, loop: toLoop(petition, rating, present)!, openedDay: petition.openedDay, ageDays }];
      })
      .sort(byRed);
  }
}
