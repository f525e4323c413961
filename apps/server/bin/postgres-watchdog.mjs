/**
 * Parent of the embedded PostgreSQL. Restarts it when it was killed; ends it when the server goes, however the server goes: the channel
 * between them closes even on kill -9. Plain Node, nothing to install.
 */
import { spawn, spawnSync } from 'node:child_process';
import { join, dirname } from 'node:path';

/** Starts that end sooner than this one after another are a failure, not bad luck, ms. */
const TOO_SOON_MS = 3_000;
const MOST_FAILURES = 5;
/** A fast shutdown gets this long, then an immediate one, ms; the server must be down in 5 s in all. */
const FAST_MS = 2_500;

let order;
let postgres;
let stopping = false;
let failures = 0;

function start() {
  const begun = Date.now();
  const identity = order.uid === undefined ? {} : { uid: order.uid, gid: order.uid };
  postgres = spawn(order.program, order.args, { stdio: ['ignore', 'ignore', 'pipe'], cwd: '/', ...identity });
  let words = '';
  postgres.stderr.on('data', (chunk) => (words = (words + chunk).slice(-2_000)));
  postgres.on('error', (error) => tell({ failure: String(error) }));
  postgres.on('exit', () => {
    if (stopping) process.exit(0);
    failures = Date.now() - begun < TOO_SOON_MS ? failures + 1 : 0;
    if (failures >= MOST_FAILURES) {
      tell({ failure: words });
      process.exit(1);
    }
    setTimeout(start, 200);
  });
  if (postgres.pid) tell({ pid: postgres.pid });
}

function tell(message) {
  if (process.connected) process.send(message, () => undefined);
}

function stop() {
  if (stopping) return;
  stopping = true;
  if (!postgres || postgres.exitCode !== null || postgres.signalCode !== null) process.exit(0);
  if (process.platform === 'win32') {
    const folder = order.args[order.args.indexOf('-D') + 1];
    spawnSync(join(dirname(order.program), 'pg_ctl.exe'), ['stop', '-D', folder, '-m', 'fast', '-t', '3']);
    return;
  }
  postgres.kill('SIGINT');
  setTimeout(() => postgres.kill('SIGQUIT'), FAST_MS);
}

process.once('message', (message) => {
  order = message;
  start();
});
process.once('disconnect', stop);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
