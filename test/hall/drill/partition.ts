import { Agent } from 'node:http';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createApi } from '@shouwen/client/http';
import { connectLive } from '@shouwen/client/live';
import { SOCKET_PATH, type ClientToServer, type ServerToClient } from '@shouwen/contracts/live/live';
import type { PublicBoard } from '@shouwen/contracts/views/board.schema';
import { io, type Socket as LiveSocket } from 'socket.io-client';
import { kioskOf, person, staffOf } from '../support/people.ts';
import { openStage } from '../support/stage.ts';
import type { DrillResult } from './drill.ts';
import { Load, until } from './load.ts';
import { findingsOn } from './verified.ts';

/** Calls made while the display is cut off; fewer than the twenty that a board remembers. */
const CALLS = 12;
const HALL = 'partition';

/** A line between a display and the server that can be cut and mended. */
class Line {
  private readonly open = new Set<Socket>();
  private cut = false;
  private constructor(private readonly server: Server) {}

  static async to(port: number): Promise<Line> {
    const line: Line = new Line(
      createServer((near) => {
        if (line.cut) return near.destroy();
        const far = connect(port, '127.0.0.1');
        for (const socket of [near, far]) {
          line.open.add(socket);
          socket.on('error', () => undefined);
          socket.on('close', () => {
            line.open.delete(socket);
            near.destroy();
            far.destroy();
          });
        }
        near.pipe(far).pipe(near);
      }),
    );
    await new Promise<void>((done) => line.server.listen(0, '127.0.0.1', done));
    return line;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as { port: number }).port}`;
  }

  set isCut(cut: boolean) {
    this.cut = cut;
    if (cut) for (const socket of this.open) socket.destroy();
  }

  close(): void {
    this.isCut = true;
    this.server.close();
  }
}

/** A display is cut off while windows call: when it is back it has seen every call once and shows what the server shows. */
export async function partition(): Promise<DrillResult> {
  const stage = await openStage();
  const agent = new Agent({ keepAlive: true });
  const lines: Line[] = [];
  try {
    const server = await stage.startServer();
    const load = await Load.begin(server, 'busy');
    await server.makeHall({ id: HALL });
    const kiosk = await kioskOf(server.url, agent, HALL);
    const clerk = await staffOf(server.url, agent, HALL, 'clerk-1');
    const press = (verb: string, body: object = {}) => clerk.post(`/api/halls/${HALL}/windows/w1/${verb}`, body);
    await press('open');
    for (let n = 0; n < CALLS + 4; n++) {
      await kiosk.post(`/api/halls/${HALL}/tickets`, { queueId: 'a', matterId: 'matter-a', headStart: null });
    }
    const call = async () => {
      await press('call-next');
      await press('start');
      await press('finish', { outcome: 'done' });
    };
    const line = await Line.to(Number(new URL(server.url).port));
    lines.push(line);

    const seen: number[] = [];
    const display = connectLive({
      hallId: HALL,
      audience: 'public',
      api: createApi({ baseUrl: line.url }),
      baseUrl: line.url,
    });
    display.onCall(({ seq }) => seen.push(seq));
    // The control listens, but asks for nothing that it missed.
    const heard: number[] = [];
    const bare: LiveSocket<ServerToClient, ClientToServer> = io(line.url, {
      path: SOCKET_PATH,
      transports: ['websocket'],
    });
    bare.on('connect', () => bare.emit('join.v1', { hallId: HALL, audience: 'public' }, () => undefined));
    bare.on('hall.events.v1', ({ events }) => heard.push(...events.flatMap(({ seq, call }) => (call ? [seq] : []))));
    await until('the display', 10_000, () =>
      Promise.resolve(display.getState().connection === 'live' && bare.connected),
    );
    await sleep(300);
    await call();
    line.isCut = true;
    await sleep(200);
    for (let n = 0; n < CALLS; n++) await call();
    line.isCut = false;
    const healedMs = await until('the display is back', 30_000, () =>
      Promise.resolve(display.getState().connection === 'live' && bare.connected),
    );
    await call();
    await sleep(1_000);
    const { body: truth } = await person(server.url, agent).get<PublicBoard>(`/api/halls/${HALL}/board`);
    const made = truth.calls.map(({ seq }) => seq).sort((a, b) => a - b);
    const once = seen.length === new Set(seen).size;
    const missed = made.filter((seq) => !seen.includes(seq)).length;
    const shown = display.getState().board;
    const same = JSON.stringify(shown?.calls) === JSON.stringify(truth.calls) && shown?.seq === truth.seq;
    display.close();
    bare.disconnect();
    await load.stop();
    const findings = await findingsOn(stage);
    return {
      name: 'socket partition',
      held: made.length === CALLS + 2 && missed === 0 && once && same && findings.length === 0,
      controlFailed: made.some((seq) => !heard.includes(seq)),
      calls: made.length,
      missed,
      findings: findings.length,
      healedMs: Math.round(healedMs),
      controlMissed: made.filter((seq) => !heard.includes(seq)).length,
    };
  } finally {
    for (const line of lines) line.close();
    agent.destroy();
    await stage.stop();
  }
}
