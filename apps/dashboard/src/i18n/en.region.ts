import type { WordsLike } from '@shouwen/ui/i18n/words';
import type { zhCN } from './zh-CN.region.ts';

/** Words of the region in English. */
export const en = {
  name: 'Region or hall',
  code: 'Region code',
  halls: 'Halls',
  hallsCount_one: '{{count}} hall',
  hallsCount_other: '{{count}} halls',
  places: 'Place',
  openNow: 'Now',
  open: 'open',
  closed: 'no window open',
  heard: 'heard from {{at}}',
  ownFigures: 'Own performance',
  mark: 'choose to compare',
  table: 'Figures of regions and halls',
  path: 'Region',
  by: 'By',
  bys: { region: 'Regions below', hall: 'Every hall' },
  search: 'Search',
  compare_one: 'Compare {{count}} hall',
  compare_other: 'Compare {{count}} halls',
  compared_one: '{{count}} hall',
  compared_other: '{{count}} halls side by side',
  all: 'Back to all',
  rows_one: '{{count}} row',
  rows_other: '{{count}} rows',
  openOf: '{{open}} of {{halls}} halls open now',
  placesHint_one: 'a place is a range: only intervals that do not meet tell apart; fewer than {{count}} are not ranked',
  placesHint_other:
    'a place is a range: only intervals that do not meet tell apart; fewer than {{count}} are not ranked',
  none: 'No hall here yet',
  back: 'Back',
  next: 'Next',
} satisfies WordsLike<typeof zhCN>;
