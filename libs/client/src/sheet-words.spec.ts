import type { Questionnaire } from '@shouwen/contracts/catalogue/questionnaire.schema';
import { sheetWords } from './sheet-words.ts';

const words = (id: string): Questionnaire['questions'][number] => ({
  id,
  kind: 'words',
  text: { zh: `问${id}`, en: `Ask ${id}` },
  options: [],
  required: false,
});

it('is the words themselves where they are asked for once, else each under its question', () => {
  expect(sheetWords({ questions: [words('1')] }, { '1': ' 很好 ' }, 'zh-CN')).toBe('很好');
  expect(sheetWords({ questions: [words('1')] }, {}, 'zh-CN')).toBe('');
  const two = { questions: [words('1'), words('2')] };
  expect(sheetWords(two, { '1': 'Fine', '2': ' ' }, 'en')).toBe('Ask 1\nFine');
  expect(sheetWords(two, { '1': '好', '2': '少排队' }, 'zh-CN')).toBe('问1\n好\n\n问2\n少排队');
});
