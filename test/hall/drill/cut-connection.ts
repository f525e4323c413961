import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PublicBoard } from '@shouwen/contracts/views/board.schema';
import type { Slip } from '@shouwen/contracts/views/ticket.schema';
import { kioskOf, person, type Person } from '../support/people.ts';
import { openStage, type ServerProcess } from '../support/stage.ts';
import type { DrillResult } from './drill.ts';
import { Load } from './load.ts';
import { findingsOn } from './verified.ts';

const PRESSES = 60;

/** A kiosk's line is cut after it has asked for a number: it asks again. One press, one number. */
export async function cutConnection(): Promise<DrillResult> {
  const stage = await openStage();
  try {
    const server = await stage.startServer();
    const load = await Load.begin(server, 'busy');
    const real = await press(server, 'same-key', (key) => key);
    const control = await press(server, 'new-key', () => randomUUID());
    await load.stop();
    const findings = await findingsOn(stage);
    return {
      name: 'repeated POST with a cut connection',
      held: real.issued === PRESSES && real.numbers === PRESSES && findings.length === 0,
      controlFailed: control.issued > PRESSES,
      presses: PRESSES,
      issued: real.issued,
      findings: findings.length,
      controlIssued: control.issued,
    };
  } finally {
    await stage.stop();
  }
}

async function press(server: ServerProcess, hallId: string, second: (first: string) => string) {
  await server.makeHall({ id: hallId });
  const agent = new Agent({ keepAlive: true });
  const kiosk = await kioskOf(server.url, agent, hallId);
  const body = { queueId: 'a', matterId: 'matter-a', headStart: null };
  const numbers = new Set<string>();
  for (let n = 0; n < PRESSES; n++) {
    const key = randomUUID();
    await askAndHangUp(server.url, kiosk, `/api/halls/${hallId}/tickets`, body, key, n % 12);
    const answer = await kiosk.post<Slip>(`/api/halls/${hallId}/tickets`, body, second(key));
    if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    numbers.add(answer.body.number);
  }
  const board = await person(server.url, agent).get<PublicBoard>(`/api/halls/${hallId}/board`);
  agent.destroy();
  return { numbers: numbers.size, issued: board.body.queues.reduce((sum, { waiting }) => sum + waiting, 0) };
}

/** Sends the whole request and cuts the line without waiting for the answer. */
async function askAndHangUp(url: string, kiosk: Person, path: string, body: object, key: string, afterMs: number) {
  const text = JSON.stringify(body);
  await new Promise<void>((resolve) => {
    const sent = request(`${url}${path}`, {
      method: 'POST',
      headers: {
        ...kiosk.headers,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
        'idempotency-key': key,
      },
    });
    sent.on('error', () => resolve());
    sent.on('close', () => resolve());
    sent.end(text, () => setTimeout(() => sent.destroy(), afterMs));
  });
  await sleep(2);
}
