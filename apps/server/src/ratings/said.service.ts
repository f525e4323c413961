import { Injectable } from '@nestjs/common';
import type { SaidRow, SaidView } from '@shouwen/contracts/views/figures.schema';
import { causesOf } from '@shouwen/domain/rating/causes';
import { isBad, type Rating } from '@shouwen/domain/rating/rating';
import { maskWords } from '@shouwen/domain/text/mask';
import { matchOf, wordsOf } from '@shouwen/domain/text/search-words';
import type { ServiceDay } from '@shouwen/domain/time/instant';
import { DocketReader } from '../docket/docket-reader.ts';
import { ratingFromRow } from '../docket/rows.ts';
import { PersonalData } from '../hall-log/personal-data.ts';
import { periodOf, WORDS_DAYS, type Period } from './period.ts';

interface Asked {
  from?: ServiceDay | undefined;
  until?: ServiceDay | undefined;
  query: string;
  cause?: string | undefined;
  skip: number;
}

interface SaidOf {
  rating: Rating;
  text: string;
  added: string | null;
}

/** Rows of an answer. */
const PAGE = 50;
/** A rating may be cast or added to so many days after its serving at most: where its events are looked for. */
const LATEST_DAYS = 31;

const SAID = `select r.body, max(e.data->'words'->>'ref') filter (where e.kind = 'rating-cast') as ref,
    max(e.data->'words'->>'ref') filter (where e.kind = 'rating-added') as added
  from rating r join hall_event e on e.hall_id = r.hall_id and e.subject = 'rating:' || r.id
    and e.day between $2 and $3::date + ${LATEST_DAYS} and e.kind in ('rating-cast', 'rating-added')
  where r.hall_id = $1 and r.day between $2 and $3 and r.clerk_id <> $4
  group by r.hall_id, r.day, r.id, r.body`;

/**
 * What citizens said in ratings. Words are encrypted and can be erased, so no index of them is kept: those of a period are opened,
 * masked, cut into words and forgotten again with the answer (decision 0008). What is masked cannot be searched for either.
 */
@Injectable()
export class SaidService {
  constructor(
    private readonly reader: DocketReader,
    private readonly personal: PersonalData,
  ) {}

  async view(hallId: string, me: string, asked: Asked): Promise<SaidView> {
    const { catalogue, context } = await this.reader.present(hallId);
    const period = periodOf(asked, context.day, WORDS_DAYS);
    const { version, causes } = catalogue.causes;
    const forms = catalogue.published.ratingForms;
    const rows = (await this.said(hallId, me, period)).map(({ rating, text, added }) => {
      const all = added === null ? text : `${text}\n${added}`;
      return { rating, text, added, all, causes: causesOf({ labels: rating.labels, text: all }, causes) };
    });
    const words = wordsOf(asked.query);
    const found = rows
      .flatMap((row) => {
        const points = matchOf(row.all, words);
        const fits = asked.cause === undefined || row.causes.includes(asked.cause);
        return points !== null && fits ? [{ ...row, points }] : [];
      })
      .sort((a, b) => b.points - a.points || b.rating.castAt - a.rating.castAt);
    const toRow = ({ rating, text, added, causes: named }: (typeof found)[number]): SaidRow => {
      const form = forms.find((one) => one.version === rating.form);
      return {
        ratingId: rating.id,
        day: rating.day,
        level: rating.level,
        text,
        added,
        labels: rating.labels.flatMap((id) => form?.labels.find((label) => label.id === id)?.name ?? []),
        causes: named,
        windowId: rating.windowId,
        matterId: rating.matterId,
        contactId: rating.contactId,
      };
    };
    return {
      ...period,
      version,
      read: rows.length,
      causes: causes.map(({ id, name }) => {
        const named = rows.filter((row) => row.causes.includes(id));
        return { id, name, count: named.length, bad: named.filter(({ rating }) => isBad(rating.level)).length };
      }),
      found: found.length,
      items: found.slice(asked.skip, asked.skip + PAGE).map(toRow),
    };
  }

  /** Ratings of a period that hold words or are bad, their words masked. */
  private async said(hallId: string, me: string, { from, until }: Period): Promise<SaidOf[]> {
    const rows = (await this.reader.database.query(SAID, [hallId, from, until, me])) as {
      body: unknown;
      ref: string | null;
      added: string | null;
    }[];
    const words = await this.personal.readRefs(
      hallId,
      rows.flatMap(({ ref, added }) => [ref ?? [], added ?? []].flat()),
    );
    const textOf = (ref: string | null): string | null => {
      const text = ref === null ? undefined : words.get(ref)?.['text'];
      return text === undefined ? null : maskWords(text);
    };
    return rows.flatMap((row) => {
      const rating = ratingFromRow({ body: row.body });
      const [text, added] = [textOf(row.ref), textOf(row.added)];
      return text !== null || added !== null || isBad(rating.level) ? [{ rating, text: text ?? '', added }] : [];
    });
  }
}
