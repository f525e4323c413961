import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Random } from '@shouwen/domain/simulation/random';
import pg from 'pg';
import { round, say, timed } from '../support/measure.ts';
import type { Stage } from '../support/stage.ts';

const CASES = 100_000;
const HALL = 'history';
const REPLAY = fileURLToPath(new URL('../../../apps/server/dist/replay/main.js', import.meta.url));

const MAPPING = {
  source: 'old-system',
  columns: {
    case: 'case',
    step: 'step',
    time: 'time',
    officer: 'officer',
    responsible: 'responsible',
    deadline: 'deadline',
    department: 'department',
  },
  time: { formats: ['yyyy-MM-dd HH:mm:ss'], zone: 'Asia/Shanghai' },
  steps: { received: ['received'], accepted: ['accepted'], decided: ['decided'], delivered: ['delivered'] },
};

/** From a generated file of 100,000 cases to the last commit: the command itself, its start included, on a fresh database. */
export async function benchCases(stage: Stage): Promise<Record<string, unknown>> {
  const server = await stage.startServer();
  await server.makeHall({ id: HALL, timeZone: 'Asia/Shanghai' });
  server.child.kill();
  const file = join(stage.dataDir, 'cases.csv');
  const mapping = join(stage.dataDir, 'mapping.json');
  await writeFile(mapping, JSON.stringify(MAPPING));
  const steps = await generate(file);
  say(`${CASES} cases with ${steps} steps …`);
  const seconds = (await timed(() => replay(stage, [file, '--mapping', mapping, '--hall', HALL]))) / 1_000;
  const cases = await stored(stage.databaseUrl, steps);
  return { seconds: round(seconds), cases };
}

/** Cases of four to eight steps, half of them handed on, in the order in which they happened: cases lie across each other. */
async function generate(path: string): Promise<number> {
  const random = new Random(7);
  const begin = Date.parse('2020-01-01T08:00:00Z');
  const lines: { at: number; text: string }[] = [];
  const written = (at: number) => new Date(at).toISOString().slice(0, 19).replace('T', ' ');
  for (let n = 1; n <= CASES; n++) {
    let at = begin + n * 600_000;
    const deadline = written(at + 20 * 86_400_000);
    const responsible = `officer-${1 + Math.floor(random.between(0, 60))}`;
    const middle = Math.floor(random.between(1, 6));
    const names = ['received', 'accepted', ...Array.from({ length: middle }, (_, m) => `check ${m + 1}`), 'decided'];
    for (const name of names) {
      at += 1_000 * Math.ceil(random.between(60, 200_000));
      const officer = random.between(0, 1) < 0.5 ? responsible : `officer-${1 + Math.floor(random.between(0, 60))}`;
      lines.push({ at, text: `A-${n},${name},${written(at)},${officer},${responsible},${deadline},office ${n % 9}\n` });
    }
  }
  lines.sort((a, b) => a.at - b.at);
  const file = createWriteStream(path);
  file.write('case,step,time,officer,responsible,deadline,department\n');
  for (let n = 0; n < lines.length; n += 5_000) {
    if (
      !file.write(
        lines
          .slice(n, n + 5_000)
          .map(({ text }) => text)
          .join(''),
      )
    )
      await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
  return lines.length;
}

async function replay(stage: Stage, args: string[]): Promise<void> {
  const child = spawn(process.execPath, [REPLAY, ...args], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DATABASE_URL: stage.databaseUrl, HALL_DATA: stage.dataDir },
  });
  const [code] = (await once(child, 'exit')) as [number];
  if (code !== 0) throw new Error(`the replay ended with ${code}`);
}

/** Cases in the hall; throws when not every step of the file is in one. */
async function stored(databaseUrl: string, steps: number): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ cases: number; steps: number }>(
    `select count(*)::int as cases, sum(jsonb_array_length(body->'steps'))::int as steps from imported_case where hall_id = $1`,
    [HALL],
  );
  await client.end();
  if (rows[0]!.steps !== steps) throw new Error(`${rows[0]!.steps} steps are stored, the file has ${steps}`);
  return rows[0]!.cases;
}
