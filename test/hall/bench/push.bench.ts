import { fork, type ChildProcess } from 'node:child_process';
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { percentile, round, say } from '../support/measure.ts';
import { kioskOf, staffOf } from '../support/people.ts';
import type { Stage } from '../support/stage.ts';

const DISPLAYS = 1_000;
const CALLS = 120;
const WATCHERS = fileURLToPath(new URL('push-watchers.mjs', import.meta.url));
const BARE = fileURLToPath(new URL('push-bare.mjs', import.meta.url));

interface Heard {
  /** Milliseconds since 1970 at which the last display had the message, by its sequence. */
  lastAt: number;
  count: number;
}

/** From the commit to the last of 1,000 displays, against a bare socket.io broadcast of the same bytes to the same displays. */
export async function benchPush(stage: Stage): Promise<Record<string, unknown>> {
  const ours = await throughServer(stage);
  const bare = await barely(ours.sample);
  const [p99, bareP99] = [percentile(ours.ms, 0.99), percentile(bare, 0.99)];
  say(`push: median ${round(percentile(ours.ms, 0.5))} ms, bare ${round(percentile(bare, 0.5))} ms`);
  return { displays: DISPLAYS, p99: round(p99), bareP99: round(bareP99), ratio: round(p99 / bareP99) };
}

async function throughServer(stage: Stage): Promise<{ ms: number[]; sample: unknown }> {
  const server = await stage.startServer({ BENCH_COMMITS: 'yes' });
  const id = 'push';
  await server.makeHall({ id, letters: ['A'], windows: 1 });
  const agent = new Agent({ keepAlive: true });
  const kiosk = await kioskOf(server.url, agent, id);
  const desk = await staffOf(server.url, agent, id, 'clerk-1');
  await desk.post(`/api/halls/${id}/windows/w1/open`);
  await kiosk.post(`/api/halls/${id}/tickets`, { queueId: 'a', matterId: 'matter-a', headStart: null });
  const watchers = await startWatchers(server.url, { hallId: id });
  const commits = new Map<number, number>();
  server.child.on('message', (message: { type?: string; seq?: number; at?: number }) => {
    if (message.type === 'commit') commits.set(message.seq!, message.at!);
  });
  const ms: number[] = [];
  for (let n = 0; n < CALLS; n++) {
    const { body } = await desk.post<{ seq: number }>(`/api/halls/${id}/windows/w1/call-next`);
    const heard = await watchers.heard(body.seq);
    ms.push(heard.lastAt - commits.get(body.seq)!);
    await desk.post(`/api/halls/${id}/windows/w1/put-back`);
    await sleep(350);
  }
  const sample = watchers.sample();
  watchers.stop();
  agent.destroy();
  server.child.kill('SIGKILL');
  return { ms, sample };
}

async function barely(sample: unknown): Promise<number[]> {
  const child = fork(BARE, [], { execArgv: [] });
  const port = await new Promise<number>((resolve) =>
    child.once('message', (message: { port: number }) => resolve(message.port)),
  );
  const watchers = await startWatchers(`http://127.0.0.1:${port}`, {});
  const ms: number[] = [];
  for (let n = 1; n <= CALLS; n++) {
    const seq = 1_000_000 + n;
    const at = await new Promise<number>((resolve) => {
      child.once('message', (message: { at: number }) => resolve(message.at));
      child.send({ seq, message: { ...(sample as object), seq } });
    });
    ms.push((await watchers.heard(seq)).lastAt - at);
    await sleep(350);
  }
  watchers.stop();
  child.kill('SIGKILL');
  return ms;
}

async function startWatchers(url: string, join: { hallId?: string }) {
  const child: ChildProcess = fork(WATCHERS, [], {
    execArgv: [],
    env: { ...process.env, WATCH: JSON.stringify({ url, displays: DISPLAYS, ...join }) },
  });
  const heard = new Map<number, Heard>();
  const waiting = new Map<number, (one: Heard) => void>();
  let sample: unknown;
  await new Promise<void>((resolve) => {
    child.on('message', (message: { type: string; seq: number; lastAt: number; count: number; sample?: unknown }) => {
      if (message.type === 'ready') return resolve();
      sample ??= message.sample;
      heard.set(message.seq, message);
      waiting.get(message.seq)?.(message);
    });
  });
  return {
    heard: (seq: number) => {
      const known = heard.get(seq);
      return known ? Promise.resolve(known) : new Promise<Heard>((resolve) => waiting.set(seq, resolve));
    },
    sample: () => sample,
    stop: () => child.kill('SIGKILL'),
  };
}
