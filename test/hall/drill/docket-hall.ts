import { Agent } from 'node:http';
import pg from 'pg';
import type { DocketFile } from '@shouwen/contracts/views/docket.schema';
import { instantAt } from '@shouwen/domain/time/zoned';
import type { HallPlan } from '../../support/hall-builder.ts';
import { staffOf, type Person } from '../support/people.ts';
import type { ServerProcess, Stage } from '../support/stage.ts';
import { until } from './load.ts';

/** A moment by day and wall clock of the drills' halls. */
export const at = (day: string, wall: string): number => instantAt(day, wall, 'Asia/Shanghai');

/** Where the cases of a drill begin: a Tuesday morning. */
export const BEGIN = at('2026-11-24', '10:00');

/** Cards as the log has them. */
export interface Given {
  contactId: string;
  kind: string;
  dueAt: number;
  times: number;
}

/** Every card that the clock gave in a hall, with how often. */
export async function cardsIn({ databaseUrl }: Stage, hallId: string): Promise<Given[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ contact: string; kind: string; due: string; n: string }>(
      `select data->>'contactId' as contact, data->>'kind' as kind, data->>'dueAt' as due, count(*) as n from hall_event
       where hall_id = $1 and kind = 'card-given' and data->>'byId' is null group by 1, 2, 3`,
      [hallId],
    );
    return rows.map(({ contact, kind, due, n }) => ({
      contactId: contact,
      kind,
      dueAt: Number(due),
      times: Number(n),
    }));
  } finally {
    await client.end();
  }
}

export const twice = (cards: readonly Given[]): number => cards.filter(({ times }) => times > 1).length;

/** Waits until nothing that is due by a moment waits in a hall any more. */
export async function quiet(stage: Stage, hallId: string, moment: number, withinMs = 60_000): Promise<number> {
  const client = new pg.Client({ connectionString: stage.databaseUrl });
  await client.connect();
  try {
    return await until('all that is due is given', withinMs, async () => {
      const { rows } = await client.query('select 1 from due_item where hall_id = $1 and at <= $2 limit 1', [
        hallId,
        new Date(moment).toISOString(),
      ]);
      return rows.length === 0;
    });
  } finally {
    await client.end();
  }
}

/** A hall that decides cases: office hours 08:30 to 17:30 from Monday to Sunday by the window, limits by the working day. */
export class DocketHall {
  private readonly agent = new Agent({ keepAlive: true });
  private constructor(
    readonly id: string,
    private readonly server: ServerProcess,
    private readonly people: Record<string, Person>,
  ) {}

  static async make(server: ServerProcess, plan: HallPlan): Promise<DocketHall> {
    await server.makeHall({ open: '08:30', close: '17:30', windows: 2, clerks: 3, cases: true, ...plan });
    return DocketHall.on(server, plan.id);
  }

  /** The same hall by another server, or by one that was started again. */
  static async on(server: ServerProcess, id: string): Promise<DocketHall> {
    const hall = new DocketHall(id, server, {});
    for (const name of ['clerk-1', 'clerk-2', 'administrator'])
      hall.people[name] = await staffOf(server.url, hall.agent, id, name);
    return hall;
  }

  leave(): void {
    this.agent.destroy();
  }

  async post<T = DocketFile>(path: string, body: object = {}, by = 'clerk-1'): Promise<T> {
    const { status, body: answer } = await this.people[by]!.post<T>(`/api/halls/${this.id}/${path}`, body);
    if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`);
    return answer;
  }

  async get<T>(path: string): Promise<T> {
    return (await this.people['clerk-1']!.get<T>(`/api/halls/${this.id}/${path}`)).body;
  }

  /** A case that has been received; `missing`: the minor copy is not there. */
  receive(missing = false): Promise<DocketFile> {
    const materials = missing ? ['register', 'card'] : ['register', 'card', 'copy'];
    return this.post('cases', { matterId: 'permit', kind: 'commitment', channel: 'window', materials });
  }

  /** A case whose clock runs: promised 5 working days, law 20. */
  async accepted(): Promise<DocketFile> {
    const { caseId } = await this.receive();
    return this.post(`cases/${caseId}/accept`);
  }
}
