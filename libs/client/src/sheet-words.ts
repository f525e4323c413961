import type { Questionnaire } from '@shouwen/contracts/catalogue/questionnaire.schema';
import { say, type ScreenLanguage } from './names.ts';

/**
 * What was written on a sheet, as the one text that is handed in with it: the words themselves when the questionnaire asks for words
 * once, otherwise each under its question.
 */
export function sheetWords(
  { questions }: Pick<Questionnaire, 'questions'>,
  written: Readonly<Record<string, string>>,
  lng: ScreenLanguage,
): string {
  const asked = questions.filter(({ kind }) => kind === 'words');
  const answered = asked.flatMap(({ id, text }) => {
    const words = written[id]?.trim() ?? '';
    return words === '' ? [] : [{ words, question: say(text, lng) }];
  });
  if (asked.length === 1) return answered[0]?.words ?? '';
  return answered.map(({ words, question }) => `${question}\n${words}`).join('\n\n');
}
