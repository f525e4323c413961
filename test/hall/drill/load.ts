import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HallPlan } from '../../support/hall-builder.ts';
import { kioskOf, staffOf, type Answer, type Person } from '../support/people.ts';
import type { ServerProcess } from '../support/stage.ts';

const LETTERS = ['A', 'B'];
const WINDOWS = 4;

/** What came of the commands under a drill. */
export interface Tally {
  /** Keys of commands that the server answered with success: these must be there afterwards. */
  acknowledged: string[];
  /** Answers that are no clean “no”: neither success, nor a documented problem, nor no answer at all. */
  unclean: string[];
  /** Commands without an answer, or answered with 503: allowed while something is down. */
  failed: number;
}

/** A hall with people in it who never stop: two kiosks give numbers, four clerks work, each command under its own key. */
export class Load {
  readonly tally: Tally = { acknowledged: [], unclean: [], failed: 0 };
  private readonly agent = new Agent({ keepAlive: true });
  private running = true;
  private readonly work: Promise<void>[] = [];

  private constructor(
    private readonly hallId: string,
    private readonly kiosks: Person[],
    private readonly clerks: Person[],
  ) {}

  static async begin(server: ServerProcess, hallId: string, plan: Partial<HallPlan> = {}): Promise<Load> {
    await server.makeHall({ id: hallId, letters: LETTERS, windows: WINDOWS, ...plan });
    const agent = new Agent({ keepAlive: true });
    const kiosks = [await kioskOf(server.url, agent, hallId), await kioskOf(server.url, agent, hallId)];
    const clerks: Person[] = [];
    for (let n = 1; n <= WINDOWS; n++) {
      const clerk = await staffOf(server.url, agent, hallId, `clerk-${n}`);
      await clerk.post(`/api/halls/${hallId}/windows/w${n}/open`);
      clerks.push(clerk);
    }
    const load = new Load(hallId, kiosks, clerks);
    load.start();
    return load;
  }

  async stop(): Promise<Tally> {
    this.running = false;
    await Promise.all(this.work);
    this.agent.destroy();
    return this.tally;
  }

  private start(): void {
    for (const kiosk of this.kiosks) {
      this.work.push(
        this.loop(async (n) => {
          const queueId = LETTERS[n % LETTERS.length]!.toLowerCase();
          const body = { queueId, matterId: `matter-${queueId}`, headStart: null };
          await this.send(kiosk, `/api/halls/${this.hallId}/tickets`, body);
        }),
      );
    }
    this.clerks.forEach((clerk, index) => {
      const at = (verb: string) => `/api/halls/${this.hallId}/windows/w${index + 1}/${verb}`;
      this.work.push(
        this.loop(async () => {
          await this.send(clerk, at('call-next'), {});
          await this.send(clerk, at('start'), {});
          await this.send(clerk, at('finish'), { outcome: 'done' });
        }),
      );
    });
  }

  private async loop(step: (n: number) => Promise<void>): Promise<void> {
    for (let n = 0; this.running; n++) {
      await step(n);
      await sleep(5);
    }
  }

  private async send(person: Person, path: string, body: object): Promise<void> {
    const key = randomUUID();
    let answer: Answer<{ code?: string }>;
    try {
      answer = await person.post(path, body, key);
    } catch {
      this.tally.failed += 1;
      await sleep(50);
      return;
    }
    if (answer.status === 200) this.tally.acknowledged.push(key);
    else if (answer.status === 503) {
      this.tally.failed += 1;
      await sleep(50);
    } else if (answer.body.code === undefined || answer.status >= 500) {
      this.tally.unclean.push(`${answer.status} ${JSON.stringify(answer.body).slice(0, 200)}`);
    }
  }
}

/** How many acknowledged commands are not in the database: an acknowledged command left its key there, in the same transaction. */
export async function lostOf(databaseUrl: string, hallId: string, acknowledged: readonly string[]): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ n: number }>(
      'select count(*)::int as n from idempotency where hall_id = $1 and key = any($2)',
      [hallId, acknowledged],
    );
    return acknowledged.length - rows[0]!.n;
  } finally {
    await client.end();
  }
}

/** Waits until something is so, at most `withinMs`; answers how long it took, ms. */
export async function until(what: string, withinMs: number, holds: () => Promise<boolean>): Promise<number> {
  const begun = performance.now();
  for (;;) {
    if (await holds().catch(() => false)) return performance.now() - begun;
    if (performance.now() - begun > withinMs) throw new Error(`${what}: not within ${withinMs} ms`);
    await sleep(50);
  }
}

export const isReady = async (url: string): Promise<boolean> => (await fetch(`${url}/api/health/ready`)).ok;
