import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Subject } from 'rxjs';
import type { ConductRefusal } from '@shouwen/domain/conduct/decide-conduct';
import type { NewConductEvent } from '@shouwen/domain/conduct/conduct';
import type { DocketContext } from '@shouwen/domain/docket/context';
import type { WordsRef } from '@shouwen/domain/docket/events';
import type { ScoreRefusal } from '@shouwen/domain/score/decide-score';
import { sheetName, type NewScoreEvent } from '@shouwen/domain/score/score';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import { DocketService } from '../docket/docket.service.ts';
import { HallLog, type HallTransaction, type Request } from '../hall-log/hall-log.ts';
import type { LogEvent, NewLogEvent } from '../hall-log/log-event.ts';
import { PersonalData } from '../hall-log/personal-data.ts';
import { AppError } from '../platform/http/app-error.ts';
import { QueueService } from '../queue/queue.service.ts';
import { applyRecord, noRecords, writeRecords, type StaffRecords } from './rows.ts';

/** A commit about members of staff: nobody hears what it was, only that the log went on. */
export interface RecordCommit {
  hallId: string;
  prev: number;
  events: LogEvent[];
}

/** What a decision is made in. */
export interface Deciding {
  tx: HallTransaction;
  context: DocketContext;
  words: WordsRef;
  /** What is there already; what changes is put back into it and written. */
  records: StaffRecords;
}

type NewRecordEvent = NewScoreEvent | NewConductEvent;

/** The write path of appraisal, rewards and accountability. */
@Injectable()
export class RecordLog {
  readonly commits = new Subject<RecordCommit>();

  constructor(
    private readonly hallLog: HallLog,
    private readonly catalogues: CatalogueService,
    private readonly docket: DocketService,
    private readonly queue: QueueService,
    private readonly personal: PersonalData,
  ) {}

  /** Runs a command; throws its refusal. What is written as grounds stays outside the log. @returns the log's last event. */
  async run(
    request: Request,
    text: string,
    decide: (deciding: Deciding) => Promise<{ events: NewRecordEvent[] } | ScoreRefusal | ConductRefusal>,
  ): Promise<{ seq: number; ids: string[] }> {
    const { hallId } = request;
    const sealed = this.personal.seal({ text });
    const words = { ref: `staff-record:${randomUUID()}`, commitment: sealed.commitment };
    const told: { commit?: RecordCommit } = {};
    const result = await this.hallLog.transaction<{ seq: number; ids: string[] }>(request, async (tx) => {
      const catalogue = await this.catalogues.at(hallId, tx.head.catalogueSeq, tx);
      const context = this.docket.context(hallId, catalogue);
      const records = noRecords();
      const decision = await decide({ tx, context, words, records });
      if ('refused' in decision) throw AppError.fromRefusal(decision);
      const events = decision.events.map((event): NewLogEvent => ({
        ...toLog(event),
        day: context.day,
        at: context.now,
      }));
      return {
        events,
        result: {
          seq: tx.head.seq + events.length,
          ids: events.map(({ subject }) => subject.slice(subject.indexOf(':') + 1)),
        },
        project: async (placed) => {
          const changed = noRecords();
          for (const event of placed) {
            const id = applyRecord(records, event);
            for (const table of ['score_sheet', 'score_objection', 'conduct'] as const)
              if (records[table].has(id)) (changed[table] as Map<string, unknown>).set(id, records[table].get(id));
          }
          await writeRecords(tx, hallId, changed);
          if (text !== '') await this.personal.store(tx, hallId, words.ref, sealed);
          told.commit = { hallId, prev: tx.head.seq, events: placed };
        },
      };
    });
    if (told.commit) {
      this.queue.passed(hallId, told.commit.prev, told.commit.events.at(-1)!.seq);
      this.commits.next(told.commit);
    }
    return result;
  }
}

function toLog({ kind, data }: NewRecordEvent): Pick<NewLogEvent, 'kind' | 'data' | 'subject'> {
  const subject =
    'conductId' in data
      ? `conduct:${data.conductId}`
      : 'objectionId' in data
        ? `objection:${data.objectionId}`
        : `score:${sheetName(data)}`;
  return { kind, data: data as unknown as Record<string, unknown>, subject };
}
