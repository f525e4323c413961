import type { Instant, ServiceDay } from '../time/instant.ts';
import { addDays } from '../time/zoned.ts';

/** Kinds of question of an open-door appraisal (开门评议): a scale of five, one choice, several, free words. */
export const QUESTION_KINDS = ['scale', 'choice', 'choices', 'words'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** Steps of a scale, best first: 好 … 差, scored 5 … 1. */
export const SCALE = [5, 4, 3, 2, 1] as const;
export type ScaleStep = (typeof SCALE)[number];

export interface QuestionRule {
  id: string;
  kind: QuestionKind;
  /** Ids of what can be chosen; empty for a scale and for words. */
  options: readonly string[];
  required: boolean;
}

/** A quarter's questionnaire (征求意见表). From its first day on its questions stand as they are. */
export interface QuestionnaireRule {
  id: string;
  from: ServiceDay;
  until: ServiceDay;
  questions: readonly QuestionRule[];
}

/** Paper comes in after the last day; it is entered for so many days more [ours]. */
export const PAPER_DAYS = 30;

/** Where a questionnaire stands on a day: still being written, answered by code and on paper, only paper still entered, over. */
export type QuestionnaireState = 'draft' | 'open' | 'paper' | 'over';

/** The state of a questionnaire on a day. */
export function questionnaireState(
  { from, until }: Pick<QuestionnaireRule, 'from' | 'until'>,
  day: ServiceDay,
): QuestionnaireState {
  if (day < from) return 'draft';
  if (day <= until) return 'open';
  return day <= addDays(until, PAPER_DAYS) ? 'paper' : 'over';
}

/** What one sheet says: a step of the scale, an option, several options. Free words are kept apart from it. */
export type SheetAnswers = Readonly<Record<string, number | string | readonly string[]>>;

export const SHEET_SOURCES = ['code', 'paper'] as const;
export type SheetSource = (typeof SHEET_SOURCES)[number];

/** A sheet that was handed in; by whom is not known. */
export interface Sheet {
  id: string;
  questionnaireId: string;
  n: number;
  source: SheetSource;
  /** Serial of the one-time code; `null` on paper. */
  serial: number | null;
  at: Instant;
  answers: SheetAnswers;
}

function fits({ kind, options }: QuestionRule, value: SheetAnswers[string]): boolean {
  switch (kind) {
    case 'scale':
      return (SCALE as readonly unknown[]).includes(value);
    case 'choice':
      return typeof value === 'string' && options.includes(value);
    case 'choices':
      return (
        Array.isArray(value) &&
        value.length > 0 &&
        new Set(value).size === value.length &&
        value.every((one) => options.includes(one as string))
      );
    case 'words':
      return false;
    default:
      return kind satisfies never;
  }
}

/** What is wrong with a sheet: a question that is not there or answered out of its options, or a required one left out. `null`: nothing. */
export function sheetFault(
  { questions }: QuestionnaireRule,
  answers: SheetAnswers,
  hasWords: boolean,
): { fault: 'does-not-fit' | 'left-out' | 'empty'; question: string } | null {
  const byId = new Map(questions.map((question) => [question.id, question]));
  for (const [id, value] of Object.entries(answers)) {
    const question = byId.get(id);
    if (!question || !fits(question, value)) return { fault: 'does-not-fit', question: id };
  }
  const left = questions.find(({ id, kind, required }) => required && kind !== 'words' && !(id in answers));
  if (left) return { fault: 'left-out', question: left.id };
  return Object.keys(answers).length === 0 && !hasWords ? { fault: 'empty', question: '' } : null;
}

/** The result sheet of one question (结果表): how often each was chosen; for a scale also its mean. `n`: sheets that answered it. */
export interface QuestionTally {
  id: string;
  n: number;
  counts: Readonly<Record<string, number>>;
  /** 1 … 5; `null` when nobody answered, or it is no scale. */
  mean: number | null;
}

/** What the sheets come to, question by question; words are not counted. */
export function tally({ questions }: QuestionnaireRule, sheets: readonly Pick<Sheet, 'answers'>[]): QuestionTally[] {
  return questions
    .filter(({ kind }) => kind !== 'words')
    .map(({ id, kind, options }) => {
      const given = sheets.flatMap(({ answers }) => (answers[id] === undefined ? [] : [answers[id]]));
      const keys = kind === 'scale' ? SCALE.map(String) : [...options];
      const counts = Object.fromEntries(keys.map((key) => [key, 0]));
      for (const one of given.flat()) counts[String(one)] = (counts[String(one)] ?? 0) + 1;
      const sum = kind === 'scale' ? given.reduce<number>((total, one) => total + Number(one), 0) : 0;
      return { id, n: given.length, counts, mean: kind === 'scale' && given.length > 0 ? sum / given.length : null };
    });
}
