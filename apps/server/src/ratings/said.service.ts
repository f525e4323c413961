import { Injectable } from '@nestjs/common';
import { SAID_KINDS, type SaidKind, type SaidView } from '@shouwen/contracts/views/figures.schema';
import { causesOf } from '@shouwen/domain/rating/causes';
import { matchOf, wordsOf } from '@shouwen/domain/text/search-words';
import type { ServiceDay } from '@shouwen/domain/time/instant';
import { DocketReader } from '../docket/docket-reader.ts';
import { PersonalData } from '../hall-log/personal-data.ts';
import { periodOf, WORDS_DAYS } from './period.ts';
import { saidInOpinions, saidInRatings } from './said-words.ts';

interface Asked {
  from?: ServiceDay | undefined;
  until?: ServiceDay | undefined;
  query: string;
  cause?: string | undefined;
  kind?: SaidKind | undefined;
  skip: number;
}

/** Rows of an answer. */
const PAGE = 50;

/**
 * What citizens said in ratings and opinions. Words are encrypted and can be erased, so no index of them is kept: those of a period are
 * opened, masked, cut into words and forgotten again with the answer (decision 0008). What is masked cannot be searched for either.
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
    const of = { hallId, me, period, catalogue, context };
    const said = [
      ...(await saidInRatings(this.reader, this.personal, of)),
      ...(await saidInOpinions(this.reader, this.personal, of)),
    ].map((one) => ({ ...one, causes: causesOf({ labels: one.labels, text: one.all }, causes) }));
    const ofKind = (kind: SaidKind) => said.filter(({ row }) => row.kind === kind);
    const [rating, opinion] = SAID_KINDS.map((kind) => ofKind(kind).length) as [number, number];
    const read = asked.kind === undefined ? said : ofKind(asked.kind);
    const words = wordsOf(asked.query);
    const found = read
      .flatMap((one) => {
        const points = matchOf(one.all, words);
        const fits = asked.cause === undefined || one.causes.includes(asked.cause);
        return points !== null && fits ? [{ ...one, points }] : [];
      })
      .sort((a, b) => b.points - a.points || b.at - a.at);
    return {
      ...period,
      version,
      read: read.length,
      kinds: { rating, opinion },
      causes: causes.map(({ id, name }) => {
        const named = read.filter((one) => one.causes.includes(id));
        return { id, name, count: named.length, bad: named.filter(({ bad }) => bad).length };
      }),
      found: found.length,
      items: found.slice(asked.skip, asked.skip + PAGE).map(({ row, causes: named }) => ({ ...row, causes: named })),
    };
  }
}
