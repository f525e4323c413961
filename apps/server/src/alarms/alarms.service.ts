import { Injectable } from '@nestjs/common';
import { Subject } from 'rxjs';
import type { AlarmBoard } from '@shouwen/contracts/views/alarm.schema';
import { rankOf, type Alarm, type AlarmEvent, type NewAlarmEvent } from '@shouwen/domain/alarm/alarm';
import {
  decideAlarm,
  decideWatch,
  RETURNS_WITHIN_MS,
  type AlarmCommand,
  type AlarmSlice,
} from '@shouwen/domain/alarm/decide-alarm';
import { evolveAlarm } from '@shouwen/domain/alarm/evolve-alarm';
import { DAY } from '@shouwen/domain/time/instant';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import type { HallCatalogue } from '../catalogue/hall-catalogue.ts';
import { HallLog, type HallTransaction, type Request, type Work } from '../hall-log/hall-log.ts';
import type { LogEvent } from '../hall-log/log-event.ts';
import { LogReader } from '../hall-log/log-reader.ts';
import { AppError } from '../platform/http/app-error.ts';
import { QueueReader, type Reader } from '../queue/queue-reader.ts';
import { QueueService } from '../queue/queue.service.ts';
import { readDay } from '../queue/slice.ts';
import { ALARM_SLICE, CALLED_BACK, ENDED, OPENED_TODAY } from './alarm.sql.ts';
import { readReadings } from './picture.ts';
import { alarmFromRow, alarmToRow, WRITE_ALARMS } from './rows.ts';

/** A commit about alarms, for the live views. */
export interface AlarmCommit {
  hallId: string;
  prev: number;
  events: LogEvent[];
  catalogue: HallCatalogue;
}

interface AlarmRow {
  body: unknown;
}

/** Live alarms: opened, raised and eased by the clock, taken and closed by people; all of it by way of the hall's log. */
@Injectable()
export class AlarmsService {
  readonly commits = new Subject<AlarmCommit>();

  constructor(
    private readonly hallLog: HallLog,
    private readonly catalogues: CatalogueService,
    private readonly queues: QueueReader,
    private readonly queue: QueueService,
    private readonly log: LogReader,
  ) {}

  /** Looks at a hall's measures, and writes what follows under the hall's lock. @returns how many events there were. */
  async watch(hallId: string): Promise<number> {
    const catalogue = await this.catalogues.current(hallId);
    // Most looks find nothing: the lock is for those that do.
    if ((await this.due(this.queues.database, hallId, catalogue)).length === 0) return 0;
    return this.transaction({ hallId, actor: 'clock', name: 'watch-alarms' }, (tx, at) => this.due(tx, hallId, at));
  }

  /** Runs what somebody does about an alarm; throws its refusal. */
  async run(request: Omit<Request, 'name' | 'input'>, command: AlarmCommand): Promise<void> {
    const { hallId } = request;
    await this.transaction({ ...request, name: command.type, input: command }, async (tx, catalogue) => {
      const { day, context } = this.queues.today(hallId, catalogue);
      const slice = await readSlice(tx, hallId, day, context.now, command.alarmId);
      const windowId = command.type === 'call-staff-back' ? command.windowId : null;
      const windows = windowId === null ? {} : (await readDay(tx, hallId, day, catalogue)).windows;
      if (windowId !== null && !windows[windowId]) throw new AppError('unknown-window');
      const decision = decideAlarm(slice, command, windowId === null ? null : windows[windowId]!);
      if ('refused' in decision) throw AppError.fromRefusal(decision);
      return decision.events;
    });
  }

  /** What supervisors see. */
  board(hallId: string): Promise<AlarmBoard> {
    return this.log.snapshot(async (reader) => {
      const { seq, catalogueSeq } = await this.log.head(hallId, reader);
      const catalogue = await this.catalogues.at(hallId, catalogueSeq, reader);
      const { day, context } = this.queues.today(hallId, catalogue);
      const { alarms } = await readSlice(reader, hallId, day, context.now);
      const readings = await this.readings(reader, hallId, catalogue);
      const since = new Date(context.now - DAY).toISOString();
      const ended = (await reader.query<AlarmRow>(ENDED, [hallId, since])).map(alarmFromRow);
      const now = ({ measure, about }: Alarm) =>
        readings.find((one) => one.measure === measure && one.about === about)?.value ?? null;
      const view = (alarm: Alarm) => ({ ...alarm, now: now(alarm) });
      const live = alarms.filter(({ state }) => state === 'open' || state === 'taken');
      return {
        seq,
        live: live.sort(gravestFirst).map(view),
        ended: ended.map(view),
        rules: Object.values(catalogue.alarms).map((rule) => ({ ...rule, receivers: [...rule.receivers] })),
      };
    });
  }

