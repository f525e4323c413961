import { setTimeout as sleep } from 'node:timers/promises';
import { openStage } from '../support/stage.ts';
import { say } from '../support/measure.ts';
import type { DrillResult } from './drill.ts';
import { isReady, Load, lostOf, until } from './load.ts';
import { findingsOn } from './verified.ts';

const LOAD_MS = 4_000;
const HEALS_WITHIN_MS = 60_000;

/** The database is killed under load: commands fail cleanly, the server heals by itself, nothing acknowledged is lost. */
export async function killPostgres(): Promise<DrillResult> {
  const real = await run({});
  // What “fast” settings do: a commit is acknowledged before it is on disk.
  const control = await run({ synchronous_commit: 'off', wal_writer_delay: '10s' });
  return {
    name: 'kill -9 PostgreSQL',
    held: real.lost === 0 && real.unclean === 0 && real.findings === 0 && real.afterwards > 50,
    controlFailed: control.lost > 0,
    acknowledged: real.acknowledged,
    lost: real.lost,
    findings: real.findings,
    healedMs: real.healedMs,
    failedMeanwhile: real.failed,
    controlLost: control.lost,
  };
}

async function run(settings: Record<string, string>) {
  const stage = await openStage(settings);
  try {
    const server = await stage.startServer({ LOG_LEVEL: process.env.DRILL_LOG ?? 'silent' });
    const load = await Load.begin(server, 'drill');
    await sleep(LOAD_MS);
    const before = load.tally.acknowledged.length;
    const killed = stage.postgresPid;
    process.kill(killed, 'SIGKILL');
    const healedMs = Math.round(
      await until('healing', HEALS_WITHIN_MS, async () => stage.postgresPid !== killed && (await isReady(server.url))),
    );
    const healed = load.tally.acknowledged.length;
    await sleep(LOAD_MS / 2);
    const { acknowledged, unclean, failed } = await load.stop();
    for (const line of unclean.slice(0, 3)) say(`  not clean: ${line}`);
    const findings = await findingsOn(stage);
    for (const line of findings.slice(0, 3)) say(`  verify: ${line}`);
    return {
      acknowledged: acknowledged.length,
      afterwards: acknowledged.length - healed,
      lost: await lostOf(stage.databaseUrl, 'drill', acknowledged),
      lostBefore: await lostOf(stage.databaseUrl, 'drill', acknowledged.slice(0, before)),
      unclean: unclean.length,
      findings: findings.length,
      failed,
      healedMs,
    };
  } finally {
    await stage.stop();
  }
}
