/** `npm run lint`: types of everything, eslint with the import directions, formatting. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { install, root } from '../apps/server/bin/prepare.mjs';

await install();

const CHECKS = [
  ['types of the libraries and the server', ['node_modules/typescript/bin/tsc', '-b', 'apps/server']],
  ...['libs/client', 'libs/ui', 'apps/kiosk', 'apps/dashboard', 'test'].map((project) => [
    `types of ${project}`,
    ['node_modules/typescript/bin/tsc', '-p', project, '--noEmit'],
  ]),
  ['eslint', ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0']],
  ['format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']],
];

let failed = 0;
for (const [name, args] of CHECKS) {
  const code = await new Promise((resolve) =>
    spawn(
      process.execPath,
      args.map((arg, index) => (index === 0 ? join(root, arg) : arg)),
      { cwd: root, stdio: 'inherit' },
    ).on('exit', resolve),
  );
  process.stdout.write(`${code === 0 ? 'ok  ' : 'FAIL'} ${name}\n`);
  if (code !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
