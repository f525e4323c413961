import type { DocketRefusalCode } from '@shouwen/domain/docket/refusals';
import type { Sentence } from './sentence.ts';

/** Refusals of the docket's rules, written to the member of staff who reads them. */
export const DOCKET_SENTENCES: Record<DocketRefusalCode, Sentence> = {
  'unknown-case': { status: 404, zh: '没有这个办件,请核对编号。', en: 'There is no such case. Check the number.' },
  'unknown-contact': {
    status: 404,
    zh: '没有这个首问登记,请核对编号。',
    en: 'There is no such first-contact card. Check the number.',
  },
  'unknown-card': { status: 404, zh: '没有这张预警牌。', en: 'There is no such card.' },
  'unknown-staff': {
    status: 404,
    zh: '本大厅没有这位工作人员,请重新选择。',
    en: 'Nobody of that name works in this hall. Choose again.',
  },
  'unknown-material': {
    status: 404,
    zh: '这项材料不在办事指南里,请重新勾选。',
    en: 'That material is not in the guide. Tick again.',
  },
  'wrong-case-state': {
    status: 409,
    zh: '办件现在的状态不能做这一步,请刷新后看现状。',
    en: 'The case is not at that step now. Look at where it stands.',
  },
  'case-ended': { status: 409, zh: '办件已经结束,不能再改。', en: 'The case has ended and cannot be changed.' },
  'contact-closed': {
    status: 409,
    zh: '这件事已经有结果,不能再改。',
    en: 'This matter is settled and cannot be changed.',
  },
  'not-yours': {
    status: 403,
    zh: '这件事现在由别人负责,请找负责人,或请值班长指定。',
    en: 'Somebody else answers for this. Ask them, or the duty supervisor.',
  },
  'not-the-head': {
    status: 403,
    zh: '要由科室负责人或值班长来做。',
    en: 'This is for the head of the department or the duty supervisor.',
  },
  'not-addressed-to-you': { status: 403, zh: '这不是转给您的。', en: 'This is not addressed to you.' },
  'grounds-missing': { status: 409, zh: '请写明理由或内容。', en: 'Write down the grounds or what was said.' },
  'materials-incomplete': {
    status: 409,
    zh: '还缺主要材料,请先一次性告知。',
    en: 'Main materials are missing. Give the one-time notice first.',
  },
  'materials-complete': { status: 409, zh: '材料都齐了,可以受理。', en: 'Nothing is missing. You can accept.' },
  'nothing-missing-minor': { status: 409, zh: '没有要补的材料。', en: 'There is nothing left to bring.' },
  'suspension-end-past': {
    status: 409,
    zh: '预计结束的日子要在今天以后。',
    en: 'The expected end must still lie ahead.',
  },
  'extension-used': { status: 409, zh: '只能延期一次。', en: 'A case can be extended once.' },
  'extension-too-long': {
    status: 409,
    zh: '延期的天数超过了规定。',
    en: 'That is more days than an extension allows.',
  },
  'extension-after-expiry': {
    status: 409,
    zh: '承诺期限已过,不能再延期,请公开说明原因。',
    en: 'The promised day is over: it cannot be extended. Explain the breach in public.',
  },
  'extension-own-approval': { status: 403, zh: '不能批准自己提出的延期。', en: 'You cannot approve your own request.' },
  'extension-not-asked': { status: 409, zh: '没有待批准的延期。', en: 'No extension is waiting for approval.' },
  'promise-kept': {
    status: 409,
    zh: '还没有超过承诺期限,不用说明。',
    en: 'The promise is not broken; there is nothing to explain.',
  },
  'hand-over-to-oneself': {
    status: 409,
    zh: '不能转给自己,请选别人。',
    en: 'You cannot hand it to yourself. Choose somebody else.',
  },
  'hand-over-in-a-circle': {
    status: 409,
    zh: '这位同事已经经手过,请选别人,或请值班长指定。',
    en: 'That colleague has had it already. Choose another, or ask the supervisor to name somebody.',
  },
  'hand-over-pending': {
    status: 409,
    zh: '正等着承接或指定,请先等结果。',
    en: 'It already waits to be taken over. Wait for that first.',
  },
  'no-hand-over': { status: 409, zh: '没有待承接的转办。', en: 'Nothing waits to be taken over.' },
  'case-decides-this': {
    status: 409,
    zh: '这件事已立办件,请在办件里办理。',
    en: 'A case is open for this. Settle it there.',
  },
  'not-settled': { status: 409, zh: '还没有结果,先答复再告知。', en: 'There is no outcome to tell yet.' },
  'card-acknowledged': { status: 409, zh: '已经知悉过了。', en: 'You have acknowledged it already.' },
  'nothing-due': { status: 409, zh: '现在没有到期的事。', en: 'Nothing is due now.' },
  'nobody-on-duty': {
    status: 409,
    zh: '当天没有人在岗承接,请值班长指定。',
    en: 'Nobody is on duty to take it. Ask the supervisor to name somebody.',
  },
};
