import { Injectable } from '@nestjs/common';
import type { ObjectionView, ScoreBoard, ScoreSheetView } from '@shouwen/contracts/views/score.schema';
import { cardOf, type ScoreCard } from '@shouwen/domain/score/card';
import {
  scoreCourse,
  scoreDaysOf,
  scorePeriodAt,
  type PeriodName,
  type ScoreScope,
} from '@shouwen/domain/score/period';
import { leftOutBy, type Objection, type SealedSheet, type SheetId } from '@shouwen/domain/score/score';
import { scoreOf, type ScoreInputs, type ScoreSheet } from '@shouwen/domain/score/sheet';
import type { HallCatalogue } from '../catalogue/hall-catalogue.ts';
import { DocketReader } from '../docket/docket-reader.ts';
import type { Present } from '../docket/present.ts';
import { AppError } from '../platform/http/app-error.ts';
import { EvidenceView } from './evidence-view.ts';
import { RecordReader } from './record-reader.ts';
import { ScoreInputsService, type Counting } from './score-inputs.service.ts';

/** A scope and period as asked for; the period that runs when none is said. */
export interface Asked {
  scope: ScoreScope;
  period?: PeriodName | undefined;
}

/** Cards go out as they are stored. */
const cardView = (card: ScoreCard) => ({
  ...card,
  weights: { ...card.weights },
  deductions: { ...card.deductions },
  grades: { ...card.grades },
});

/** Score sheets as supervisors and the people themselves see them: live until they are sealed, and then as sealed. */
@Injectable()
export class ScoresService {
  constructor(
    private readonly reader: DocketReader,
    private readonly inputs: ScoreInputsService,
    private readonly records: RecordReader,
    private readonly evidence: EvidenceView,
  ) {}

  /** Errors: `score-period`. */
  async board(hallId: string, asked: Asked): Promise<ScoreBoard> {
    const { period, course, card, counting } = this.counting(hallId, await this.reader.present(hallId), asked);
    const { scope } = asked;
    const objections = await this.records.objections(hallId, scope, period);
    const sealed = await this.records.sealed(hallId, scope, period);
    // A recount takes out what objections took out: their lists are needed, nobody else's.
    const listed = [...new Set(objections.flatMap(({ key, decided }) => (decided?.upheld ? key : [])))];
    const { seq, behind, inputs } = await this.inputs.count({ ...counting, listed });
    const live = ({ key }: Pick<SheetId, 'key'>) => liveSheet(inputs.get(key), card, objections);
    const keys = sealed.length > 0 ? sealed.map(({ key }) => key) : [...inputs.keys()];
    return {
      seq,
      behind,
      scope,
      period,
      course,
      sealedAt: sealed[0]?.at ?? null,
      card: cardView(sealed[0]?.content.card ?? card),
      rows: keys.map((key) => {
        const own = sealed.find((one) => one.key === key);
        const now = live({ key });
        const { points, grade, lines } = own ? sealedSheet(own) : now;
        return {
          key,
          points,
          grade,
          recount: own && now.points !== points ? now.points : null,
          lines: lines.map(({ id, points: of, most, k, n }) => ({ id, points: of, most, k, n })),
        };
      }),
      objections: await this.objectionViews(hallId, objections),
    };
  }

  /** Errors: `score-period`, `unknown-sheet`. */
  async sheet(hallId: string, me: string, asked: Asked & { key: string }): Promise<ScoreSheetView> {
    const present = await this.reader.present(hallId);
    const { period, course, card, counting } = this.counting(hallId, present, asked);
    const { scope, key } = asked;
    const all = await this.records.objections(hallId, scope, period);
    const objections = all.filter((one) => one.key === key);
    const sealed = (await this.records.sealed(hallId, scope, period)).find((one) => one.key === key);
    const { inputs, behind } = await this.inputs.count({ ...counting, listed: [key] });
    const own = inputs.get(key);
    // A person's own sheet is there before anything is on it.
    if (!own && !sealed && !(scope === 'person' && key === me)) throw new AppError('unknown-sheet');
    const now = liveSheet(own, card, objections);
    const shown = sealed ? sealedSheet(sealed) : now;
    const { departments } = present.catalogue.rules;
    const isOwn = (scope === 'person' && key === me) || (scope === 'department' && departments[key]?.headId === me);
    return {
      behind,
      scope,
      key,
      period,
      course,
      card: cardView(sealed?.content.card ?? card),
      points: shown.points,
      grade: shown.grade,
      lines: await this.evidence.shownTo(hallId, me, shown.lines),
      sealed: sealed ? { at: sealed.at, byId: sealed.byId, hash: sealed.hash } : null,
      recount: sealed && now.points !== shown.points ? { points: now.points, grade: now.grade } : null,
      objections: await this.objectionViews(hallId, objections),
      mayObject: isOwn && !sealed && (course.stage === 'counting' || course.stage === 'objections'),
    };
  }

  /** My own sheet, or that of the department that I head. Errors: `score-period`, `unknown-sheet`. */
  async own(hallId: string, me: string, asked: Asked): Promise<ScoreSheetView> {
    const { catalogue } = await this.reader.present(hallId);
    return this.sheet(hallId, me, { ...asked, key: ownKey(catalogue, me, asked.scope) });
  }

  /** The weights of the month that runs, and all that were published. */
  async cards(hallId: string) {
    const { catalogue, context } = await this.reader.present(hallId);
    const month = context.day.slice(0, 7);
    const published = [...catalogue.scoreCards].sort((a, b) => (a.id < b.id ? -1 : 1));
    return { month, now: cardView(cardOf(month, published)), published: published.map(cardView) };
  }

  /** What a period is counted by. Errors: `score-period`. */
  counting(hallId: string, { catalogue, context }: Present, { scope, period: asked }: Asked) {
    const period = asked ?? scorePeriodAt(scope, context.day);
    const days = scoreDaysOf(scope, period);
    if (days === null || days.from > context.day) throw new AppError('score-period');
    const course = scoreCourse(days, context.day, catalogue.workCalendar);
    const card = cardOf(period, catalogue.scoreCards);
    const counting: Counting = { hallId, catalogue, scope, period, course, listed: [] };
    return { period, course, card, counting };
  }

  private async objectionViews(hallId: string, objections: readonly Objection[]): Promise<ObjectionView[]> {
    const refs = objections.flatMap(({ words, decided }) => [words.ref, ...(decided ? [decided.words.ref] : [])]);
    const textOf = await this.records.words(hallId, refs);
    return objections.map(({ words, decided, ...rest }) => ({
      ...rest,
      refs: [...rest.refs],
      words: textOf(words),
      decided: decided && { ...decided, words: textOf(decided.words) },
    }));
  }
}

/** Whose sheet “mine” is. Errors: `unknown-sheet`. */
export function ownKey({ rules }: HallCatalogue, me: string, scope: ScoreScope): string {
  if (scope === 'person') return me;
  const headed = Object.values(rules.departments).find(({ headId }) => headId === me);
  if (!headed) throw new AppError('unknown-sheet');
  return headed.id;
}

/** A sheet as it would come out now. */
export const liveSheet = (
  inputs: ScoreInputs | undefined,
  card: ScoreCard,
  objections: readonly Objection[],
): ScoreSheet =>
  inputs
    ? scoreOf(card, inputs, leftOutBy(objections.filter(({ key }) => key === inputs.key)))
    : { points: null, grade: null, lines: [] };

const sealedSheet = ({ content }: SealedSheet): ScoreSheet => scoreOf(content.card, content.inputs, content.leftOut);
