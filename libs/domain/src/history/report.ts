import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { quantile } from '../figures/quantile.ts';
import type { Instant, ServiceDay } from '../time/instant.ts';
import { beganAt, endOf, firstOfficer, handOversOf, type ImportedCase } from './imported-case.ts';

/** A share is never said without what it is a share of; `null` when there is nothing to take a share of. */
export interface Share {
  n: number;
  of: number;
  share: number | null;
}

export interface LateCase {
  source: string;
  number: string;
  responsible: string | null;
  deadlineAt: Instant;
  endedAt: Instant;
  /** Working days after the day of the deadline; 0: still on that day, or before the next working day. */
  workingDaysLate: number;
}

/** What a hall's imported history comes to. */
export interface HistoryReport {
  cases: number;
  steps: number;
  /** Ended after the deadline, of those that have an end and a deadline. */
  late: Share & {
    /** Of them on the very day of the deadline: by our own rule (DOMAIN §3) that is in time. */
    onTheDay: number;
    /** The latest of them. */
    worst: LateCase[];
  };
  withoutEnd: { n: number; of: number; pastDeadline: number };
  /** Another officer took the next step. */
  handOvers: {
    total: number;
    casesWith: Share;
    /** How many cases had so many hand-overs. */
    perCase: Record<number, number>;
    median: number | null;
    most: number | null;
    pairs: { from: string; to: string; n: number }[];
  };
  /** The first officer to act was not the one who answered for the case. */
  firstNotResponsible: Share;
  /** From beginning to end by the hall's calendar, the first day not counted. */
  workingDays: { n: number; median: number | null; p90: number | null };
}

const LIST_HEAD = 10;
const share = (n: number, of: number): Share => ({ n, of, share: of === 0 ? null : n / of });

/** Adds cases up one by one, so that a long history needs no room. */
export class HistoryReckoner {
  private cases = 0;
  private steps = 0;
  private limited = 0;
  private readonly late: LateCase[] = [];
  private lateCount = 0;
  private onTheDay = 0;
  private openCount = 0;
  private openPast = 0;
  private readonly handOvers: number[] = [];
  private readonly pairs = new Map<string, { from: string; to: string; n: number }>();
  private firsts = 0;
  private firstsElsewhere = 0;
  private readonly days: number[] = [];

  /** @param dayOf the hall's calendar day of a moment. @param now for open cases whose deadline has passed. */
  constructor(
    private readonly calendar: WorkCalendar,
    private readonly dayOf: (at: Instant) => ServiceDay,
    private readonly now: Instant,
  ) {}

  add(item: ImportedCase): void {
    this.cases += 1;
    this.steps += item.steps.length;
    this.addEnd(item, endOf(item));
    const hands = handOversOf(item);
    this.handOvers.push(hands.length);
    for (const { from, to } of hands) {
      const key = `${from}\n${to}`;
      const pair = this.pairs.get(key) ?? { from, to, n: 0 };
      pair.n += 1;
      this.pairs.set(key, pair);
    }
    const first = firstOfficer(item);
    if (first === null || item.responsible === null) return;
    this.firsts += 1;
    if (first !== item.responsible) this.firstsElsewhere += 1;
  }

  private addEnd(item: ImportedCase, endedAt: Instant | null): void {
    const { deadlineAt } = item;
    if (endedAt === null) {
      this.openCount += 1;
      if (deadlineAt !== null && deadlineAt < this.now) this.openPast += 1;
      return;
    }
    const day = this.dayOf(endedAt);
    this.days.push(this.calendar.between(this.dayOf(beganAt(item)), day));
    if (deadlineAt === null) return;
    this.limited += 1;
    if (endedAt <= deadlineAt) return;
    this.lateCount += 1;
    const last = this.dayOf(deadlineAt);
    if (day === last) this.onTheDay += 1;
    const { source, number, responsible } = item;
    const workingDaysLate = this.calendar.between(last, day);
    this.late.push({ source, number, responsible, deadlineAt, endedAt, workingDaysLate });
    if (this.late.length > 20 * LIST_HEAD) this.keepWorst();
  }

  private keepWorst(): void {
    this.late.sort((a, b) => b.endedAt - b.deadlineAt - (a.endedAt - a.deadlineAt));
    this.late.length = Math.min(this.late.length, LIST_HEAD);
  }

  report(): HistoryReport {
    this.keepWorst();
    const hands = [...this.handOvers].sort((a, b) => a - b);
    const perCase: Record<number, number> = {};
    for (const n of hands) perCase[n] = (perCase[n] ?? 0) + 1;
    const days = [...this.days].sort((a, b) => a - b);
    return {
      cases: this.cases,
      steps: this.steps,
      late: { ...share(this.lateCount, this.limited), onTheDay: this.onTheDay, worst: this.late },
      withoutEnd: { n: this.openCount, of: this.cases, pastDeadline: this.openPast },
      handOvers: {
        total: hands.reduce((sum, n) => sum + n, 0),
        casesWith: share(this.cases - (perCase[0] ?? 0), this.cases),
        perCase,
        median: quantile(hands, 0.5),
        most: hands.at(-1) ?? null,
        pairs: [...this.pairs.values()].sort((a, b) => b.n - a.n || (a.from < b.from ? -1 : 1)).slice(0, LIST_HEAD),
      },
      firstNotResponsible: share(this.firstsElsewhere, this.firsts),
      workingDays: { n: days.length, median: quantile(days, 0.5), p90: quantile(days, 0.9) },
    };
  }
}
