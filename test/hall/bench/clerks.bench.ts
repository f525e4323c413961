import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { percentile, round, say } from '../support/measure.ts';
import { kioskOf, staffOf, type Person } from '../support/people.ts';
import type { Stage } from '../support/stage.ts';

const CLERKS = 200;
const CYCLES = 6;
const THOUGHT_MS = 1_000;

/** 200 clerks of one hall at once, each call → start → finish with a second of thought, against one clerk alone (PEERS 15). */
export async function benchClerks(stage: Stage): Promise<Record<string, unknown>> {
  const server = await stage.startServer();
  const agent = new Agent({ keepAlive: true, maxSockets: CLERKS });
  const id = 'clerks';
  const letters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K'];
  await server.makeHall({
    id,
    letters,
    windows: CLERKS + 1,
    firstQueues: (n) => [letters[n % letters.length]!.toLowerCase()],
  });
  const kiosk = await kioskOf(server.url, agent, id);
  say('people arrive …');
  for (let n = 0; n < CLERKS * (CYCLES + 4); n++) {
    const queueId = letters[n % letters.length]!.toLowerCase();
    const { status } = await kiosk.post(`/api/halls/${id}/tickets`, {
      queueId,
      matterId: `matter-${queueId}`,
      headStart: null,
    });
    if (status !== 200) throw new Error(`no ticket: ${status}`);
  }
  say('clerks sign in …');
  const desks: Person[] = [];
  for (let n = 1; n <= CLERKS + 1; n++) desks.push(await staffOf(server.url, agent, id, `clerk-${n}`));
  for (const [index, desk] of desks.entries()) await desk.post(`/api/halls/${id}/windows/w${index + 1}/open`);
  const alone = new Times();
  await work(desks[CLERKS]!, CLERKS + 1, 8, 50, alone);
  const all = new Times();
  await Promise.all(
    desks.slice(0, CLERKS).map(async (desk, index) => {
      await sleep((index / CLERKS) * 3 * THOUGHT_MS);
      await work(desk, index + 1, CYCLES, THOUGHT_MS, all);
    }),
  );
  agent.destroy();
  const [p50, p95, aloneP95] = [percentile(all.ms, 0.5), percentile(all.ms, 0.95), percentile(alone.ms, 0.95)];
  return {
    clerks: CLERKS,
    p50: round(p50),
    p95: round(p95),
    aloneP95: round(aloneP95),
    ratio: round(p95 / aloneP95),
    errors: all.errors + alone.errors,
  };
}

class Times {
  readonly ms: number[] = [];
  errors = 0;
}

async function work(desk: Person, window: number, cycles: number, thoughtMs: number, times: Times): Promise<void> {
  const at = `/api/halls/clerks/windows/w${window}`;
  for (let n = 0; n < cycles; n++) {
    for (const [verb, body] of [
      ['call-next', {}],
      ['start', {}],
      ['finish', { outcome: 'done' }],
    ] as const) {
      const begun = performance.now();
      const { status } = await desk.post(`${at}/${verb}`, body);
      times.ms.push(performance.now() - begun);
      if (status !== 200) times.errors += 1;
      await sleep(thoughtMs);
    }
  }
}
