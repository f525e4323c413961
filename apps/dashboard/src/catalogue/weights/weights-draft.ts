import { SCORE_PARTS, scoreCardFault, type ScoreCard } from '@shouwen/domain/score/card';

/** Fields of a score card by where they stand in it. */
export const WEIGHT_FIELDS = SCORE_PARTS.map((part) => `weights.${part}` as const);
export const CARD_FIELDS = [
  'deductions.warnings',
  'deductions.yellow',
  'deductions.red',
  'cardsMost',
  'early',
] as const;
export const GRADE_FIELDS = ['grades.excellent', 'grades.good', 'grades.pass'] as const;
export type WeightField = (typeof WEIGHT_FIELDS)[number] | (typeof CARD_FIELDS)[number] | (typeof GRADE_FIELDS)[number];
/** A score card as it is being typed. */
export type WeightsDraft = Readonly<Record<WeightField, string>>;

const FIELDS: readonly WeightField[] = [...WEIGHT_FIELDS, ...CARD_FIELDS, ...GRADE_FIELDS];

const valueIn = (card: ScoreCard, field: WeightField): number => {
  const [group, name] = field.split('.') as [keyof ScoreCard, string | undefined];
  return name === undefined
    ? card[group as 'early' | 'cardsMost']
    : (card[group] as Readonly<Record<string, number>>)[name]!;
};

export const weightsDraftOf = (card: ScoreCard): WeightsDraft =>
  Object.fromEntries(FIELDS.map((field) => [field, String(valueIn(card, field))])) as WeightsDraft;

/** Whether a field holds what may stand there: whole points of weights and grades, up to 100. */
export function isWeight(field: WeightField, text: string): boolean {
  const value = Number(text);
  const most = field === 'early' ? 5 : field.startsWith('deductions') ? 50 : 100;
  const isWhole = most < 100 || Number.isInteger(value);
  return text.trim() !== '' && value >= 0 && value <= most && isWhole;
}

export const sumOf = (draft: WeightsDraft): number =>
  WEIGHT_FIELDS.reduce((sum, field) => sum + (Number(draft[field]) || 0), 0);

/** The card that was typed, for a month, or what is wrong with it. */
export function cardOfDraft(
  draft: WeightsDraft,
  month: string,
): ScoreCard | 'not-a-number' | 'weights-not-100' | 'grades-not-falling' {
  if (FIELDS.some((field) => !isWeight(field, draft[field]))) return 'not-a-number';
  const group = (name: string) =>
    Object.fromEntries(
      FIELDS.filter((field) => field.startsWith(`${name}.`)).map((field) => [
        field.slice(name.length + 1),
        Number(draft[field]),
      ]),
    );
  const card = {
    id: month,
    weights: group('weights'),
    deductions: group('deductions'),
    cardsMost: Number(draft.cardsMost),
    early: Number(draft.early),
    grades: group('grades'),
  } as unknown as ScoreCard;
  return scoreCardFault(card)?.fault ?? card;
}
