import { clockAt, openStage, type Stage } from '../support/stage.ts';
import { at, BEGIN, cardsIn, DocketHall, quiet, twice } from './docket-hall.ts';
import type { DrillResult } from './drill.ts';
import { until } from './load.ts';
import { findingsOn } from './verified.ts';

const HALL = 'firing';
/** Cases of the real drill: four cards each. The control shows its fault with fewer. */
const CASES = 120;
const CASES_OF_CONTROL = 40;
const CARDS_EACH = 4;
const KILLS = 3;
/** The server is killed as soon as it has given so many more cards. */
const AFTER_CARDS = 40;

/** Every card falls due at once and the server is killed in the middle, again and again; then two servers give the rest together. */
export async function killedWhileFiring(): Promise<DrillResult> {
  const real = await run(CASES, KILLS, {});
  const control = await run(CASES_OF_CONTROL, 1, { DRILL_BROKEN_CLOCK: 'given-in-memory' });
  return {
    name: 'killed while firing cards',
    held: real.lost === 0 && real.twice === 0 && real.kills === KILLS && real.byTwo > 0 && real.findings === 0,
    controlFailed: control.twice > 0,
    cards: CASES * CARDS_EACH,
    kills: real.kills,
    givenByTwoServers: real.byTwo,
    lost: real.lost,
    twice: real.twice,
    findings: real.findings,
    controlTwice: control.twice,
  };
}

const given = async (stage: Stage): Promise<number> =>
  (await cardsIn(stage, HALL)).reduce((sum, { times }) => sum + times, 0);

async function run(cases: number, kills: number, env: Record<string, string>) {
  const stage = await openStage();
  try {
    const first = await stage.startServer({ ...clockAt(BEGIN), ...env });
    const hall = await DocketHall.make(first, { id: HALL });
    for (let n = 0; n < cases; n++) await hall.accepted();
    hall.leave();
    first.child.kill('SIGKILL');
    const late = at('2026-12-23', '09:00');
    let killed = 0;
    for (; killed < kills; killed++) {
      const before = await given(stage);
      const server = await stage.startServer({ ...clockAt(late), ...env });
      await until('some cards are given', 60_000, async () => (await given(stage)) >= before + AFTER_CARDS);
      server.child.kill('SIGKILL');
    }
    const before = await given(stage);
    // The rest is given by two servers that look at the same moments.
    await Promise.all([1, 2].map(() => stage.startServer({ ...clockAt(late), ...env })));
    // The control remembers only in memory: its tables never come to rest.
    if (env.DRILL_BROKEN_CLOCK) await until('more cards', 60_000, async () => (await given(stage)) > before);
    else await quiet(stage, HALL, late);
    const cards = await cardsIn(stage, HALL);
    return {
      kills: killed,
      byTwo: (await given(stage)) - before,
      lost: cases * CARDS_EACH - cards.length,
      twice: twice(cards),
      findings: (await findingsOn(stage)).length,
    };
  } finally {
    await stage.stop();
  }
}
