import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@shouwen/contracts/http/operation';
import type { listFigure } from '@shouwen/contracts/http/hall.operations';
import { ticketId } from '@shouwen/domain/ticket/ticket';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import { dayParameters, FIGURE_CONDITIONS, TICKETS_OF_DAY } from './figures.sql.ts';
import { QueueReader } from './queue-reader.ts';

interface Row {
  number: string;
  queue_id: string;
  matter_id: string | null;
  state: string;
  window_id: string | null;
  issued_at: Date;
  waited_ms: string | null;
  handled_ms: string | null;
}

/** The list behind a figure of the day: the same condition that counted it. */
@Injectable()
export class FiguresService {
  constructor(
    private readonly catalogues: CatalogueService,
    private readonly queues: QueueReader,
  ) {}

  async list(
    hallId: string,
    figure: keyof typeof FIGURE_CONDITIONS,
    filter: { queueId?: string | undefined; day?: string | undefined },
  ): Promise<ReplyOf<typeof listFigure>> {
    const catalogue = await this.catalogues.current(hallId);
    const { day: today, context } = this.queues.today(hallId, catalogue);
    const day = filter.day ?? today;
    const rows = (await this.queues.database.query(
      `select * from (${TICKETS_OF_DAY}) as of_day where ${FIGURE_CONDITIONS[figure]}
         and ($6::text is null or queue_id = $6) order by issued_at`,
      [...dayParameters(hallId, day, context.now, catalogue), filter.queueId ?? null],
    )) as Row[];
    return rows.map((row) => ({
      id: ticketId(day, row.number),
      number: row.number,
      queueId: row.queue_id,
      matterId: row.matter_id,
      state: row.state,
      windowId: row.window_id,
      issuedAt: row.issued_at.getTime(),
      waitedMs: row.waited_ms === null ? null : Math.round(Number(row.waited_ms)),
      handledMs: row.handled_ms === null ? null : Math.round(Number(row.handled_ms)),
    }));
  }
}
