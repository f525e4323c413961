import { printResult, say } from '../support/measure.ts';
import { clockJumps } from './clock-jumps.ts';
import { cutConnection } from './cut-connection.ts';
import { downAcrossDeadline } from './down-across-deadline.ts';
import type { DrillResult } from './drill.ts';
import { killPostgres } from './kill-postgres.ts';
import { killedWhileFiring } from './killed-while-firing.ts';
import { killServer } from './kill-server.ts';
import { newYear } from './new-year.ts';
import { partition } from './partition.ts';

/** `npm run drill`: breaks what breaks in a hall, under load, and looks what is left. Each drill also runs without its protection. */
const DRILLS = {
  'kill-server': killServer,
  'kill-postgres': killPostgres,
  'cut-connection': cutConnection,
  partition,
  'down-across-deadline': downAcrossDeadline,
  'killed-while-firing': killedWhileFiring,
  'clock-jumps': clockJumps,
  'new-year': newYear,
};

const chosen = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const drills: DrillResult[] = [];
for (const [name, drill] of Object.entries(DRILLS)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  say(`${name} …`);
  const result = await drill();
  drills.push(result);
  const { name: title, held, controlFailed, ...figures } = result;
  say(`  ${title}: ${held ? 'held' : 'DID NOT HOLD'}, control ${controlFailed ? 'failed as it must' : 'DID NOT FAIL'}`);
  say(
    `  ${Object.entries(figures)
      .map(([figure, value]) => `${figure} ${value}`)
      .join(', ')}`,
  );
}
printResult({ drills });
process.exit(drills.length > 0 && drills.every(({ held, controlFailed }) => held && controlFailed) ? 0 : 1);
