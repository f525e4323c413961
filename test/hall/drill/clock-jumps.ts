import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { HOUR } from '@shouwen/domain/time/instant';
import { clockAt, openStage } from '../support/stage.ts';
import { at, BEGIN, cardsIn, DocketHall, twice } from './docket-hall.ts';
import type { DrillResult } from './drill.ts';
import { Load } from './load.ts';
import { findingsOn } from './verified.ts';

const HALL = 'jumps';
const CASES = 20;
/** Around the close of office on the last promised day; forward and back an hour, four times. */
const EDGE = at('2026-12-01', '17:29');
const MOMENTS = [EDGE, EDGE + HOUR, EDGE, EDGE + HOUR, EDGE];
/** More than twice the clock's interval of five seconds: on a busy machine too it has looked at least once at each setting. */
const LOOKS_MS = 12_000;
const CARDS = ['prompt', 'yellow', 'red'];

/** The machine's clock jumps an hour forward and back over a deadline, under load: cards come once, no figure runs backwards. */
export async function clockJumps(): Promise<DrillResult> {
  const real = await run({});
  const control = await run({ DRILL_BROKEN_CLOCK: 'by-span-of-time' });
  return {
    name: 'clock jumps back and forth an hour',
    held:
      real.lost === 0 &&
      real.twice === 0 &&
      real.early === 0 &&
      real.negative === 0 &&
      real.unclean === 0 &&
      real.acknowledged > 20 &&
      real.findings === 0,
    controlFailed: control.twice > 0,
    jumps: MOMENTS.length - 1,
    cards: CASES * CARDS.length,
    lost: real.lost,
    twice: real.twice,
    early: real.early,
    acknowledged: real.acknowledged,
    unclean: real.unclean,
    negative: real.negative,
    findings: real.findings,
    controlTwice: control.twice,
  };
}

async function run(env: Record<string, string>) {
  const stage = await openStage();
  try {
    const server = await stage.startServer({ ...clockAt(BEGIN), ...env });
    const hall = await DocketHall.make(server, { id: HALL });
    for (let n = 0; n < CASES; n++) await hall.accepted();
    hall.leave();
    await server.setClock(EDGE);
    const load = await Load.begin(server, 'busy');
    for (const moment of MOMENTS) {
      await server.setClock(moment);
      await sleep(LOOKS_MS);
    }
    const { acknowledged, unclean } = await load.stop();
    const cards = await cardsIn(stage, HALL);
    return {
      lost: CASES * CARDS.length - cards.filter(({ kind }) => CARDS.includes(kind)).length,
      early: cards.filter(({ dueAt }) => dueAt > EDGE + HOUR + CASES * LOOKS_MS).length,
      twice: twice(cards),
      acknowledged: acknowledged.length,
      unclean: unclean.length,
      negative: await negativeIn(stage.databaseUrl),
      findings: (await findingsOn(stage)).length,
    };
  } finally {
    await stage.stop();
  }
}

/** Waits, handling times and paces below zero: what a screen would show as nonsense. */
async function negativeIn(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ n: number }>(
      `select ((select count(*) from serving where waited_ms < 0 or held_ms < 0)
         + (select count(*) from window_day where handled_ms < 0) + (select count(*) from queue_day where pace_ms < 0))::int as n`,
    );
    return rows[0]!.n;
  } finally {
    await client.end();
  }
}
