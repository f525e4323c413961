/** Installs and builds what is missing or out of date. Plain Node: it runs before anything is installed. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../', import.meta.url));
const INSTALLED = join(root, 'node_modules', '.shouwen-installed');
const BUILT = join(root, 'node_modules', '.shouwen-built');
const OLDEST = [20, 19];

/** What a build comes from: sources and settings, not tests. */
const SOURCES = ['apps', 'libs', 'package-lock.json', 'tsconfig.base.json', 'nx.json'];
const NOT_SOURCES = new Set(['node_modules', 'dist', 'data', 'seed']);

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  console.error(`需要 Node.js ${OLDEST.join('.')} 或更新的版本,现在是 ${process.versions.node}。`);
  console.error(`Node.js ${OLDEST.join('.')} or newer is needed; this is ${process.versions.node}.`);
  process.exit(1);
}

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(0)} s`;

/** Runs a program to its end; its words are shown only when it fails. */
function quietly(title, command, args, shell = false) {
  const begun = Date.now();
  process.stderr.write(`${title} …\n`);
  const dots = setInterval(() => process.stderr.write(`  … ${seconds(begun)}\n`), 15_000);
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      shell,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', CI: 'true' },
    });
    let words = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (words += chunk));
    child.on('error', (error) => (words += error));
    child.on('close', (code) => {
      clearInterval(dots);
      if (code !== 0) {
        process.stderr.write(`${words}\n${title}: failed\n`);
        process.exit(1);
      }
      process.stderr.write(`  done in ${seconds(begun)}\n`);
      resolve();
    });
  });
}

const stamp = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/** Installs the packages when they are missing or the lock file is another one. Not `npm ci`: the lock has only the programs of one platform. */
export async function install() {
  if (stamp(INSTALLED) === lockHash()) return;
  const npm = process.env.npm_execpath;
  // npm tells its own program; outside npm, Windows needs a shell to find npm.cmd.
  const [command, args] = npm ? [process.execPath, [npm]] : ['npm', []];
  await quietly(
    'Installing packages (first time: a few minutes)',
    command,
    [...args, 'install', '--no-audit', '--no-fund'],
    !npm && process.platform === 'win32',
  );
  writeFileSync(INSTALLED, lockHash());
}

function sourcesHash() {
  const hash = createHash('sha256');
  const visit = (path) => {
    const found = statSync(join(root, path));
    if (!found.isDirectory()) return hash.update(`${path}\n`).update(readFileSync(join(root, path)));
    for (const name of readdirSync(join(root, path)).sort()) {
      if (!NOT_SOURCES.has(name) && !/\.spec\.tsx?$/.test(name)) visit(`${path}/${name}`);
    }
  };
  for (const source of SOURCES) visit(source);
  return hash.digest('hex');
}

/** Builds server and front ends when a source has changed since. */
export async function build() {
  const hash = sourcesHash();
  const complete = ['server/dist/main.js', 'kiosk/dist/index.html', 'dashboard/dist/index.html'].every((file) =>
    existsSync(join(root, 'apps', file)),
  );
  if (complete && stamp(BUILT) === hash) return;
  await quietly('Building server and screens', process.execPath, [
    join(root, 'node_modules/nx/dist/bin/nx.js'),
    'run-many',
    '-t',
    'build',
    '--outputStyle=static',
  ]);
  mkdirSync(dirname(BUILT), { recursive: true });
  writeFileSync(BUILT, hash);
}

/** Everything that must be there before the server can run. */
export async function prepare() {
  checkNode();
  await install();
  await build();
}
