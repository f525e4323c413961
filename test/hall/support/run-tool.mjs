import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

const run = (command, args) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, NX_DAEMON: 'false' } });
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal));
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });

/** Runs a TypeScript program of `test/hall` with this command's arguments; builds the server first when it is not built. */
export async function runTool(program) {
  if (!existsSync(`${root}apps/server/dist/main.js`)) {
    const built = await run(process.execPath, [
      `${root}node_modules/nx/dist/bin/nx.js`,
      'run',
      '@shouwen/server:build',
    ]);
    if (built !== 0) process.exit(built);
  }
  const code = await run(process.execPath, [
    '--import',
    'tsx',
    '--conditions=source',
    `${root}test/hall/${program}`,
    ...process.argv.slice(2),
  ]);
  process.exit(code);
}
