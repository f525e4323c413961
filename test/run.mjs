/** `npm test`: installs and builds what is needed, runs everything there is, ends with `N passed, M failed`. */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare, root } from '../apps/server/bin/prepare.mjs';

await prepare();

const run = (args, env = {}) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, NX_DAEMON: 'false', ...env },
    });
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal));
    child.on('exit', (code) => resolve(code ?? 1));
  });

const tally = { passed: 0, failed: 0 };

const lint = await run(['test/lint.mjs']);
tally[lint === 0 ? 'passed' : 'failed'] += 1;

const results = join(tmpdir(), `shouwen-test-${process.pid}.json`);
const jest = await run(
  [
    '--experimental-vm-modules',
    '--no-warnings',
    'node_modules/jest/bin/jest.js',
    '--config',
    'test/jest.config.mjs',
    '--json',
    '--outputFile',
    results,
    '--maxWorkers=2',
    ...process.argv.slice(2),
  ],
  { TZ: 'UTC' },
);
try {
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(results, 'utf8'));
  tally.passed += numPassedTests;
  tally.failed += numFailedTests + numRuntimeErrorTestSuites;
} catch {
  tally.failed += 1;
}
rmSync(results, { force: true });
if (jest !== 0 && tally.failed === 0) tally.failed += 1;

process.stdout.write(`\n${tally.passed} passed, ${tally.failed} failed\n`);
process.exit(tally.failed === 0 && tally.passed > 1 ? 0 : 1);
