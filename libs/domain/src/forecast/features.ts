import { MINUTE, type Instant } from '../time/instant.ts';
import { countSince, headWait, minutesPerCall, type DayTrace, type QueueTrace } from './day-trace.ts';
import { hourOf, type QueuePast } from './past-days.ts';

/** What is asked: how long will somebody wait who joins this queue now? */
export interface ForecastQuestion {
  queueId: string;
  now: Instant;
  /** Of the hall's own clock: minutes since midnight. */
  minuteOfDay: number;
  ahead: number;
  /** Windows open for the queue. */
  windows: number;
}

/** What of a day a forecast looks at: a trace, or the part of it that somebody sees who waits already. */
export interface DayView extends Pick<DayTrace, 'waiting'> {
  queue(id: string): QueueTrace;
  queues: ReadonlyMap<string, QueueTrace>;
  issues: readonly Instant[];
  calls: readonly Instant[];
  lastWaits: readonly number[];
}

/** “Not yet”: trees put it on a side of its own. */
const NONE = -1;
/** Minutes per call while the day has shown none: the usual pace at a counter [ours]. */
export const USUAL_PER_CALL = 8;

const mean = (figures: readonly number[]): number =>
  figures.length === 0 ? NONE : figures.reduce((sum, figure) => sum + figure, 0) / figures.length;

/**
 * What the trees see: the queue now, the hall now, and what the queue was like on days that are over. Pure. The day of the week is not
 * among them: of a hall's few weeks it would learn single days by heart; how full a day is shows in its queues.
 */
export function featuresOf(question: ForecastQuestion, day: DayView, past: QueuePast): Float64Array {
  const { now, minuteOfDay, ahead, windows } = question;
  const queue = day.queue(question.queueId);
  const since = (minutes: number): Instant => now - minutes * MINUTE;
  const minutesFrom = (moment: Instant | undefined): number => (moment === undefined ? NONE : (now - moment) / MINUTE);
  const perCall = minutesPerCall(queue, 10);
  const perCallOfFew = minutesPerCall(queue, 4);
  const perCallOfMany = minutesPerCall(queue, 30);
  const callsOfHour = countSince(queue.calls, since(60));
  const waitingMean = queue.waiting.size === 0 ? 0 : (now - queue.sinceSum / queue.waiting.size) / MINUTE;
  const heads = [...day.queues.values()].filter(({ waiting }) => waiting.size > 0).map((other) => headWait(other, now));
  const hour = hourOf(minuteOfDay);
  const lastWaits = queue.waits.slice(-10);
  return Float64Array.of(
    minuteOfDay,
    ahead,
    windows,
    headWait(queue, now),
    waitingMean,
    ahead * (perCall ?? USUAL_PER_CALL),
    perCall ?? NONE,
    perCallOfFew ?? NONE,
    perCallOfMany ?? NONE,
    ahead * (perCallOfFew ?? USUAL_PER_CALL),
    ahead * (perCallOfMany ?? USUAL_PER_CALL),
    (60 * ahead) / (callsOfHour + 1),
    minutesFrom(queue.calls.at(-1)),
    minutesFrom(queue.calls.at(-5)),
    minutesFrom(queue.issues.at(-1)),
    minutesFrom(queue.issues.at(-5)),
    minutesFrom(queue.issues[0]),
    queue.waits.at(-1) ?? NONE,
    mean(queue.waits.slice(-3)),
    mean(lastWaits),
    mean(queue.waits.slice(-50)),
    lastWaits.length === 0 ? NONE : Math.max(...lastWaits),
    lastWaits.length === 0 ? NONE : Math.min(...lastWaits),
    countSince(queue.issues, since(15)),
    countSince(queue.issues, since(60)),
    countSince(queue.calls, since(15)),
    callsOfHour,
    queue.issues.length,
    day.waiting,
    day.waiting - queue.waiting.size,
    countSince(day.issues, since(30)),
    mean(day.lastWaits.slice(-20)),
    countSince(day.calls, since(30)),
    heads.length === 0 ? 0 : Math.max(...heads),
    mean(heads),
    past.low,
    past.middle,
    past.high,
    past.mean,
    past.noneShare,
    past.tickets,
    past.perCall,
    ahead * past.perCall,
    past.waitByHour[hour]!,
    past.issuesByHour[hour]!,
    past.issuesByHour[Math.min(23, hour + 1)]!,
    (queue.issues.length + 5) / (usualSoFar(past, minuteOfDay) + 5),
  );
}

/** Numbers that a usual day has given out by this time. */
function usualSoFar({ issuesByHour }: QueuePast, minuteOfDay: number): number {
  const hour = hourOf(minuteOfDay);
  const before = issuesByHour.subarray(0, hour).reduce((sum, issues) => sum + issues, 0);
  return before + (issuesByHour[hour]! * (minuteOfDay - hour * 60)) / 60;
}
