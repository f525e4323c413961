import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Subject } from 'rxjs';
import type { DocketCommand } from '@shouwen/domain/docket/commands';
import { isTurnedDown, type DocketContext, type DocketDecision } from '@shouwen/domain/docket/context';
import { decideDocket } from '@shouwen/domain/docket/decide';
import { docketSubject, type NewDocketEvent } from '@shouwen/domain/docket/events';
import type { DocketRefusal } from '@shouwen/domain/docket/refusals';
import type { Docket } from '@shouwen/domain/docket/state';
import { serviceDayOf } from '@shouwen/domain/time/zoned';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import type { HallCatalogue } from '../catalogue/hall-catalogue.ts';
import { HallClocks } from '../catalogue/hall-clocks.ts';
import { HallLog, type HallTransaction } from '../hall-log/hall-log.ts';
import type { LogEvent, NewLogEvent } from '../hall-log/log-event.ts';
import { PersonalData, type Words } from '../hall-log/personal-data.ts';
import { AppError } from '../platform/http/app-error.ts';
import { projectDocket } from './projection.ts';
import { readDocketSlice } from './slice.ts';

/** A command with who gives it, and the words that are kept apart from the log. */
export interface DocketRequest {
  hallId: string;
  actor: string;
  key?: string | undefined;
  command: DocketCommand;
  text?: Words | null;
  /** Further writes of the same transaction, e.g. forgetting the name of a file. */
  alongside?: (before: Docket, context: DocketContext, tx: HallTransaction) => Promise<void>;
}

/** Which first contact a command was about, and where the log stands after it. */
export interface DocketResult {
  seq: number;
  contactId: string;
  /** The inspection, when the command was about one. */
  inspectionId?: string;
}

/** A commit of the docket, for the live views. */
export interface DocketCommit {
  hallId: string;
  prev: number;
  events: LogEvent[];
  /** About what was said of people: told to nobody who may not look at it. */
  isPrivate: boolean;
}

/** Runs the commands on cases, first contacts and cards: reads the slice under the hall's lock, lets the domain decide, writes. */
@Injectable()
export class DocketService {
  readonly commits = new Subject<DocketCommit>();

  constructor(
    private readonly hallLog: HallLog,
    private readonly catalogues: CatalogueService,
    private readonly clocks: HallClocks,
    private readonly personal: PersonalData,
  ) {}

  /** What decisions know now. */
  context(hallId: string, catalogue: HallCatalogue): DocketContext {
    const { hall } = catalogue.rules;
    const now = this.clocks.now(hallId);
    const day = serviceDayOf(now, hall.timeZone, hall.dayStartsAt);
    return { now, day, catalogue: catalogue.rules, calendar: catalogue.workCalendar };
  }

  /** Runs one command; throws its refusal. Nothing is changed then. */
  async run(request: DocketRequest): Promise<DocketResult> {
    const { hallId, actor, key, command, text } = request;
    const sealed = text ? { ref: `docket:${randomUUID()}`, row: this.personal.seal(text) } : null;
    const words = sealed ? { ref: sealed.ref, commitment: sealed.row.commitment } : null;
    const full = ('words' in command ? { ...command, words } : command) as DocketCommand;
    const told: { commit?: DocketCommit } = {};
    const result = await this.hallLog.transaction<DocketResult>(
      { hallId, actor, key, name: command.type, input: { ...command, text: text ?? null } },
      async (tx) => {
        const catalogue = await this.catalogues.at(hallId, tx.head.catalogueSeq, tx);
        const context = this.context(hallId, catalogue);
        const before = await readDocketSlice(tx, hallId, full, context.day);
        const decision = decideDocket(before, full, context);
        if (isTurnedDown(decision)) throw AppError.fromRefusal(decision);
        return {
          events: toLog(decision, context),
          result: {
            seq: tx.head.seq + 1,
            contactId: contactOf(decision.events, before),
            ...inspectionOf(decision.events),
          },
          project: async (placed) => {
            await projectDocket(tx, hallId, before, placed);
            if (sealed) await this.personal.store(tx, hallId, sealed.ref, sealed.row);
            await request.alongside?.(before, context, tx);
            const isPrivate = await hangsOnPetition(tx, hallId, contactOf(decision.events, before), placed);
            told.commit = { hallId, prev: tx.head.seq, events: placed, isPrivate };
          },
        };
      },
    );
    if (told.commit) this.commits.next(told.commit);
    return result;
  }

  /** A command decided inside another one's transaction: its events, and how to write them. */
  async within(
    tx: HallTransaction,
    hallId: string,
    command: DocketCommand,
    context: DocketContext,
  ): Promise<{ events: NewLogEvent[]; project(placed: LogEvent[]): Promise<void> } | null> {
    const before = await readDocketSlice(tx, hallId, command, context.day);
    const decision = decideDocket(before, command, context);
    if (isTurnedDown(decision)) return null;
    return {
      events: toLog(decision, context),
      project: async (placed) => void (await projectDocket(tx, hallId, before, placed)),
    };
  }
}

/** Whether a step belongs to a petition: its own events, and those of its card, its hand-overs and its warnings. */
async function hangsOnPetition(
  tx: HallTransaction,
  hallId: string,
  contactId: string,
  events: readonly LogEvent[],
): Promise<boolean> {
  if (events.some(({ kind }) => kind.startsWith('rating-'))) return true;
  const rows = await tx.query('select 1 from petition where hall_id = $1 and contact_id = $2', [hallId, contactId]);
  return rows.length > 0;
}

const toLog = (
  { events, clocks = 0 }: Exclude<DocketDecision, DocketRefusal>,
  { now, day }: DocketContext,
): NewLogEvent[] =>
  events.map((event, index) => ({
    kind: event.kind,
    subject: docketSubject(event),
    data: event.data as unknown as Record<string, unknown>,
    day,
    at: now,
    ...(index < clocks && { actor: 'clock' }),
  }));

function inspectionOf(events: readonly NewDocketEvent[]): { inspectionId?: string } {
  for (const { data } of events)
    if ('inspectionId' in data && data.inspectionId) return { inspectionId: data.inspectionId };
  return {};
}

/** The first contact that events are about. */
function contactOf(events: readonly NewDocketEvent[], { cases, cards }: Docket): string {
  for (const { data } of events) {
    if ('contactId' in data && data.contactId !== null) return data.contactId;
    if ('cardId' in data) return cards[data.cardId]!.contactId;
    if ('caseId' in data && data.caseId !== null && cases[data.caseId]) return cases[data.caseId]!.contactId;
  }
  return '';
}