  /** Since when a clerk is asked back to the window at which they pause or from which they are away; `null`: nobody asks. */
  async calledBack(hallId: string, windowId: string, clerkId: string): Promise<{ at: number | null }> {
    const catalogue = await this.catalogues.current(hallId);
    const { day } = this.queues.today(hallId, catalogue);
    const window = (await this.queues.windows(hallId, day, catalogue))[windowId];
    if (!window) throw new AppError('unknown-window');
    const since = window.state === 'paused' ? window.since : window.awaySince;
    if (window.clerkId !== clerkId || since === null) return { at: null };
    const [row] = (await this.queues.database.query(CALLED_BACK, [hallId, day, windowId, clerkId, since])) as {
      at: number | null;
    }[];
    return { at: row!.at };
  }

  private readings(reader: Reader, hallId: string, catalogue: HallCatalogue) {
    const { day, context } = this.queues.today(hallId, catalogue);
    const at = { hallId, day, now: context.now, catalogue };
    return readDay(reader, hallId, day, catalogue).then(({ windows }) => readReadings(reader, at, windows));
  }

  private async due(reader: Reader, hallId: string, catalogue: HallCatalogue): Promise<NewAlarmEvent[]> {
    const { day, context } = this.queues.today(hallId, catalogue);
    const slice = await readSlice(reader, hallId, day, context.now);
    const readings = await this.readings(reader, hallId, catalogue);
    return decideWatch(slice, readings, catalogue.alarms, { now: context.now, day });
  }

  private async transaction(
    request: Request,
    decide: (tx: HallTransaction, catalogue: HallCatalogue) => Promise<NewAlarmEvent[]>,
  ): Promise<number> {
    const { hallId } = request;
    const told: { commit?: AlarmCommit } = {};
    const count = await this.hallLog.transaction<number>(request, async (tx): Promise<Work<number>> => {
      const catalogue = await this.catalogues.at(hallId, tx.head.catalogueSeq, tx);
      const events = await decide(tx, catalogue);
      const { day, context } = this.queues.today(hallId, catalogue);
      return {
        events: events.map(({ kind, data }) => ({
          kind,
          data: data as unknown as Record<string, unknown>,
          subject: `alarm:${data.alarmId}`,
          day,
          at: context.now,
        })),
        result: events.length,
        project: async (placed) => {
          await projectAlarms(tx, hallId, placed);
          told.commit = { hallId, prev: tx.head.seq, events: placed, catalogue };
        },
      };
    });
    if (told.commit) {
      this.queue.passed(hallId, told.commit.prev, told.commit.events.at(-1)!.seq);
      this.commits.next(told.commit);
    }
    return count;
  }
}

async function readSlice(
  reader: Reader,
  hallId: string,
  day: string,
  now: number,
  alarmId: string | null = null,
): Promise<AlarmSlice> {
  const since = new Date(now - RETURNS_WITHIN_MS).toISOString();
  const rows = await reader.query<AlarmRow>(ALARM_SLICE, [hallId, since, alarmId]);
  const [opened] = await reader.query<{ n: number }>(OPENED_TODAY, [hallId, day]);
  return { alarms: rows.map(alarmFromRow), openedToday: opened!.n };
}

async function projectAlarms(tx: HallTransaction, hallId: string, events: readonly LogEvent[]): Promise<void> {
  const ids = events.map(({ data }) => data['alarmId'] as string);
  const rows = await tx.query<AlarmRow>('select body from alarm where hall_id = $1 and id = any($2)', [hallId, ids]);
  const alarms = new Map(rows.map(alarmFromRow).map((alarm) => [alarm.id, alarm]));
  for (const event of events as unknown as AlarmEvent[])
    alarms.set(event.data.alarmId, evolveAlarm(alarms.get(event.data.alarmId), event));
  await tx.query(WRITE_ALARMS, [JSON.stringify([...alarms.values()].map((alarm) => alarmToRow(hallId, alarm)))]);
}

/** Those that nobody has first, then the worst, then the oldest. */
const gravestFirst = (a: Alarm, b: Alarm): number =>
  Number(a.state === 'taken') - Number(b.state === 'taken') ||
  rankOf(b.level) - rankOf(a.level) ||
  a.openedAt - b.openedAt;
