import type { Instant, ServiceDay } from '../time/instant.ts';

/** Five levels (国办发〔2019〕51号): 非常满意 满意 基本满意 不满意 非常不满意; the last two are bad (差评). */
export const RATING_LEVELS = [
  'very-satisfied',
  'satisfied',
  'fairly-satisfied',
  'dissatisfied',
  'very-dissatisfied',
] as const;
export type RatingLevel = (typeof RATING_LEVELS)[number];

/** Score 5 … 1 of a level [ours]. */
export const scoreOf = (level: RatingLevel): number => 5 - RATING_LEVELS.indexOf(level);
export const isBad = (level: RatingLevel): boolean => scoreOf(level) <= 2;

/** Where it was cast: at the window's pad, or on the phone with the code of the slip. */
export const RATING_CHANNELS = ['pad', 'phone'] as const;
export type RatingChannel = (typeof RATING_CHANNELS)[number];

/** What verification found (核实结论): 属实、误评、恶意. Mistaken and malicious ones leave the score; the original stays. */
export const FINDINGS = ['genuine', 'mistaken', 'malicious'] as const;
export type Finding = (typeof FINDINGS)[number];

/** A serving as ratings see it: facts of the queue, never changed by a rating. */
export interface ServingFacts {
  ticketId: string;
  servingN: number;
  day: ServiceDay;
  windowId: string;
  clerkId: string;
  queueId: string;
  matterId: string | null;
  startedAt: Instant;
  /** `null`: not ended yet. */
  endedAt: Instant | null;
  /** The last serving that ended at its window: the one that the window's pad asks about. */
  lastAtWindow: boolean;
}

/** `2026-11-24.A017.1`: the ticket and which of its servings. One rating each (一次一评). */
export const ratingIdOf = (ticketId: string, servingN: number): string => `${ticketId}.${servingN}`;

const RATING_ID = /^(\d{4}-\d{2}-\d{2}\.[A-Z]{1,2}\d{3,6})\.(\d{1,3})$/;
/** The serving that a rating is about; `null` when the text is no such id. */
export function parseRatingId(id: string): { ticketId: string; servingN: number } | null {
  const match = RATING_ID.exec(id);
  return match ? { ticketId: match[1]!, servingN: Number(match[2]) } : null;
}

/** A rating (评价) as it was cast. Nothing of it changes afterwards but what is added beside it. */
export interface Rating {
  id: string;
  ticketId: string;
  servingN: number;
  /** Day of the serving. */
  day: ServiceDay;
  windowId: string;
  clerkId: string;
  queueId: string;
  matterId: string | null;
  departmentId: string | null;
  channel: RatingChannel;
  level: RatingLevel;
  /** Version of the hall's rating form that was shown. */
  form: number;
  /** Levels of the dimensions that were rated (评价维度), by id; optional, so often empty. */
  dimensions: Readonly<Record<string, RatingLevel>>;
  labels: readonly string[];
  /** From the opening of the rating to the press, ms; a mark of inducement when it is very short. */
  openMs: number | null;
  castAt: Instant;
  /** First-contact card on which a bad one is followed up; `null` when it is not bad. */
  contactId: string | null;
  /** One addition (追评) may follow. */
  addedAt: Instant | null;
  /** Decided in the loop; leaves the level as it was. */
  finding: Finding | null;
}

/** Whether it counts in the adjudicated figure (认定后). The raw figure counts every rating. */
export const counts = ({ finding }: Pick<Rating, 'finding'>): boolean => finding === null || finding === 'genuine';
