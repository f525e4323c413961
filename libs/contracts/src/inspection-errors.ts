import type { DocketRefusalCode } from '@shouwen/domain/docket/refusals';
import type { Sentence } from './sentence.ts';

/** Refusals about inspections and orders. */
export const INSPECTION_SENTENCES = {
  'order-to-oneself': {
    status: 409,
    zh: '不能给自己下督办单,请选别人。',
    en: 'Nobody gives an order to themselves. Choose somebody else.',
  },
  'own-check': {
    status: 403,
    zh: '承办人不能复核自己的整改,请由检查人或值班长复核。',
    en: 'Whoever carried it out does not check it. An inspector or a supervisor does.',
  },
  'not-a-photograph': {
    status: 415,
    zh: '这里只收照片,请用相机重拍或选图片。',
    en: 'Only photographs belong here. Take one, or choose a picture.',
  },
  'unknown-inspection': {
    status: 404,
    zh: '没有这次检查,请刷新列表。',
    en: 'There is no such inspection. Refresh the list.',
  },
  'unknown-point': {
    status: 404,
    zh: '这一项不在这次检查表里,请重新打开检查。',
    en: 'That point is not on this checklist. Open the inspection again.',
  },
  'not-the-inspector': {
    status: 403,
    zh: '这次检查由别人负责,请找检查人或值班长。',
    en: 'Others inspect here. Ask the inspectors or a supervisor.',
  },
  'inspection-over': {
    status: 409,
    zh: '这次检查已经结束,新的问题请另排一次检查。',
    en: 'This inspection is over. Plan another for what is new.',
  },
  'inspection-day-past': {
    status: 409,
    zh: '检查日期已过,请选今天或以后的日子。',
    en: 'That day has passed. Choose today or a later day.',
  },
  'inspection-not-yet': {
    status: 409,
    zh: '检查日期还没到,请到 {{day}} 再开始。',
    en: 'It is planned for {{day}}. Begin then.',
  },
  'inspection-begun': {
    status: 409,
    zh: '检查已经开始,不能取消,请查完。',
    en: 'It has begun and cannot be called off. Finish it.',
  },
  'inspection-incomplete': {
    status: 409,
    zh: '还有 {{left}} 项没有查,请查完再结束。',
    en: '{{left}} points have not been looked at. Finish them first.',
  },
  'point-seen': { status: 409, zh: '这一项已经查过。', en: 'This point has been looked at.' },
} as const satisfies Partial<Record<DocketRefusalCode, Sentence>>;
