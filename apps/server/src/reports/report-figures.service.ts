import { Injectable } from '@nestjs/common';
import type { GroupScope, PerformanceView } from '@shouwen/contracts/views/performance.schema';
import { monthsOf, type ReportKind, type ReportPeriod } from '@shouwen/domain/report/report';
import { DocketReader } from '../docket/docket-reader.ts';
import { DisclosureService } from '../opinions/disclosure.service.ts';
import { EnquiryService } from '../opinions/enquiry.service.ts';
import { OpinionService } from '../opinions/opinion.service.ts';
import { PerformanceService } from '../performance/performance.service.ts';
import { FigureRoller } from '../performance/roller.service.ts';
import { QuestionnaireService } from '../questionnaires/questionnaire.service.ts';
import { RatingFigures } from '../ratings/figures.service.ts';
import { LoopsService } from '../ratings/loops.service.ts';
import { StaffResults } from '../scores/staff-results.service.ts';
import { DocketCounts } from './docket-counts.service.ts';

/** What a report is made of. */
export interface ReportAsked extends ReportPeriod {
  hallId: string;
  /** Who asked: ratings about them are in none of its figures (DOMAIN §10). */
  me: string;
  kind: ReportKind;
}

/** Tells how far the making is, 0…1; throws when it is to stop. */
export type Progress = (share: number) => Promise<void>;

export type ReportFigures = Awaited<ReturnType<ReportFiguresService['gather']>>;

/** Everything that a report says, asked of whoever counts it for the screens: nothing is counted a second way. */
@Injectable()
export class ReportFiguresService {
  constructor(
    private readonly reader: DocketReader,
    private readonly roller: FigureRoller,
    private readonly performance: PerformanceService,
    private readonly ratings: RatingFigures,
    private readonly loops: LoopsService,
    private readonly opinions: OpinionService,
    private readonly enquiries: EnquiryService,
    private readonly disclosures: DisclosureService,
    private readonly questionnaires: QuestionnaireService,
    private readonly docket: DocketCounts,
    private readonly staff: StaffResults,
  ) {}

  async gather({ hallId, me, kind, from, until }: ReportAsked, progress: Progress) {
    const period = { from, until };
    await this.roller.follow(hallId);
    await progress(0.2);
    const { catalogue, context } = await this.reader.present(hallId);
    const view = (by: GroupScope, days: ReportPeriod = period): Promise<PerformanceView> =>
      this.performance.view(hallId, me, { ...days, scope: 'hall', key: '', by });
    const department = await view('department');
    const groups = {
      department: department.groups,
      queue: (await view('queue')).groups,
      window: (await view('window')).groups,
      matter: (await view('matter')).groups,
    };
    await progress(0.4);
    const long = kind === 'quarter' || kind === 'year';
    const months: PerformanceView[] = [];
    for (const month of long ? monthsOf(period) : []) months.push(await view('queue', month));
    await progress(0.6);
    const { published } = catalogue;
    const ofPeriod = published.questionnaires.filter((one) => one.from <= until && one.until >= from);
    const sheets: { name: string; sheets: number; byCode: number; onPaper: number }[] = [];
    for (const { id, title } of ofPeriod)
      sheets.push({ name: title.zh, ...(await this.questionnaires.counted(hallId, id)) });
    return {
      kind,
      period,
      catalogue: published,
      now: context.now,
      whole: department,
      groups,
      months,
      ratings: await this.ratings.view(hallId, me, { ...period, by: 'department' }),
      loops: (await this.loops.board(hallId, me, 'open')).counts,
      contacts: await this.docket.contacts(hallId, period),
      cards: await this.docket.cards(hallId, period, published.hall.timeZone),
      opinions: await this.opinions.rates(hallId, period),
      enquiries: await this.enquiries.counts(hallId, period),
      disclosures: kind === 'year' ? await this.disclosures.rows(hallId, Number(from.slice(0, 4))) : [],
      notices: await this.questionnaires.noticeCounts(hallId, from, until),
      sheets,
      scores: await this.staff.of(hallId, period, published.hall.timeZone),
    };
  }
}
