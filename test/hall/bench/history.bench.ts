import { Agent } from 'node:http';
import { serviceDayOf } from '@shouwen/domain/time/zoned';
import { median, round, say } from '../support/measure.ts';
import { kioskOf, staffOf, type Person } from '../support/people.ts';
import { seedHistory } from '../support/seed-tickets.ts';
import type { Stage } from '../support/stage.ts';

const VISITS = 300;
const ROUNDS = 3;

/** Median cost of issue + call with 1,000,000 past tickets over with 10,000, in alternating rounds of the same run. */
export async function benchHistory(stage: Stage): Promise<Record<string, unknown>> {
  const server = await stage.startServer();
  const agent = new Agent({ keepAlive: true });
  const day = serviceDayOf(Date.now(), 'Asia/Shanghai');
  const halls: Record<string, { kiosk: Person; desk: Person }> = {};
  for (const [id, past] of [
    ['past-10k', 10_000],
    ['past-1m', 1_000_000],
  ] as const) {
    await server.makeHall({ id, letters: ['A'], windows: 1 });
    say(`${past} past tickets …`);
    await seedHistory(stage.databaseUrl, id, day, past);
    halls[id] = { kiosk: await kioskOf(server.url, agent, id), desk: await staffOf(server.url, agent, id, 'clerk-1') };
    await halls[id].desk.post(`/api/halls/${id}/windows/w1/open`);
    await visits(halls[id], id, 50);
  }
  const times: Record<string, number[]> = { 'past-10k': [], 'past-1m': [] };
  for (let n = 0; n < ROUNDS; n++) {
    for (const id of Object.keys(halls)) times[id]!.push(...(await visits(halls[id]!, id, VISITS / ROUNDS)));
  }
  agent.destroy();
  const [at10k, at1m] = [median(times['past-10k']!), median(times['past-1m']!)];
  return { at10k: round(at10k, 3), at1m: round(at1m, 3), growth: round(at1m / at10k, 3) };
}

async function visits(
  { kiosk, desk }: { kiosk: Person; desk: Person },
  hallId: string,
  count: number,
): Promise<number[]> {
  const times: number[] = [];
  const at = `/api/halls/${hallId}/windows/w1`;
  for (let n = 0; n < count; n++) {
    const begun = performance.now();
    const issued = await kiosk.post(`/api/halls/${hallId}/tickets`, {
      queueId: 'a',
      matterId: 'matter-a',
      headStart: null,
    });
    const called = await desk.post(`${at}/call-next`);
    times.push(performance.now() - begun);
    if (issued.status !== 200 || called.status !== 200)
      throw new Error(`visit answered ${issued.status}, ${called.status}`);
    await desk.post(`${at}/start`);
    await desk.post(`${at}/finish`, { outcome: 'done' });
  }
  return times;
}
