import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { room, type ClientToServer, type ServerToClient } from '@shouwen/contracts/live/live';
import { Subscription } from 'rxjs';
import type { Server } from 'socket.io';
import { AlarmsService, type AlarmCommit } from '../alarms/alarms.service.ts';
import { RecordLog, type RecordCommit } from '../scores/record-log.ts';
import { HallLog } from '../hall-log/hall-log.ts';
import { WaitForecasts } from '../forecast/wait-forecasts.ts';
import { LogReader } from '../hall-log/log-reader.ts';
import { DocketService, type DocketCommit } from '../docket/docket.service.ts';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import { HallClocks } from '../catalogue/hall-clocks.ts';
import { Log } from '../platform/logging/log.ts';
import { QueueReader } from '../queue/queue-reader.ts';
import { QueueService, type QueueCommit } from '../queue/queue.service.ts';
import { readDay } from '../queue/slice.ts';
import { toPublicQueue, toStaffQueue } from '../queue/views.ts';
import { docketMessage, publicMessage, silentMessage, toldAlarms, staffMessage, touchedQueues } from './live-views.ts';

/** Queues are gathered at most this long before they are told, ms. */
const GATHER_MS = 200;

/** The one place that emits: after the commit, to the rooms of each audience. */
@Injectable()
export class LivePublisher implements OnModuleDestroy {
  private server: Server<ClientToServer, ServerToClient> | undefined;
  private readonly subscriptions = new Subscription();
  private readonly gathered = new Map<string, { queueIds: Set<string>; timer: NodeJS.Timeout }>();

  constructor(
    private readonly hallLog: HallLog,
    private readonly queue: QueueService,
    private readonly docket: DocketService,
    private readonly alarms: AlarmsService,
    private readonly staffRecords: RecordLog,
    private readonly queues: QueueReader,
    private readonly log: LogReader,
    private readonly catalogues: CatalogueService,
    private readonly clocks: HallClocks,
    private readonly forecasts: WaitForecasts,
    private readonly serverLog: Log,
  ) {}

  start(server: Server<ClientToServer, ServerToClient>): void {
    this.server = server;
    this.subscriptions.add(this.queue.commits.subscribe((commit) => this.tell(commit)));
    this.subscriptions.add(this.docket.commits.subscribe((commit) => this.tellDocket(commit)));
    this.subscriptions.add(this.staffRecords.commits.subscribe((commit) => this.tellSilently(commit)));
    this.subscriptions.add(this.alarms.commits.subscribe((commit) => this.tellAlarms(commit)));
    this.subscriptions.add(
      this.hallLog.commits.subscribe(({ hallId, catalogue }) => {
        if (catalogue) this.changed(hallId, 'catalogue');
      }),
    );
    this.subscriptions.add(this.clocks.changes.subscribe((hallId) => this.changed(hallId, 'clock')));
  }

  onModuleDestroy(): void {
    this.subscriptions.unsubscribe();
    for (const { timer } of this.gathered.values()) clearTimeout(timer);
  }

  private tell(commit: QueueCommit): void {
    const { hallId } = commit;
    this.server!.to(room.public(hallId)).emit('hall.events.v1', publicMessage(commit));
    if (this.anybodyIn(room.staff(hallId)))
      this.server!.to(room.staff(hallId)).emit('hall.staff-events.v1', staffMessage(commit));
    if (commit.changes.closed) this.changed(hallId, 'day');
    this.gather(hallId, touchedQueues(commit));
  }

  /** What happened to cases and first contacts is for staff; everybody else only hears that the log went on. */
  private tellDocket(commit: DocketCommit): void {
    const { hallId } = commit;
    const message = docketMessage(commit);
    if (this.anybodyIn(room.public(hallId)))
      this.server!.to(room.public(hallId)).emit('hall.events.v1', { ...message, events: [] });
    if (this.anybodyIn(room.staff(hallId))) this.server!.to(room.staff(hallId)).emit('hall.staff-events.v1', message);
  }

  /** Alarms are for those who watch the hall, and loud only for the receivers of each; everybody else hears that the log went on. */
  private tellAlarms(commit: AlarmCommit): void {
    const { hallId } = commit;
    this.tellSilently(commit);
    for (const role of ['supervisor', 'director', 'auditor'] as const)
      this.server!.to(room.role(hallId, role)).emit('hall.alarms.v1', { hallId, told: toldAlarms(commit, role) });
    for (const { kind, data } of commit.events)
      if (kind === 'alarm-staff-called')
        this.server!.to(room.staff(hallId)).emit('hall.called-back.v1', { hallId, windowId: String(data['windowId']) });
  }

  private tellSilently(commit: RecordCommit): void {
    const message = silentMessage(commit);
    this.server!.to(room.public(commit.hallId)).emit('hall.events.v1', message);
    this.server!.to(room.staff(commit.hallId)).emit('hall.staff-events.v1', message);
  }

  private changed(hallId: string, what: 'catalogue' | 'clock' | 'day'): void {
    this.server!.to([room.public(hallId), room.staff(hallId)]).emit('hall.changed.v1', { hallId, what });
  }

  private anybodyIn(name: string): boolean {
    return (this.server!.sockets.adapter.rooms.get(name)?.size ?? 0) > 0;
  }

  private gather(hallId: string, queueIds: string[]): void {
    const waiting = this.gathered.get(hallId);
    if (waiting) {
      for (const id of queueIds) waiting.queueIds.add(id);
      return;
    }
    if (queueIds.length === 0) return;
    const timer = setTimeout(() => {
      const { queueIds: ids } = this.gathered.get(hallId)!;
      this.gathered.delete(hallId);
      this.tellQueues(hallId, [...ids]).catch((error: unknown) =>
        this.serverLog.warn({ error, hallId }, 'queues not told'),
      );
    }, GATHER_MS);
    this.gathered.set(hallId, { queueIds: new Set(queueIds), timer });
  }

  private async tellQueues(hallId: string, queueIds: string[]): Promise<void> {
    const staff = this.anybodyIn(room.staff(hallId));
    if (!staff && !this.anybodyIn(room.public(hallId))) return;
    const reading = await this.log.snapshot(async (reader) => {
      const { seq, catalogueSeq } = await this.log.head(hallId, reader);
      const catalogue = await this.catalogues.at(hallId, catalogueSeq, reader);
      const { day, context } = this.queues.today(hallId, catalogue);
      const state = await readDay(reader, hallId, day, catalogue);
      const known = queueIds.filter((id) => state.queues[id] !== undefined && catalogue.rules.queues[id]);
      const facts = await this.queues.facts(reader, hallId, day, known, staff);
      const tell = await this.forecasts.teller(reader, { hallId, day, catalogue, now: context.now });
      return { seq, day, context, state, catalogue, facts, tell };
    });
    const { seq, day, context, state, catalogue, facts, tell } = reading;
    const frame = { hallId, day, seq };
    const queues = facts.map((fact) => toPublicQueue(fact, state, catalogue, context, tell));
    this.server!.to(room.public(hallId)).emit('hall.queues.v1', { ...frame, queues });
    if (!staff) return;
    const staffQueues = facts.map((fact) => toStaffQueue(fact, state, catalogue, context, tell));
    this.server!.to(room.staff(hallId)).emit('hall.staff-queues.v1', { ...frame, queues: staffQueues });
  }
}
