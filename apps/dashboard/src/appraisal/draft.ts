import { questionnaireSchema, type Questionnaire } from '@shouwen/contracts/catalogue/questionnaire.schema';
import type { Text } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { QuestionKind } from '@shouwen/domain/questionnaire/questionnaire';
import type { ServiceDay } from '@shouwen/domain/time/instant';
import { addDays } from '@shouwen/domain/time/zoned';

export type Question = Questionnaire['questions'][number];

/** Days that a new questionnaire stays open. */
const OPEN_DAYS = 14;

const NOTHING: Text = { zh: '', en: '' };

export const hasOptions = (kind: QuestionKind): boolean => kind === 'choice' || kind === 'choices';

export const quarterOf = (day: ServiceDay): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** Quarters that can be chosen: the one before, this one, the next two. */
export function quartersAround(day: ServiceDay): string[] {
  const at = Number(day.slice(0, 4)) * 4 + Math.ceil(Number(day.slice(5, 7)) / 3) - 1;
  return [-1, 0, 1, 2].map((step) => `${Math.floor((at + step) / 4)}-Q${((at + step) % 4) + 1}`);
}

/** The first of `q1`, `q2`, … that is not taken. */
export function freeId(prefix: string, taken: readonly string[]): string {
  for (let n = 1; ; n++) if (!taken.includes(`${prefix}${n}`)) return `${prefix}${n}`;
}

/** An id for a quarter's questionnaire: `2026-q4`, or `2026-q4-2` when there is one already. */
export function idFor(quarter: string, taken: readonly string[]): string {
  const id = quarter.toLowerCase();
  return taken.includes(id) ? freeId(`${id}-`, [...taken, `${id}-1`]) : id;
}

/** English that was never written is the Chinese itself; in the form it is an empty field. */
const asWritten = (text: Text): Text => ({ zh: text.zh, en: text.en === text.zh ? '' : text.en });
const asSaved = ({ zh, en }: Text): Text => ({ zh: zh.trim(), en: en.trim() || zh.trim() });

const eachText = (one: Questionnaire, change: (text: Text) => Text): Questionnaire => ({
  ...one,
  title: change(one.title),
  intro: change(one.intro),
  questions: one.questions.map((question) => ({
    ...question,
    text: change(question.text),
    options: question.options.map((option) => ({ ...option, text: change(option.text) })),
  })),
});

export const draftOf = (saved: Questionnaire): Questionnaire => eachText(saved, asWritten);
export const savedOf = (draft: Questionnaire): Questionnaire => eachText(draft, asSaved);

export function emptyDraft(today: ServiceDay, taken: readonly string[]): Questionnaire {
  const quarter = quarterOf(today);
  const from = addDays(today, 1);
  return {
    id: idFor(quarter, taken),
    quarter,
    title: NOTHING,
    intro: NOTHING,
    from,
    until: addDays(from, OPEN_DAYS - 1),
    questions: [newQuestion('scale', [])],
  };
}

/** Last quarter's questions for this one: the same ids, so that the results stand beside each other. */
export function copyOf(source: Questionnaire, today: ServiceDay, taken: readonly string[]): Questionnaire {
  const { id, quarter, from, until } = emptyDraft(today, taken);
  return { ...draftOf(source), id, quarter, from, until };
}

export function newQuestion(kind: QuestionKind, taken: readonly string[]): Question {
  return { id: freeId('q', taken), kind, text: NOTHING, options: [], required: kind === 'scale' };
}

/** Another kind of question keeps its words; choices begin with two empty lines. */
export function ofKind(question: Question, kind: QuestionKind): Question {
  if (!hasOptions(kind)) return { ...question, kind, options: [] };
  const options = question.options.length > 0 ? question.options : ['a1', 'a2'].map((id) => ({ id, text: NOTHING }));
  return { ...question, kind, options };
}

export function withOption(question: Question): Question {
  const id = freeId(
    'a',
    question.options.map((option) => option.id),
  );
  return { ...question, options: [...question.options, { id, text: NOTHING }] };
}

/** One of a list a place up or down; at the ends it stays. */
export function moved<T>(list: readonly T[], index: number, step: 1 | -1): T[] {
  const next = [...list];
  const other = next[index + step];
  if (other === undefined) return next;
  next[index + step] = next[index]!;
  next[index] = other;
  return next;
}

export type DraftFault =
  { at: 'title' | 'intro' | 'dates' | 'none' } | { at: 'question' | 'options'; number: number } | { at: 'other' };

/** The first thing that keeps a draft from being saved, by the contract's own rules. */
export function draftFault(draft: Questionnaire): DraftFault | null {
  const issue = questionnaireSchema.safeParse(savedOf(draft)).error?.issues[0];
  if (!issue) return null;
  const [field, index, part] = issue.path;
  if (field === 'title' || field === 'intro') return { at: field };
  if (field === 'from' || field === 'until') return { at: 'dates' };
  if (field !== 'questions') return { at: 'other' };
  if (typeof index !== 'number') return { at: 'none' };
  return { at: part === 'options' ? 'options' : 'question', number: index + 1 };
}
