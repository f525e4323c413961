import { setTimeout as sleep } from 'node:timers/promises';
import { openStage } from '../support/stage.ts';
import type { DrillResult } from './drill.ts';
import { Load, lostOf } from './load.ts';
import { findingsOn } from './verified.ts';

const LOAD_MS = 4_000;
/** Several, so that at any moment some command has been answered and not yet committed in the control. */
const HALLS = ['drill-1', 'drill-2', 'drill-3', 'drill-4', 'drill-5', 'drill-6'];
/** How long after the answer the control commits, ms. */
const LATE_MS = 200;

/** The server is killed under load: whatever it answered must be there after the next start. */
export async function killServer(): Promise<DrillResult> {
  const real = await run(null);
  const control = await run(LATE_MS);
  return {
    name: 'kill -9 server',
    held: real.lost === 0 && real.unclean === 0 && real.findings === 0 && real.acknowledged > 100 && real.again,
    controlFailed: control.lost > 0,
    acknowledged: real.acknowledged,
    lost: real.lost,
    findings: real.findings,
    controlAcknowledged: control.acknowledged,
    controlLost: control.lost,
  };
}

async function run(earlyMs: number | null) {
  const stage = await openStage();
  try {
    const server = await stage.startServer();
    const loads: Load[] = [];
    for (const hallId of HALLS) loads.push(await Load.begin(server, hallId));
    if (earlyMs !== null) await server.answerEarly(earlyMs);
    await sleep(LOAD_MS);
    server.child.kill('SIGKILL');
    await sleep(300);
    let acknowledged = 0;
    let unclean = 0;
    let lost = 0;
    for (const [index, load] of loads.entries()) {
      const tally = await load.stop();
      acknowledged += tally.acknowledged.length;
      unclean += tally.unclean.length;
      lost += await lostOf(stage.databaseUrl, HALLS[index]!, tally.acknowledged);
    }
    const findings = await findingsOn(stage);
    // And it works again: a new process on the same data answers with what was there.
    const next = await stage.startServer();
    const board = (await (await fetch(`${next.url}/api/halls/${HALLS[0]}/board`)).json()) as { seq: number };
    return { acknowledged, unclean, lost, findings: findings.length, again: board.seq > 0 };
  } finally {
    await stage.stop();
  }
}
