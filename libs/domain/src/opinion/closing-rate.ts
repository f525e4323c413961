import { OPINION_SOURCES, type Opinion, type OpinionSource } from './opinion.ts';

/** Opinions of a span by where they came from (来源): the closing rate (办结率) counts those that are closed, whenever that was. */
export interface ClosingRate {
  source: OpinionSource;
  received: number;
  closed: number;
  /** Answered after the last day, or still open beyond it. */
  late: number;
  /** `null` when nothing came in: no share of nothing. */
  rate: number | null;
}

export type CountedOpinion = Pick<Opinion, 'source' | 'endedAt' | 'answered' | 'fired'>;

/** Answered after the last day, or still open beyond it. */
export const isOpinionLate = ({ answered, fired }: CountedOpinion): boolean =>
  answered === null ? fired['answer-late'] !== undefined || fired['take-up-late'] !== undefined : answered.late;

/** A row for every source, those of which nothing came included. */
export function closingRates(opinions: readonly CountedOpinion[]): ClosingRate[] {
  return OPINION_SOURCES.map((source) => {
    const mine = opinions.filter((opinion) => opinion.source === source);
    const closed = mine.filter(({ endedAt }) => endedAt !== null).length;
    return {
      source,
      received: mine.length,
      closed,
      late: mine.filter(isOpinionLate).length,
      rate: mine.length === 0 ? null : closed / mine.length,
    };
  });
}
