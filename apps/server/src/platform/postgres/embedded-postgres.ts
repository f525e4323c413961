import { spawn, type ChildProcess } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { findBinaries } from './binaries.ts';
import { postgresUser, prepareCluster, type Cluster } from './cluster.ts';
import { lockData } from './data-lock.ts';
import { endPostmaster } from './processes.ts';
import { noteFile } from './running.ts';

const WATCHDOG = fileURLToPath(new URL('../../../bin/postgres-watchdog.mjs', import.meta.url));

/** Never weaker than this for a hall's data; a test's throw-away cluster may pass `fsync: 'off'`. */
const SETTINGS: Readonly<Record<string, string>> = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgres-%a.log',
  log_truncate_on_rotation: 'on',
  log_rotation_age: '1d',
  log_rotation_size: '0',
};

export interface EmbeddedPostgresOptions {
  /** Folder of the installation (`HALL_DATA`). */
  dataDir: string;
  onProgress?: (line: string) => void;
  /** PostgreSQL settings over the usual ones. */
  settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedPostgres {
  url: string;
  port: number;
  /** Process of the postmaster now; another one after a crash. */
  readonly pid: number;
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL 18 on this installation's data. A watchdog process is its parent: it restarts a database that was killed, and ends it
 * when this process goes, however it goes. Errors are sentences for the person who started the server.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  const onProgress = options.onProgress ?? (() => undefined);
  const unlock = await lockData(dataDir);
  try {
    const uid = await postgresUser(dataDir);
    const binaries = await findBinaries(uid);
    const cluster = await prepareCluster(dataDir, binaries, uid, onProgress);
    const port = await freePort();
    const url = `postgres://postgres:${cluster.password}@127.0.0.1:${port}/postgres`;
    const supervisor = new Supervisor(binaries.program('postgres'), cluster, port, {
      ...SETTINGS,
      ...options.settings,
    });
    onProgress('Starting the database …');
    await supervisor.start();
    await answering(url, supervisor);
    await writeFile(noteFile(dataDir), JSON.stringify({ url }), { mode: 0o600 });
    return {
      url,
      port,
      get pid() {
        return supervisor.postmaster;
      },
      async stop() {
        await supervisor.stop();
        await rm(noteFile(dataDir), { force: true });
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** Keeps a watchdog, and through it a postmaster, running. */
class Supervisor {
  postmaster = 0;
  failure: string | null = null;
  private watchdog: ChildProcess | undefined;
  private stopping = false;

  constructor(
    private readonly program: string,
    private readonly cluster: Cluster,
    private readonly port: number,
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  async start(): Promise<void> {
    const args = ['-D', this.cluster.folder, '-p', String(this.port)];
    for (const [name, value] of Object.entries(this.settings)) args.push('-c', `${name}=${value}`);
    // A group of its own: Ctrl-C in the terminal reaches the server, which stops first; the database after it.
    const watchdog = spawn(process.execPath, [WATCHDOG], {
      detached: true,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      cwd: '/',
      execArgv: [],
    } as never);
    this.watchdog = watchdog;
    watchdog.unref();
    watchdog.channel?.unref();
    watchdog.on('message', (message: { pid?: number; failure?: string }) => {
      if (message.pid) this.postmaster = message.pid;
      if (message.failure) this.failure = message.failure;
    });
    watchdog.once('exit', () => void this.revive());
    watchdog.send({ program: this.program, args, uid: this.cluster.uid });
    for (const until = Date.now() + 5_000; this.postmaster === 0 && Date.now() < until;) await sleep(10);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    const { watchdog } = this;
    if (!watchdog || watchdog.exitCode !== null || watchdog.signalCode !== null) return endPostmaster(this.postmaster);
    // Held again: this process must not end before its database has.
    watchdog.ref();
    const ended = new Promise((done) => watchdog.once('exit', done));
    if (watchdog.connected) watchdog.disconnect();
    await ended;
  }

  /** Somebody killed the watchdog: its database must not stay alone. */
  private async revive(): Promise<void> {
    if (this.stopping) return;
    await endPostmaster(this.postmaster);
    await rm(`${this.cluster.folder}/postmaster.pid`, { force: true });
    this.postmaster = 0;
    if (!this.stopping) await this.start();
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done, fail) => server.once('error', fail).listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}

/** Waits until the database answers, through crash recovery if need be; at most two minutes. */
async function answering(url: string, supervisor: Supervisor): Promise<void> {
  for (const until = Date.now() + 120_000; ; await sleep(50)) {
    if (supervisor.failure) throw new Error(`The database does not start: ${supervisor.failure}`);
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('select 1');
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
