import type { Sentence } from './sentence.ts';

/** Why no figures of a region are given, written to whoever asks for them. */
export const REGION_SENTENCES = {
  'region-not-overseen': {
    status: 403,
    zh: '您没有这个地区的监管授权,或授权已收回。需要的话请向上级授权人申请。',
    en: 'You do not oversee this region, or no longer. Ask whoever gives oversight above you, if you need it.',
  },
  'oversight-not-yours-to-give': {
    status: 403,
    zh: '只能在自己的监管范围内授权给本单位的人,范围更大的授权也不能由您收回。请找授权范围更大的人。',
    en: 'Oversight is given within your own, to people of your own office, and wider ones are not yours to take. Ask somebody who oversees more.',
  },
} as const satisfies Record<string, Sentence>;
