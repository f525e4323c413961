import { Agent } from 'node:http';
import { serviceDayOf } from '@shouwen/domain/time/zoned';
import { median, round, say } from '../support/measure.ts';
import { staffOf, type Person } from '../support/people.ts';
import { seedWaiting } from '../support/seed-tickets.ts';
import type { Stage } from '../support/stage.ts';

const CALLS = 300;
const ROUNDS = 3;

/** Median cost of call-next with 100,000 waiting over with 100, in alternating rounds of the same run. */
export async function benchCall(stage: Stage): Promise<Record<string, unknown>> {
  const server = await stage.startServer();
  const agent = new Agent({ keepAlive: true });
  const day = serviceDayOf(Date.now(), 'Asia/Shanghai');
  const sizes = { small: 100, large: 100_000 };
  const desks: Record<string, Person> = {};
  for (const [id, waiting] of Object.entries(sizes)) {
    await server.makeHall({ id, letters: ['A'], windows: 1 });
    await seedWaiting(stage.databaseUrl, id, day, waiting);
    desks[id] = await staffOf(server.url, agent, id, 'clerk-1');
    await desks[id].post(`/api/halls/${id}/windows/w1/open`);
    await turn(desks[id], id, 50);
  }
  const times: Record<string, number[]> = { small: [], large: [] };
  for (let n = 0; n < ROUNDS; n++)
    for (const id of Object.keys(sizes)) times[id]!.push(...(await turn(desks[id]!, id, CALLS / ROUNDS)));
  agent.destroy();
  const [at100, at100000] = [median(times['small']!), median(times['large']!)];
  say(`call-next: ${round(at100)} ms with 100 waiting, ${round(at100000)} ms with 100,000`);
  return { at100: round(at100, 3), at100000: round(at100000, 3), growth: round(at100000 / at100, 3) };
}

/** Calls and puts back, so that the number of people waiting stays what it is. */
async function turn(desk: Person, hallId: string, calls: number): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < calls; n++) {
    const begun = performance.now();
    const { status } = await desk.post(`/api/halls/${hallId}/windows/w1/call-next`);
    times.push(performance.now() - begun);
    if (status !== 200) throw new Error(`call-next answered ${status}`);
    await desk.post(`/api/halls/${hallId}/windows/w1/put-back`);
  }
  return times;
}
