import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { isPublished } from '@shouwen/contracts/catalogue/notice.schema';
import type { ServiceDay } from '@shouwen/domain/time/instant';
import { DocketReader } from '../docket/docket-reader.ts';

/** So many openings of one notice count in ten minutes from one address: the phones behind a hall's router, not a machine. */
const POINTS = 30;
const DURATION_S = 600;

const COUNT = `insert into notice_read (hall_id, notice_id, day, n) values ($1, $2, $3, 1)
  on conflict (hall_id, notice_id, day) do update set n = notice_read.n + 1`;
const READS = `select notice_id as "noticeId", sum(n)::int as reads from notice_read
  where hall_id = $1 and day between $2 and $3 group by notice_id`;
const EVER: readonly [ServiceDay, ServiceDay] = ['0001-01-01', '9999-12-31'];

/** How often notices were read: a number by day, nothing of whoever read. */
@Injectable()
export class NoticeReads {
  private readonly opened = new RateLimiterMemory({ points: POINTS, duration: DURATION_S });

  constructor(
    private readonly database: DataSource,
    private readonly reader: DocketReader,
  ) {}

  /** Counts an opening of what is published now. A flood is not an error for whoever reads, it just does not count. */
  async open(hallId: string, noticeId: string, { ip }: FastifyRequest): Promise<{ reads: number }> {
    const { catalogue, context } = await this.reader.present(hallId);
    const notice = catalogue.published.notices.find(({ id }) => id === noticeId);
    if (!notice || !isPublished(notice, context.day)) return { reads: 0 };
    const counts = await this.opened.consume(`${hallId} ${noticeId} ${ip}`).then(
      () => true,
      () => false,
    );
    if (counts) await this.database.query(COUNT, [hallId, noticeId, context.day]);
    return { reads: (await this.of(hallId)).find((one) => one.noticeId === noticeId)?.reads ?? 0 };
  }

  of(hallId: string, [from, until] = EVER): Promise<{ noticeId: string; reads: number }[]> {
    return this.database.query(READS, [hallId, from, until]);
  }
}
