import type { WordsLike } from '@shouwen/ui/i18n/words';
import type { zhCN } from './zh-CN.register.ts';

export const en = {
  registerTitle: 'Register a first contact',
  registerHint:
    'Whoever receives a citizen first answers for it. Write what was said; the rest has an answer already. A receipt follows.',
  registered: 'Registered as {{number}}',
  registeredAnswered: 'Answered on the spot and closed.',
  openFile: 'Open it',
  way: 'What happens next',
  ways: { mine: 'I handle it', answered: 'Answered on the spot', 'hand-over': 'Hand it to somebody' },
  matterHint: 'A few letters; leave it empty when it is not clear',
  matterNone: 'No such matter; it can stay empty.',
  noMatter: 'Not clear yet after all',
  said: 'What was said',
  name: 'Name (may stay empty)',
  telephone: 'Telephone (may stay empty)',
  save: 'Register',
} satisfies WordsLike<typeof zhCN>;
