import { Inject, Injectable } from '@nestjs/common';
import { isPublished, NOTICE_COLUMNS } from '@shouwen/contracts/catalogue/notice.schema';
import type { countNotices, viewResults } from '@shouwen/contracts/http/questionnaire.operations';
import type { ReplyOf } from '@shouwen/contracts/http/operation';
import { tally, type Sheet, type SheetAnswers, type SheetSource } from '@shouwen/domain/questionnaire/questionnaire';
import { maskWords } from '@shouwen/domain/text/mask';
import { DocketReader, refOf } from '../docket/docket-reader.ts';
import { DocketService } from '../docket/docket.service.ts';
import { PersonalData } from '../hall-log/personal-data.ts';
import { CONFIG, type Config } from '../platform/config/config.ts';
import { AppError } from '../platform/http/app-error.ts';
import { NoticeReads } from './notice-reads.service.ts';
import { SheetCodes } from './sheet-codes.ts';

/** Most words that a result sheet lists. */
const MOST_WORDS = 500;

interface Asked {
  hallId: string;
  questionnaireId: string;
  actor: string;
  key?: string | undefined;
}
interface Said {
  answers: SheetAnswers;
  text: string;
}

/** Sheets of questionnaires: handed in by one-time code or entered from paper, and what they come to. */
@Injectable()
export class QuestionnaireService {
  constructor(
    private readonly docket: DocketService,
    private readonly reader: DocketReader,
    private readonly personal: PersonalData,
    private readonly codes: SheetCodes,
    private readonly reads: NoticeReads,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Errors: `sheet-code-wrong`, `sheet-code-used`, `questionnaire-closed`, `sheet-does-not-fit`. */
  handInByCode(asked: Asked, code: string, said: Said): Promise<{ n: number }> {
    const serial = this.codes.serialOf(asked.hallId, asked.questionnaireId, code);
    if (serial === null) throw new AppError('sheet-code-wrong');
    return this.handIn(asked, 'code', serial, null, said);
  }

  enterPaper(asked: Asked, byId: string, said: Said): Promise<{ n: number }> {
    return this.handIn(asked, 'paper', null, byId, said);
  }

  async printCodes(hallId: string, questionnaireId: string, first: number, count: number) {
    const { catalogue } = await this.reader.present(hallId);
    if (!catalogue.rules.questionnaires[questionnaireId]) throw new AppError('unknown-questionnaire');
    const base = this.config.publicUrl?.replace(/\/$/, '');
    return Array.from({ length: count }, (_, index) => {
      const serial = first + index;
      const code = this.codes.codeOf(hallId, questionnaireId, serial);
      const page = base ? `${base}/public/${hallId}/questionnaires/${questionnaireId}?code=${code}` : null;
      return { serial, code, page };
    });
  }

  async results(hallId: string, questionnaireId: string): Promise<ReplyOf<typeof viewResults>> {
    return {
      ...(await this.counted(hallId, questionnaireId)),
      words: await this.words(hallId, questionnaireId),
    };
  }

  async counted(hallId: string, questionnaireId: string): Promise<Omit<ReplyOf<typeof viewResults>, 'words'>> {
    const { catalogue } = await this.reader.present(hallId);
    const questionnaire = catalogue.rules.questionnaires[questionnaireId];
    if (!questionnaire) throw new AppError('unknown-questionnaire');
    const rows = (await this.reader.database.query(
      'select body from questionnaire_sheet where hall_id = $1 and questionnaire_id = $2',
      [hallId, questionnaireId],
    )) as { body: Sheet }[];
    const sheets = rows.map(({ body }) => body);
    return {
      sheets: sheets.length,
      byCode: sheets.filter(({ source }) => source === 'code').length,
      onPaper: sheets.filter(({ source }) => source === 'paper').length,
      questions: tally(questionnaire, sheets),
    };
  }

  /** Published in the period by column; `shown`: on its last day. */
  async noticeCounts(hallId: string, from: string, until: string): Promise<ReplyOf<typeof countNotices>> {
    if (until < from)
      throw new AppError('invalid-input', { fields: [{ path: 'query.until', message: 'before from' }] });
    const { notices } = (await this.reader.present(hallId)).catalogue.published;
    const reads = new Map((await this.reads.of(hallId, [from, until])).map((one) => [one.noticeId, one.reads]));
    return NOTICE_COLUMNS.map((column) => {
      const own = notices.filter((notice) => notice.column === column);
      const within = (day: string | undefined) => day !== undefined && from <= day && day <= until;
      return {
        column,
        published: own.filter((notice) => within(notice.from)).length,
        withdrawn: own.filter(({ withdrawn }) => within(withdrawn?.day)).length,
        shown: own.filter((notice) => isPublished(notice, until)).length,
        read: own.reduce((sum, { id }) => sum + (reads.get(id) ?? 0), 0),
      };
    });
  }

  private async handIn(
    { questionnaireId, ...asked }: Asked,
    source: SheetSource,
    serial: number | null,
    byId: string | null,
    { answers, text }: Said,
  ): Promise<{ n: number }> {
    const command = { type: 'hand-in-sheet', questionnaireId, source, serial, byId, answers, words: null } as const;
    const { seq } = await this.docket.run({ ...asked, command, text: text === '' ? null : { text } });
    const [row] = (await this.reader.database.query(
      "select (data->>'n')::int as n from hall_event where hall_id = $1 and seq = $2",
      [asked.hallId, seq],
    )) as { n: number }[];
    return row!;
  }

  private async words(hallId: string, questionnaireId: string): Promise<string[]> {
    const rows = (await this.reader.database.query(
      `select data from hall_event where hall_id = $1 and subject = $2 and data->'words' <> 'null' order by seq desc limit ${MOST_WORDS}`,
      [hallId, `questionnaire:${questionnaireId}`],
    )) as { data: Record<string, unknown> }[];
    const refs = rows.flatMap(({ data }) => refOf(data) ?? []);
    const words = await this.personal.readRefs(hallId, refs);
    return refs.flatMap((ref) => words.get(ref)?.['text'] ?? []).map(maskWords);
  }
}
