/** `npm start`: installs and builds if needed, then runs the server and goes down with it. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';

/** The server ends itself within four seconds; after this it is ended, ms. */
const PATIENCE_MS = 4_700;

let server;
let stopping = false;

function stop() {
  if (!server) process.exit(0);
  if (stopping) return;
  stopping = true;
  // The channel, not a signal: it also works where signals do not, and when this process is killed.
  if (server.connected) server.disconnect();
  setTimeout(() => server.kill('SIGKILL'), PATIENCE_MS).unref();
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);

// npm runs us through a shell, which a SIGTERM to npm ends without telling us: gone parents mean stop as well.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(), 250).unref();
}

await prepare();
if (!stopping) {
  server = fork(join(root, 'apps/server/dist/main.js'), [], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' },
  });
  server.on('exit', (code, signal) => process.exit(stopping ? 0 : (code ?? (signal ? 1 : 0))));
}
