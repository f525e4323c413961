import type { Agent } from 'node:http';
import type { Staff } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { Desk } from '@shouwen/contracts/views/desk.schema';
import type { Slip } from '@shouwen/contracts/views/ticket.schema';
import type { HallCommand } from '@shouwen/domain/hall/commands';
import type { RefusalCode } from '@shouwen/domain/hall/refusals';
import type { DayPlan } from '@shouwen/domain/simulation/play-day';
import { staffOf, type Answer, type Person } from '../support/people.ts';
import type { Citizens } from './citizens.ts';

const VERBS: Partial<Record<HallCommand['type'], string>> = {
  'open-window': 'open',
  'close-window': 'close',
  'pause-window': 'pause',
  'resume-window': 'resume',
  'call-next': 'call-next',
  recall: 'recall',
  start: 'start',
  hold: 'hold',
  resume: 'resume-serving',
  transfer: 'transfer',
  finish: 'finish',
  'no-show': 'no-show',
};

type Done = { refused: RefusalCode } | { ticketId: string | null; queueId: string | null };

/** Everybody in the hall on a played day: the kiosk, a clerk at each window, citizens with their codes. Counts what came of it. */
export class Crew {
  readonly issued = new Map<string, Slip>();
  arrived = 0;
  turnedAway = 0;
  served = 0;
  commands = 0;

  private constructor(
    private readonly hallId: string,
    private readonly kiosk: Person,
    private readonly clerks: Map<string, Person>,
    private readonly timeZone: string,
    readonly visitor: Person,
    readonly citizens: Citizens,
  ) {}

  static async assemble(
    url: string,
    agent: Agent,
    hallId: string,
    plan: DayPlan,
    kiosk: Person,
    citizens: Citizens,
  ): Promise<Crew> {
    const clerks = new Map<string, Person>();
    for (const { clerkId } of plan.posts) {
      const { username } = plan.catalogue.staff[clerkId] as unknown as Staff;
      clerks.set(clerkId, await staffOf(url, agent, hallId, username));
    }
    return new Crew(hallId, kiosk, clerks, plan.catalogue.hall.timeZone, kiosk, citizens);
  }

  /** The clerks and their windows, for their signs of life. */
  get people(): ReadonlyMap<string, Person> {
    return this.clerks;
  }

  clock(now: number): string {
    return new Intl.DateTimeFormat('en-GB', { timeZone: this.timeZone, hour: '2-digit', minute: '2-digit' }).format(
      now,
    );
  }

  /** Gives one command through the public API. */
  async do(command: HallCommand): Promise<Done> {
    this.commands += 1;
    if (command.type === 'issue-ticket') return this.issue(command);
    if (command.type === 'cancel-ticket' || command.type === 'return-ticket') return this.byCode(command);
    return this.atWindow(command);
  }

  private async issue(command: Extract<HallCommand, { type: 'issue-ticket' }>): Promise<Done> {
    this.arrived += 1;
    const { queueId, matterId, headStart } = command;
    const answer = await this.kiosk.post<Slip>(`/api/halls/${this.hallId}/tickets`, { queueId, matterId, headStart });
    if (answer.status !== 200) {
      this.turnedAway += 1;
      return refusalOf(answer);
    }
    this.issued.set(answer.body.id, answer.body);
    return { ticketId: answer.body.id, queueId };
  }

  private async byCode(command: Extract<HallCommand, { type: 'cancel-ticket' | 'return-ticket' }>): Promise<Done> {
    const { code } = this.issued.get(command.ticketId)!;
    const verb = command.type === 'cancel-ticket' ? 'cancel' : 'return';
    const answer = await this.visitor.post<Slip>(`/api/t/${code}/${verb}`);
    return answer.status === 200 ? { ticketId: command.ticketId, queueId: answer.body.queueId } : refusalOf(answer);
  }

  private async atWindow(command: HallCommand): Promise<Done> {
    const { type, windowId, clerkId, ...body } = command as HallCommand & { windowId: string; clerkId: string };
    const answer = await this.clerks
      .get(clerkId)!
      .post<Desk>(`/api/halls/${this.hallId}/windows/${windowId}/${VERBS[type]}`, body);
    if (answer.status !== 200) return refusalOf(answer);
    if (type === 'finish') {
      this.served += 1;
      await this.citizens.afterServing(windowId, (ticketId) => this.issued.get(ticketId)?.code);
    }
    const ticket = answer.body.window.ticket;
    return { ticketId: ticket?.id ?? null, queueId: ticket?.queueId ?? null };
  }
}

/** A refusal of the rules is part of a day; anything else ends the simulation. */
function refusalOf({ status, body }: Answer<unknown>): { refused: RefusalCode } {
  const { code } = body as { code?: RefusalCode };
  if (code === undefined || status >= 500 || status === 401)
    throw new Error(`the server answered ${status} ${JSON.stringify(body)}`);
  return { refused: code };
}
