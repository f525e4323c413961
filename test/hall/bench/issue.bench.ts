import { fork } from 'node:child_process';
import { Agent } from 'node:http';
import { fileURLToPath } from 'node:url';
import { round, say } from '../support/measure.ts';
import { kioskOf } from '../support/people.ts';
import type { ServerProcess, Stage } from '../support/stage.ts';

const HALLS = 50;
const CONNECTIONS = 8;
const WARM_MS = 3_000;
const MEASURE_MS = 10_000;
const DIRECT = fileURLToPath(new URL('issue-direct.mjs', import.meta.url));

/** Tickets a second through HTTP against the very statements of the command, executed directly, in alternating rounds. */
export async function benchIssue(stage: Stage): Promise<Record<string, unknown>> {
  const server = await stage.startServer();
  const halls = Array.from({ length: HALLS }, (_, index) => `issue-${index + 1}`);
  for (const id of halls) await server.makeHall({ id, letters: ['A', 'B'], windows: 200, handlingStandardSeconds: 30 });
  const rounds: { ours: number; direct: number }[] = [];
  for (const round_ of [1, 2]) {
    const ours = await throughHttp(server, halls);
    const direct = await directly(stage.databaseUrl, halls);
    say(`round ${round_}: ours ${round(ours)} tickets/s, direct ${round(direct)} tickets/s`);
    rounds.push({ ours, direct });
  }
  const mean = (part: 'ours' | 'direct') => rounds.reduce((sum, one) => sum + one[part], 0) / rounds.length;
  return {
    ours: round(mean('ours'), 1),
    pgbench: round(mean('direct'), 1),
    ratio: round(mean('ours') / mean('direct'), 3),
  };
}

async function throughHttp(server: ServerProcess, halls: readonly string[]): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const kiosks = await Promise.all(halls.map((hallId) => kioskOf(server.url, agent, hallId)));
  let done = 0;
  let counting = false;
  const until = Date.now() + WARM_MS + MEASURE_MS;
  setTimeout(() => (counting = true), WARM_MS);
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async (_, connection) => {
      for (let n = connection; Date.now() < until; n++) {
        const index = n % halls.length;
        const { status, body } = await kiosks[index]!.post(`/api/halls/${halls[index]}/tickets`, {
          queueId: n % 2 === 0 ? 'a' : 'b',
          matterId: n % 2 === 0 ? 'matter-a' : 'matter-b',
          headStart: null,
        });
        if (status !== 200) throw new Error(`no ticket: ${status} ${JSON.stringify(body)}`);
        if (counting) done += 1;
      }
    }),
  );
  agent.destroy();
  return (done * 1000) / MEASURE_MS;
}

/** In a process of its own, so that it competes with nobody for the server's thread. */
function directly(databaseUrl: string, halls: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = fork(DIRECT, [], { execArgv: [], env: { ...process.env, DATABASE_URL: databaseUrl } });
    child.once('message', (message: { perSecond: number }) => resolve(message.perSecond));
    child.once('exit', (code) => code !== 0 && reject(new Error(`direct execution ended with ${code}`)));
    child.send({ halls, clients: CONNECTIONS, warmMs: WARM_MS, measureMs: MEASURE_MS });
  });
}
