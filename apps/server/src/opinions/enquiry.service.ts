import { Injectable } from '@nestjs/common';
import type { publishFaq, askOnline } from '@shouwen/contracts/http/enquiry.operations';
import type { InputOf } from '@shouwen/contracts/http/operation';
import type { Receipt } from '@shouwen/contracts/views/progress.schema';
import type { AnsweredEnquiry } from '@shouwen/contracts/views/petition.schema';
import {
  enquiryChannelOf,
  enquiryFigures,
  type CountedEnquiry,
  type EnquiryFigure,
} from '@shouwen/domain/enquiry/enquiry';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import { aboutCitizen } from '../docket/docket-commands.ts';
import { DocketReader, refOf } from '../docket/docket-reader.ts';
import { DocketService } from '../docket/docket.service.ts';
import { ProgressService } from '../docket/progress.service.ts';
import { AppError } from '../platform/http/app-error.ts';
import { actorOf, type Caller } from '../platform/http/caller.ts';

interface Asked {
  hallId: string;
  caller: Caller;
  key?: string | undefined;
}

/** Alike ones are counted by the database: a hall answers tens of thousands of questions a year at its windows. */
const COUNTED = `select channel, settled, late, told as "toldAt", overdue, count(*)::int as count from (
    select body->>'channel' as channel, body->'settled'->>'how' as settled, (body->>'late')::boolean as late,
      body->'toldAt' <> 'null' as told, body->'fired' ? 'feedback-late' as overdue
    from first_contact where hall_id = $1 and day between $2 and $3 and body->>'about' = 'question') q
  group by 1, 2, 3, 4, 5`;
/** The latest that were answered in words; those of the window were answered aloud. */
const ANSWERED = `select id from first_contact where hall_id = $1 and day between $2 and $3
  and body->>'about' = 'question' and body->'settled'->>'how' = 'answered' and ticket_id is null
  order by id desc limit 20`;

interface CountRow {
  channel: CountedEnquiry['channel'];
  settled: NonNullable<CountedEnquiry['settled']>['how'] | null;
  late: boolean;
  toldAt: boolean;
  overdue: boolean;
  count: number;
}

const faqId = (contactId: string): string => contactId.toLowerCase();

/** Enquiries (咨询): asked online, counted by channel, and what of them is put among what is often asked. */
@Injectable()
export class EnquiryService {
  constructor(
    private readonly docket: DocketService,
    private readonly reader: DocketReader,
    private readonly progress: ProgressService,
    private readonly catalogues: CatalogueService,
  ) {}

  async ask({ hallId, caller, key }: Asked, body: InputOf<typeof askOnline>['body']): Promise<Receipt> {
    const { matterId, words, citizen } = body;
    const { contactId } = await this.docket.run({
      hallId,
      actor: actorOf(caller),
      key,
      command: { type: 'ask-online', matterId, words: null },
      text: { text: words, ...aboutCitizen(citizen) },
    });
    return this.progress.receipt(hallId, contactId);
  }

  async figures(hallId: string, span: { from: string; until: string }) {
    const catalogue = await this.catalogues.current(hallId);
    const ids = (await this.reader.database.query(ANSWERED, [hallId, span.from, span.until])) as { id: string }[];
    const published = new Set(catalogue.published.faqs.map(({ id }) => id));
    const answered = await Promise.all(ids.map(({ id }) => this.answered(hallId, id, published)));
    const figures = await this.counts(hallId, span);
    return { ...span, figures, answered: answered.filter((one) => one !== null) };
  }

  async counts(hallId: string, span: { from: string; until: string }): Promise<EnquiryFigure[]> {
    const rows = (await this.reader.database.query(COUNTED, [hallId, span.from, span.until])) as CountRow[];
    const counted = rows.map(({ channel, settled, late, toldAt, overdue, count }) => ({
      channel,
      settled: settled && { how: settled, at: 0, byId: '' },
      late,
      toldAt: toldAt ? 0 : null,
      fired: overdue ? { 'feedback-late': 0 } : {},
      count,
    }));
    return enquiryFigures(counted);
  }

  /** An answered enquiry with both its words; `null` when they were not written down or are erased. */
  private async answered(
    hallId: string,
    contactId: string,
    published: ReadonlySet<string>,
  ): Promise<AnsweredEnquiry | null> {
    const { contact, story, words } = await this.reader.whole(hallId, contactId);
    const textOf = (kind: string) => {
      const event = story.find((one) => one.kind === kind);
      return words.get((event && refOf(event.data)) ?? '')?.['text'];
    };
    const question = textOf('contact-registered');
    const answer = textOf('contact-settled');
    if (!question || !answer) return null;
    const { matterId, day } = contact;
    const channel = enquiryChannelOf(contact.channel);
    return { contactId, channel, matterId, day, question, answer, published: published.has(faqId(contactId)) };
  }

  /** Errors: `unknown-contact`, `not-settled` for one that is not an answered question. */
  async publish({ hallId, caller, key }: Asked, body: InputOf<typeof publishFaq>['body']): Promise<{ seq: number }> {
    const { contactId, question, answer } = body;
    const { contact } = await this.reader.one(hallId, { contactId });
    if (contact.about !== 'question' || contact.settled?.how !== 'answered') throw new AppError('not-settled');
    const id = faqId(contactId);
    const item = { id, question, answer, matterId: contact.matterId };
    return this.catalogues.change(hallId, [{ kind: 'faq', id, item }], actorOf(caller), { key });
  }
}
