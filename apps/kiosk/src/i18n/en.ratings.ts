import type { WordsLike } from '@shouwen/ui/i18n/words';
import type { zhCN } from './zh-CN.ratings.ts';

/** Words of the public board of ratings in English. */
export const en = {
  title: 'Ratings, {{month}}',
  until: 'up to {{day}}',
  few: 'Fewer than five ratings in this month: no shares are published.',
  satisfaction: 'Satisfied',
  raw: 'as cast {{share}} ({{k}} of {{n}})',
  rate: 'Rated',
  of: '{{k}} of {{n}}',
  interval: '95 % interval {{low}}–{{high}}',
  notRated: 'Not rated is not rated, never good.',
  causes: 'What people complained of',
  causesHint_one:
    '{{count}} bad rating settled and published: {{genuine}} genuine, {{mistaken}} mistaken, {{malicious}} malicious',
  causesHint_other:
    '{{count}} bad ratings settled and published: {{genuine}} genuine, {{mistaken}} mistaken, {{malicious}} malicious',
  noCauses: 'No bad rating was settled and published this month yet.',
  times_one: '{{count}}',
  times_other: '{{count}}',
  done: 'What we changed',
  doneOn: '{{day}}',
  noDone: 'Nothing to publish this month yet.',
  privacy: 'Whoever rates is never made public; telephones, numbers and hours are masked.',
  complain: 'Complaints',
  before: 'Month before',
  after: 'Month after',
  notFound: 'There is no such hall',
} satisfies WordsLike<typeof zhCN>;
