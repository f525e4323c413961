import type { Questionnaire } from '@shouwen/contracts/catalogue/questionnaire.schema';
import type { QuestionnaireRule } from '@shouwen/domain/questionnaire/questionnaire';

/** A questionnaire as the rules know it: without its words. */
export const ruleOf = ({ id, from, until, questions }: Questionnaire): QuestionnaireRule => ({
  id,
  from,
  until,
  questions: questions.map(({ options, ...question }) => ({ ...question, options: options.map((one) => one.id) })),
});
