import { fork, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmbeddedPostgres } from '../../../apps/server/src/platform/postgres/embedded-postgres.ts';
import { planHall, type HallPlan } from '../../support/hall-builder.ts';

const SERVER = fileURLToPath(new URL('server-process.mjs', import.meta.url));

/** One built server in a process of its own. */
export interface ServerProcess {
  url: string;
  pid: number;
  child: ChildProcess;
  makeHall(plan: HallPlan): Promise<void>;
  /** Switches the protection “answer only what is committed” off: it then commits so much later, ms. Only for a drill's control. */
  answerEarly(afterMs: number): Promise<void>;
  /** Sets the machine's clock: from now on it shows this moment and goes on from there. */
  setClock(moment: number): Promise<void>;
}

/** A real database (all safety on) and servers on it, thrown away afterwards. */
export interface Stage {
  databaseUrl: string;
  dataDir: string;
  /** Process of the postmaster now; another one after a crash. */
  readonly postgresPid: number;
  startServer(env?: Record<string, string>): Promise<ServerProcess>;
  stop(): Promise<void>;
}

/** What a server process is told so that the machine's clock shows a moment from its start on. */
export const clockAt = (moment: number): Record<string, string> => ({ DRILL_CLOCK_SHIFT: String(moment - Date.now()) });

/** @param settings of PostgreSQL over the usual, safe ones: only for a drill's control. */
export async function openStage(settings: Readonly<Record<string, string>> = {}): Promise<Stage> {
  const dataDir = await mkdtemp(join(tmpdir(), 'shouwen-stage-'));
  const postgres = await startEmbeddedPostgres({ dataDir, settings });
  const children = new Set<ChildProcess>();
  return {
    databaseUrl: postgres.url,
    dataDir,
    get postgresPid() {
      return postgres.pid;
    },
    async startServer(env = {}) {
      const server = await startServer({
        DATABASE_URL: postgres.url,
        HALL_DATA: dataDir,
        NODE_ENV: 'test',
        LOG_LEVEL: 'error',
        ...env,
      });
      children.add(server.child);
      return server;
    },
    async stop() {
      for (const child of children) child.kill('SIGKILL');
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function startServer(env: Record<string, string>): Promise<ServerProcess> {
  const child = fork(SERVER, [], {
    env: { ...process.env, ...env },
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, (answer: { ok: boolean; error?: string }) => void>();
  let messages = 0;
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    child.on('message', (message: { type?: string; port?: number; id?: number; ok?: boolean; error?: string }) => {
      if (message.type === 'ready') resolve(message.port!);
      else waiting.get(message.id!)?.({ ok: message.ok!, ...(message.error ? { error: message.error } : {}) });
    });
  });
  const tell = (message: object): Promise<void> =>
    new Promise((resolve, reject) => {
      const messageId = ++messages;
      waiting.set(messageId, (answer) => (answer.ok ? resolve() : reject(new Error(answer.error))));
      child.send({ ...message, messageId });
    });
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid!,
    child,
    makeHall: (plan) => tell({ type: 'make-hall', id: plan.id, changes: planHall(plan) }),
    answerEarly: (afterMs) => tell({ type: 'answer-early', afterMs }),
    setClock: (moment) => tell({ type: 'shift-clock', ms: moment - Date.now() }),
  };
}
