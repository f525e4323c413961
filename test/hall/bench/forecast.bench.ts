import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { rowsOf } from '@shouwen/domain/forecast/day-rows';
import { forecastFor, learn } from '@shouwen/domain/forecast/forecaster';
import { PastQueues, type PastDay, type PastTicket } from '@shouwen/domain/forecast/past-days';
import { round, say } from '../support/measure.ts';
import { readTicketLog } from '../support/ticket-log.ts';

/** The Warsaw records, where they lie beside the project: learnt from up to this day, tested on the rest. */
const WARSAW = fileURLToPath(
  new URL('../../../../shared/data/warsaw-halls/tickets-2020-01-02_15.csv.gz', import.meta.url),
);
const LAST_TRAINING_DAY = '2020-01-10';
const COLUMNS = ['hall', 'date', 'queue_id', 'issued_at', 'called_at', 'ahead_at_issue', 'open_windows_at_issue'];

/**
 * Waits told when the number is given out against what came: learnt from one ticket log, tested on another, ticket by ticket in the order
 * of the day, minutes. `hol` and `ahead` are the quick predictors of the same moment, `winkler` the mean interval score at 80 %.
 */
export async function benchForecast(): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    strict: false,
    options: { train: { type: 'string' }, test: { type: 'string' } },
  });
  const [train, test] = [values.train, values.test].map((path) => (typeof path === 'string' ? path : undefined));
  const trainDays = (await daysOf(train ?? WARSAW)).filter(({ day }) => train || day <= LAST_TRAINING_DAY);
  const testDays = (await daysOf(test ?? WARSAW)).filter(({ day }) => test || day > LAST_TRAINING_DAY);
  say(`learning from ${trainDays.length} days of halls, testing on ${testDays.length} …`);
  const begun = performance.now();
  const forecaster = learnt(trainDays);
  const trainSeconds = (performance.now() - begun) / 1000;

  const past = new PastQueues(trainDays);
  let [n, mae, holMae, aheadMae, inside, winkler, winklerHistory, predictMs] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const day of testDays) {
    const from = performance.now();
    const told = rowsOf(day, past).map((row) => ({ ...row, ...forecastFor(forecaster, row.features) }));
    predictMs += performance.now() - from;
    const ownPast = new Map(told.map(({ queueId }) => [queueId, past.of(day.hallId, queueId)]));
    for (const { queueId, waited, headWait, aheadWait, low, middle, high } of told) {
      const usual = ownPast.get(queueId)!;
      n += 1;
      mae += Math.abs(waited - middle);
      holMae += Math.abs(waited - headWait);
      aheadMae += Math.abs(waited - aheadWait);
      inside += Number(waited >= low && waited <= high);
      winkler += intervalScore(low, high, waited);
      winklerHistory += intervalScore(usual.low, usual.high, waited);
    }
  }
  if (n === 0) throw new Error('there is no ticket to test on');
  return {
    n,
    mae: round(mae / n, 3),
    holMae: round(holMae / n, 3),
    aheadMae: round(aheadMae / n, 3),
    coverage80: round(inside / n, 3),
    winkler: round(winkler / n, 3),
    winklerHistory: round(winklerHistory / n, 3),
    trainSeconds: round(trainSeconds, 1),
    predictMicros: round((1000 * predictMs) / n, 1),
  };
}

function learnt(days: readonly PastDay[]) {
  const learning = learn(days);
  let step = learning.next();
  while (!step.done) step = learning.next();
  if (!step.value) throw new Error('too few days or tickets to learn from');
  return step.value;
}

/** Width of the range, and ten times what the outcome lies outside it (80 %). */
const intervalScore = (low: number, high: number, outcome: number): number =>
  high - low + (2 / 0.2) * Math.max(0, low - outcome, outcome - high);

/** A ticket log as days of halls, each in the order of issue. Tickets that were never called say nothing of a wait. */
async function daysOf(path: string): Promise<PastDay[]> {
  const days = new Map<string, { hallId: string; day: string; tickets: PastTicket[] }>();
  let uncalled = 0;
  for (const row of await readTicketLog(path, COLUMNS)) {
    const [hallId, day] = [row['hall']!, row['date']!];
    const [issued, called] = [minuteOf(row['issued_at']!), minuteOf(row['called_at']!)];
    if (!(called >= issued)) {
      uncalled += 1;
      continue;
    }
    const known = days.get(`${hallId} ${day}`) ?? { hallId, day, tickets: [] };
    days.set(`${hallId} ${day}`, known);
    const [ahead, windows] = [Number(row['ahead_at_issue']), Number(row['open_windows_at_issue'])];
    known.tickets.push({ queueId: row['queue_id']!, issued, called, ahead, windows });
  }
  if (uncalled > 0) say(`${path}: ${uncalled} tickets without a call after their issue left out`);
  for (const { tickets } of days.values()) tickets.sort((a, b) => a.issued - b.issued);
  return [...days.values()];
}

function minuteOf(time: string): number {
  const [hours, minutes, seconds = 0] = time.split(':').map(Number);
  return time === '' ? Number.NaN : hours! * 60 + minutes! + seconds / 60;
}
