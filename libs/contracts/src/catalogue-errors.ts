import type { ItemFaultCode } from '@shouwen/domain/catalogue/item-faults';
import type { Sentence } from './sentence.ts';

/** Why a change of the catalogue is not saved, written to the administrator. `figures` carries the day and the person. */
export const CATALOGUE_SENTENCES = {
  'promise-longer-than-law': {
    status: 400,
    zh: '承诺时限不能比法定时限长,请改短再保存。',
    en: 'A promise cannot be longer than the legal limit. Make it shorter and save again.',
  },
  'day-off-and-worked': {
    status: 400,
    zh: '有一天既放假又上班,请只留一种。',
    en: 'One day is both off and worked. Keep one of the two.',
  },
  'day-of-another-year': {
    status: 400,
    zh: '有一天不是这一年的,请核对年份。',
    en: 'One day belongs to another year. Check the year.',
  },
  'photo-type-refused': {
    status: 415,
    zh: '照片只收 JPEG、PNG 或 WebP 图片,请换一张。',
    en: 'A photograph must be a JPEG, PNG or WebP picture. Choose another.',
  },
  'unknown-photo': {
    status: 404,
    zh: '没有这张照片,请刷新页面。',
    en: 'There is no such photograph. Load the page again.',
  },
  'no-such-day': { status: 400, zh: '没有这一天,请核对日期。', en: 'There is no such day. Check the date.' },
  'ends-before-it-begins': {
    status: 400,
    zh: '结束在开始之前,请核对先后。',
    en: 'It ends before it begins. Check which comes first.',
  },
  'thresholds-not-rising': {
    status: 400,
    zh: '黄、橙、红三级要一级比一级高,请改了再保存。',
    en: 'Yellow, orange and red must each be higher than the one before. Correct them and save again.',
  },
  'weights-not-100': {
    status: 400,
    zh: '八项权重加起来要正好 100 分,请改了再保存。',
    en: 'The eight weights must come to exactly 100. Correct them and save again.',
  },
  'grades-not-falling': {
    status: 400,
    zh: '优秀的分数线要高于良好,良好要高于合格,请改了再保存。',
    en: 'Excellent must ask for more points than good, and good for more than pass. Correct them and save again.',
  },
  'weights-fixed': {
    status: 409,
    zh: '已经开始的月份,权重不能再改。请从下个月({{month}})起改。',
    en: 'The weights of a month that has begun stay as they are. Publish new ones from next month ({{month}}).',
  },
  'catalogue-conflict': {
    status: 409,
    zh: '目录内容互相矛盾,没有保存。',
    en: 'The catalogue would contradict itself; nothing was saved.',
  },
  'nobody-acts': {
    status: 409,
    zh: '这样排,有人请假时没有人替,没有保存。请先安排替班,或改请假日期。',
    en: 'Somebody would be away with nobody to act for them; nothing was saved. Name a stand-in or change the leave.',
  },
  'change-superseded': {
    status: 409,
    zh: '后来又改过,不能直接撤销。请直接改成您要的样子。',
    en: 'It was changed again later and cannot simply be undone. Change it to what you want instead.',
  },
  'unknown-leave': {
    status: 404,
    zh: '没有这次请假,请刷新后再看。',
    en: 'There is no such leave. Refresh and look again.',
  },
  'catalogue-moved': {
    status: 409,
    zh: '您打开以后有人改过目录,没有保存。请看看现在的内容再改。',
    en: 'Somebody changed the catalogue since you opened it; nothing was saved. Look at it again before changing.',
  },
} as const satisfies Record<ItemFaultCode, Sentence> & Record<string, Sentence>;
