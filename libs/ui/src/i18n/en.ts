import type { WordsLike } from './words.ts';
import type { zhCN } from './zh-CN.ts';

/** The components' own words in English. */
export const en = {
  language: { other: '中文', switch: 'Switch to Chinese' },
  type: { big: 'Large text', normal: 'Normal text' },
  contrast: { high: 'High contrast', normal: 'Normal colours' },
  example: { mark: 'Example data', why: 'These people and matters are made up; empty them before real use' },
  dialog: { close: 'Close' },
  banner: {
    stale: 'Not up to date',
    offline: 'No connection',
    closed: 'Closed for now',
    full: 'No tickets left today',
    error: 'That did not work',
    info: 'Please note',
    quote: 'Quote this number to our staff: {{quote}}',
  },
  wait: {
    now: 'No wait',
    within: 'within {{high}} min',
    between: '{{low}}–{{high}} min',
    unknown: 'no window open yet',
  },
  scale: { '5': 'Very good', '4': 'Good', '3': 'Fair', '2': 'Poor', '1': 'Very poor' },
  loading: 'Opening…',
} satisfies WordsLike<typeof zhCN>;
