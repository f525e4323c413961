import type { WordsLike } from '@shouwen/ui/i18n/words';
import type { zhCN } from './zh-CN.appraisal.ts';

/** Words of the questionnaire on a phone in English. */
export const en = {
  heading: 'Questionnaire',
  code: 'Your code',
  codeHint: 'It is printed on the card you were given, like 0007-K7QM-2XP. Capitals do not matter.',
  go: 'Begin',
  anonymous: 'No names: nobody knows who answered. Until {{day}}.',
  required: 'must be answered',
  several: 'choose as many as you like',
  wordsHint: 'Please leave out names, telephones and identity numbers',
  leftOut: 'This question is not answered yet',
  lookAbove: 'A question is not answered yet. See the one marked.',
  empty: 'Please answer one question at least.',
  send: 'Hand it in',
  thanks: 'Thank you, we have it',
  thanksHint:
    'Your answers are read together with everybody’s; the results are shown in the hall. This code is used up.',
  used: 'This code has been used',
  usedHint: 'One code, one sheet. If it was not you, the guide desk gives you another card.',
  other: 'Another code',
  say: 'I have more to say',
  closed: 'We are not asking now',
  closedHint: 'This one is over or has not begun. You can always leave word in the suggestion box.',
  none: 'There is no questionnaire now',
  choose: 'Choose one',
} satisfies WordsLike<typeof zhCN>;
