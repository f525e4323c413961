import { fork } from 'node:child_process';
import { Agent } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { PublicBoard } from '@shouwen/contracts/views/board.schema';
import { round, say } from '../support/measure.ts';
import { person } from '../support/people.ts';
import { seededCode, seededNumber, seedRateable } from '../support/seed-tickets.ts';
import type { Stage } from '../support/stage.ts';

const HALLS = 50;
const SERVINGS = 3_000;
const CONNECTIONS = 8;
const WARM_MS = 3_000;
const MEASURE_MS = 10_000;
const DIRECT = fileURLToPath(new URL('rate-direct.mjs', import.meta.url));

/**
 * Ratings a second through HTTP (by the slip's code) against the very statements of the command, executed directly, in alternating
 * rounds. The ratings are good ones, as ninety-seven in a hundred are. Both sides take servings of the same halls, HTTP from the
 * first and the reference from the last: each is rated once.
 */
export async function benchRate(stage: Stage): Promise<Record<string, unknown>> {
  const server = await stage.startServer();
  const halls = Array.from({ length: HALLS }, (_, index) => `rate-${index + 1}`);
  for (const id of halls) await server.makeHall({ id, letters: ['A', 'B'], windows: 200, handlingStandardSeconds: 30 });
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const { day } = (await person(server.url, agent).get<PublicBoard>(`/api/halls/${halls[0]}/board`)).body;
  for (const id of halls) await seedRateable(stage.databaseUrl, id, day, SERVINGS);
  const used = { ours: 0, direct: 0 };
  const rounds: { ours: number; direct: number }[] = [];
  for (const round_ of [1, 2]) {
    const ours = await throughHttp(server.url, agent, halls, day, used);
    const direct = await directly(stage.databaseUrl, halls, day, used);
    say(`round ${round_}: ours ${round(ours)} ratings/s, direct ${round(direct)} ratings/s`);
    rounds.push({ ours, direct });
  }
  agent.destroy();
  const mean = (part: 'ours' | 'direct') => rounds.reduce((sum, one) => sum + one[part], 0) / rounds.length;
  return {
    ours: round(mean('ours'), 1),
    pgbench: round(mean('direct'), 1),
    ratio: round(mean('ours') / mean('direct'), 3),
  };
}

async function throughHttp(
  url: string,
  agent: Agent,
  halls: readonly string[],
  day: string,
  used: { ours: number },
): Promise<number> {
  const citizen = person(url, agent);
  let done = 0;
  let counting = false;
  const until = Date.now() + WARM_MS + MEASURE_MS;
  setTimeout(() => (counting = true), WARM_MS);
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (Date.now() < until) {
        const turn = used.ours++;
        const hallId = halls[turn % halls.length]!;
        const n = Math.floor(turn / halls.length) + 1;
        const { status, body } = await citizen.post(`/api/t/${seededCode(hallId, n)}/ratings`, {
          ratingId: `${day}.${seededNumber(n)}.1`,
          level: 'satisfied',
          form: 1,
          openMs: 4_000,
        });
        if (status !== 200) throw new Error(`not rated: ${status} ${JSON.stringify(body)}`);
        if (counting) done += 1;
      }
    }),
  );
  return (done * 1000) / MEASURE_MS;
}

/** In a process of its own, so that it competes with nobody for the server's thread. */
function directly(
  databaseUrl: string,
  halls: readonly string[],
  day: string,
  used: { direct: number },
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = fork(DIRECT, [], { execArgv: [], env: { ...process.env, DATABASE_URL: databaseUrl } });
    child.once('message', (message: { perSecond: number; used: number }) => {
      used.direct = message.used;
      resolve(message.perSecond);
    });
    child.once('exit', (code) => code !== 0 && reject(new Error(`direct execution ended with ${code}`)));
    child.send({
      halls,
      day,
      last: SERVINGS,
      used: used.direct,
      clients: CONNECTIONS,
      warmMs: WARM_MS,
      measureMs: MEASURE_MS,
    });
  });
}
