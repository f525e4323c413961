import { say, type ScreenLanguage } from '@shouwen/client/names';
import type { Questionnaire } from '@shouwen/contracts/catalogue/questionnaire.schema';
import type { ReplyOf } from '@shouwen/contracts/http/operation';
import type { viewResults } from '@shouwen/contracts/http/questionnaire.operations';
import type { useUiText } from '@shouwen/ui/i18n/use-text';
import type { Say } from '../i18n/text.ts';
import { toCsv } from '../log/csv.ts';

export type Results = ReplyOf<typeof viewResults>;

interface Told {
  t: Say;
  scale: ReturnType<typeof useUiText>['t'];
  lng: ScreenLanguage;
}

/** What one question came to, in words that are read. Shares are of those who answered it. */
export interface NamedResult {
  id: string;
  number: number;
  name: string;
  n: number;
  mean: number | null;
  several: boolean;
  answers: { key: string; name: string; count: number; share: number | null }[];
}

export function resultsOf({ questions }: Questionnaire, { questions: tallies }: Results, told: Told): NamedResult[] {
  return tallies.flatMap(({ id, n, counts, mean }) => {
    const number = questions.findIndex((question) => question.id === id) + 1;
    const question = questions[number - 1];
    if (!question) return [];
    const names =
      question.kind === 'scale'
        ? (['5', '4', '3', '2', '1'] as const).map((step) => ({
            key: step,
            name: `${step} ${told.scale(`scale.${step}`)}`,
          }))
        : question.options.map((option) => ({ key: option.id, name: say(option.text, told.lng) }));
    const answers = names.map(({ key, name }) => {
      const count = counts[key] ?? 0;
      return { key, name, count, share: n === 0 ? null : count / n };
    });
    const several = question.kind === 'choices';
    return [{ id, number, name: say(question.text, told.lng), n, mean, several, answers }];
  });
}

/** The result sheet as CSV: one row to an answer, then the words. */
export function resultsFile(questionnaire: Questionnaire, results: Results, told: Told): string {
  const { t } = told;
  const head = [
    t('appraisal.columns.number'),
    t('appraisal.columns.question'),
    t('appraisal.columns.answer'),
    t('appraisal.columns.count'),
    'n',
    t('appraisal.columns.share'),
    t('appraisal.columns.mean'),
  ];
  const rows = resultsOf(questionnaire, results, told).flatMap(({ number, name, n, mean, answers }) =>
    answers.map((answer) => [
      number,
      name,
      answer.name,
      answer.count,
      n,
      answer.share === null ? '' : answer.share.toFixed(4),
      mean === null ? '' : mean.toFixed(2),
    ]),
  );
  return toCsv([head, ...rows, ...results.words.map((words) => ['', t('appraisal.columns.words'), words])]);
}
