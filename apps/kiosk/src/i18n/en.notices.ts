import type { WordsLike } from '@shouwen/ui/i18n/words';
import type { zhCN } from './zh-CN.notices.ts';

/** Words of the public page of notices in English. */
export const en = {
  title: 'Notices',
  hint: 'What the hall makes public, by column.',
  columns: {
    announcement: 'Announcements',
    policy: 'Rules and policy',
    service: 'Tips for your visit',
    result: 'Results',
    news: 'News of the hall',
  },
  all: 'All',
  column: 'Column',
  published: 'Published {{day}}',
  until: 'until {{day}}',
  reads_one: 'read {{count}} time',
  reads_other: 'read {{count}} times',
  empty: 'No notices in this column now',
  emptyHint: 'Try another column.',
  gone: 'This notice is no longer public',
  goneHint: 'It may have ended or been withdrawn.',
  back: 'All notices',
  ask: 'Tell us how we do: fill in our questionnaire',
} satisfies WordsLike<typeof zhCN>;
