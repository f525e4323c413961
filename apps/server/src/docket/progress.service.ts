import { randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { MatterRecord, Progress, Receipt } from '@shouwen/contracts/views/progress.schema';
import type { Slip } from '@shouwen/contracts/views/ticket.schema';
import type { BreachReason } from '@shouwen/domain/case/case';
import { daysUsed } from '@shouwen/domain/case/dates';
import { kindOfNumber, tidyNumber } from '@shouwen/domain/case/number';
import { clerkToSee } from '@shouwen/domain/first-contact/second-visit';
import { quantile } from '@shouwen/domain/figures/quantile';
import { MINUTE } from '@shouwen/domain/time/instant';
import { addDays } from '@shouwen/domain/time/zoned';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import { HallClocks } from '../catalogue/hall-clocks.ts';
import { HistoryReader } from '../history/history-reader.ts';
import { AppError } from '../platform/http/app-error.ts';
import { Keys } from '../platform/keys/keys.ts';
import { QueueReader } from '../queue/queue-reader.ts';
import { TicketService } from '../queue/ticket.service.ts';
import { DocketReader, type Held } from './docket-reader.ts';
import { DocketService } from './docket.service.ts';
import { toProgress } from './progress-view.ts';
import { caseFromRow } from './rows.ts';

/** Wrong codes for one number before it is locked, and for how long: 10^8 codes are then out of reach. */
const MOST_TRIES = 5;
const LOCKED_MS = 15 * MINUTE;
/** The record of a matter looks back so many days. */
const RECORD_DAYS = 90;

interface CodeRow {
  code_hash: string;
  failed: number;
  locked_until: Date | null;
}

/** What citizens see: their matter by number and code or by the slip's code, and how long a matter really takes. */
@Injectable()
export class ProgressService {
  constructor(
    private readonly reader: DocketReader,
    private readonly keys: Keys,
    private readonly clocks: HallClocks,
    private readonly catalogues: CatalogueService,
    private readonly tickets: TicketService,
    private readonly queues: QueueReader,
    private readonly docket: DocketService,
    private readonly history: HistoryReader,
  ) {}

  /** A receipt with a new eight-digit code; only its keyed hash is stored, and the code before it stops working. */
  async receipt(hallId: string, contactId: string): Promise<Receipt> {
    const view = await this.view(hallId, contactId);
    const code = String(randomInt(0, 100_000_000)).padStart(8, '0');
    await this.reader.database.query(
      `insert into file_code (hall_id, contact_id, code_hash) values ($1, $2, $3)
       on conflict (hall_id, contact_id) do update set code_hash = excluded.code_hash, failed = 0, locked_until = null`,
      [hallId, contactId, this.hash(hallId, contactId, code)],
    );
    return { ...view, code };
  }

  /** Errors: `progress-not-found` for a wrong number as for a wrong code, `progress-locked` after five wrong ones. */
  async byNumber(hallId: string, typed: string, code: string): Promise<Progress> {
    const { contact } = await this.opened(hallId, typed, code);
    return this.view(hallId, contact.id);
  }

  /**
   * A number for somebody who is here again for the same case: head start of a second visit, awaited by the clerk who knows it, and
   * the visit is counted — a third one that the office caused shows with its cause. Errors: as for a number, and `case-ended` when nothing is left to do.
   */
  async secondVisit(
    asked: { hallId: string; actor: string; key?: string | undefined },
    typed: string,
    code: string,
  ): Promise<Slip> {
    const { hallId } = asked;
    const { file, contact } = await this.opened(hallId, typed, code);
    if (!file || file.endedAt !== null) throw new AppError('case-ended');
    const { catalogue, context } = await this.reader.present(hallId);
    const queueId = catalogue.rules.matters[file.matterId]?.queueId;
    if (queueId === undefined) throw new AppError('unknown-matter');
    const windows = await this.queues.windows(hallId, context.day, catalogue);
    const issue = {
      type: 'issue-ticket',
      queueId,
      matterId: file.matterId,
      headStart: 'second-visit',
      channel: 'kiosk',
      waitsForId: clerkToSee(contact, queueId, context.day, windows, catalogue.rules),
    } as const;
    const slip = await this.tickets.issue(asked, issue);
    // The ticket names the visit: a repeated press finds it counted.
    const key = `visit:${file.id}:${slip.id}`;
    const command = { type: 'visit-again', caseId: file.id, ticketId: slip.id } as const;
    await this.docket.run({ hallId, actor: asked.actor, key, command }).catch((error: unknown) => {
      // Counted already today: several numbers of a day are one visit.
      if (!(error instanceof AppError && error.code === 'nothing-due')) throw error;
    });
    return slip;
  }

  /** The file behind number and code. */
  private async opened(hallId: string, typed: string, code: string): Promise<Held> {
    const number = tidyNumber(typed);
    const kind = kindOfNumber(number);
    if (kind === null) throw new AppError('progress-not-found');
    const held = await this.reader
      .one(hallId, kind === 'case' ? { caseId: number } : { contactId: number })
      .catch(() => null);
    if (!held) throw new AppError('progress-not-found');
    await this.check(hallId, held.contact.id, code);
    return held;
  }

  private async check(hallId: string, contactId: string, code: string): Promise<void> {
    const { database } = this.reader;
    const now = new Date(this.clocks.server());
    const [row] = (await database.query(
      'select code_hash, failed, locked_until from file_code where hall_id = $1 and contact_id = $2',
      [hallId, contactId],
    )) as CodeRow[];
    if (!row) throw new AppError('progress-not-found');
    if (row.locked_until && row.locked_until > now) throw new AppError('progress-locked');
    if (timingSafeEqual(Buffer.from(row.code_hash), Buffer.from(this.hash(hallId, contactId, code)))) {
      if (row.failed > 0)
        await database.query(
          'update file_code set failed = 0, locked_until = null where hall_id = $1 and contact_id = $2',
          [hallId, contactId],
        );
      return;
    }
    await database.query(
      `update file_code set failed = case when failed + 1 >= $3 then 0 else failed + 1 end,
         locked_until = case when failed + 1 >= $3 then $4::timestamptz end where hall_id = $1 and contact_id = $2`,
      [hallId, contactId, MOST_TRIES, new Date(now.getTime() + LOCKED_MS).toISOString()],
    );
    throw new AppError('progress-not-found');
  }

  /** What hangs on a ticket, by the code on the slip. */
  async byTicket(code: string): Promise<Progress[]> {
    const { hallId, ticketId } = await this.tickets.ofCode(code);
    const ids = await this.reader.ofTicket(hallId, ticketId);
    return Promise.all(ids.map((id) => this.view(hallId, id)));
  }

  private async view(hallId: string, contactId: string): Promise<Progress> {
    const present = await this.reader.present(hallId);
    const { petition, ...held } = await this.reader.whole(hallId, contactId);
    if (petition?.kind === 'order') throw new AppError('progress-not-found');
    return toProgress({ ...held, petition }, present);
  }

  private hash(hallId: string, contactId: string, code: string): string {
    return this.keys.mac(`file-code:${hallId}:${contactId}:${code}`);
  }

  /** Working days from acceptance to decision of the cases decided in the last 90 days, special procedures left out. */
  async record(hallId: string, matterId: string): Promise<MatterRecord> {
    const { catalogue, context } = await this.reader.present(hallId);
    const matter = catalogue.published.matters.find(({ id }) => id === matterId);
    if (!matter) throw new AppError('unknown-matter');
    const from = addDays(context.day, -RECORD_DAYS);
    const rows = (await this.reader.database.query(
      'select body from case_file where hall_id = $1 and matter_id = $2 and decided_day > $3 and decided_day <= $4 limit 20000',
      [hallId, matterId, from, context.day],
    )) as Record<string, unknown>[];
    const [late] = (await this.reader.database.query(
      `select count(*)::int as overdue from case_file where hall_id = $1 and matter_id = $2 and ended_at is null
         and decided_day is null and promised_last_day < $3`,
      [hallId, matterId, context.day],
    )) as { overdue: number }[];
    const files = rows.map(caseFromRow).filter((file) => file.accepted !== null);
    const past = await this.history.ofMatter(hallId, matterId, from, context.day);
    const taken = files
      .map((file) => daysUsed(file.accepted!.day, file.decided!.day, file.suspensions, context.calendar))
      .concat(past.map((one) => one.taken))
      .sort((a, b) => a - b);
    const broken = files.filter((file) => file.broken.promised);
    const reasons = new Map<BreachReason | null, number>();
    for (const { breachReason } of broken) reasons.set(breachReason, (reasons.get(breachReason) ?? 0) + 1);
    const pastBroken = past.filter((one) => one.broken).length;
    if (pastBroken > 0) reasons.set(null, (reasons.get(null) ?? 0) + pastBroken);
    const decided = files.length + past.length;
    return {
      matterId,
      from,
      until: context.day,
      decided,
      elsewhere: past.length,
      onTime: decided - broken.length - pastBroken,
      overdue: late!.overdue,
      medianDays: quantile(taken, 0.5),
      p90Days: quantile(taken, 0.9),
      promisedDays: matter.promisedDays,
      legalDays: matter.legalDays,
      breaches: [...reasons].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count),
    };
  }
}
