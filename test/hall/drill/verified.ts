import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Stage } from '../support/stage.ts';

const VERIFY = fileURLToPath(new URL('../../../apps/server/dist/verify/main.js', import.meta.url));

/** What `npm run verify` finds on a stage; its last line is the summary. */
export async function findingsOn({ databaseUrl, dataDir }: Stage): Promise<string[]> {
  const child = spawn(process.execPath, [VERIFY], {
    env: { ...process.env, DATABASE_URL: databaseUrl, HALL_DATA: dataDir, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const lines = text.trim().split('\n');
  const summary = lines.pop() ?? '';
  const green = code === 0 && summary.startsWith('verify: green');
  return green ? lines : [...lines, summary === '' ? `verify ended with ${code}` : summary];
}
