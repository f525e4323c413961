import { openStage, type Stage } from '../support/stage.ts';
import { printResult, say } from '../support/measure.ts';
import { benchCall } from './call.bench.ts';
import { benchCases } from './cases.bench.ts';
import { benchClerks } from './clerks.bench.ts';
import { benchDue } from './due.bench.ts';
import { benchForecast } from './forecast.bench.ts';
import { benchHistory } from './history.bench.ts';
import { benchIndicators } from './indicators.bench.ts';
import { benchIssue } from './issue.bench.ts';
import { benchProvince } from './province.bench.ts';
import { benchPush } from './push.bench.ts';
import { benchRate } from './rate.bench.ts';
import { benchRegion } from './region.bench.ts';

const BENCHES: Record<string, (stage: Stage) => Promise<Record<string, unknown>>> = {
  issue: benchIssue,
  call: benchCall,
  history: benchHistory,
  indicators: benchIndicators,
  clerks: benchClerks,
  province: benchProvince,
  push: benchPush,
  rate: benchRate,
  region: benchRegion,
  due: benchDue,
  cases: benchCases,
};

/** Those that need no server. */
const ALONE: Record<string, () => Promise<Record<string, unknown>>> = { forecast: benchForecast };

const name = process.argv[2] ?? '';
const alone = ALONE[name];
if (alone) {
  printResult(await alone());
  process.exit(0);
}
const bench = BENCHES[name];
if (!bench) {
  say(`Which bench? npm run bench -- ${[...Object.keys(BENCHES), ...Object.keys(ALONE)].join(' | ')} [--json]`);
  process.exit(2);
}
say(`bench ${name}: a fresh PostgreSQL with all safety on, a server of its own …`);
const stage = await openStage();
try {
  printResult(await bench(stage));
} finally {
  await stage.stop();
}
process.exit(0);
