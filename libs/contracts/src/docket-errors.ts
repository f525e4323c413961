import type { DocketRefusalCode } from '@shouwen/domain/docket/refusals';
import { INSPECTION_SENTENCES } from './inspection-errors.ts';
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
  'office-missing': {
    status: 409,
    zh: '请写明哪个单位管这件事,以及它的地址或电话。',
    en: 'Name the office that is competent, with its address or telephone.',
  },
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
  'missing-day-past': {
    status: 409,
    zh: '补交材料的日子要在今天以后。',
    en: 'The day for bringing what is missing must still lie ahead.',
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
  'file-empty': { status: 400, zh: '这个文件是空的,请重新选择。', en: 'That file is empty. Choose another.' },
  'file-too-large': {
    status: 413,
    zh: '文件超过 {{most}} MB,请压缩,或者分成几份。',
    en: 'The file is larger than {{most}} MB. Make it smaller or split it.',
  },
  'file-type-refused': {
    status: 415,
    zh: '只收 PDF、OFD、图片(JPEG、PNG、WebP、HEIC)和 Word、Excel 文档(docx、xlsx)。',
    en: 'Only PDF, OFD, pictures (JPEG, PNG, WebP, HEIC) and Word or Excel documents (docx, xlsx) are taken.',
  },
  'file-type-mismatch': {
    status: 415,
    zh: '文件名和内容对不上,请从原来的程序重新导出,不要只改文件名。',
    en: 'The file is not what its name says. Export it again; do not just rename it.',
  },
  'too-many-files': {
    status: 409,
    zh: '一个办件最多附 {{most}} 个文件,请先删去用不着的。',
    en: 'A case carries at most {{most}} files. Remove some first.',
  },
  'file-twice': { status: 409, zh: '这个文件已经附在这个办件上了。', en: 'This file is attached to the case already.' },
  'unknown-file': { status: 404, zh: '这个办件没有这个文件。', en: 'This case has no such file.' },
  'file-removed': { status: 410, zh: '这个文件已经删去。', en: 'This file was removed.' },
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
  concerned: {
    status: 403,
    zh: '这件事和这位同事有关,按规定要回避,请由别人来办。',
    en: 'This is about that person, who must keep out of it. Let somebody else handle it.',
  },
  'unknown-serving': {
    status: 404,
    zh: '没有找到这次办理,请核对小票上的号码。',
    en: 'There is no such visit to a window. Check the number on the slip.',
  },
  'serving-not-ended': {
    status: 409,
    zh: '这次办理还没有结束,结束后再请您评价。',
    en: 'Your visit to the window is not over yet. You can rate it when it is.',
  },
  'already-rated': {
    status: 409,
    zh: '这次办理已经评价过了,一次办理评一次。',
    en: 'This visit has been rated already: one rating each.',
  },
  'rating-too-late': {
    status: 409,
    zh: '评价的时间已过。您还可以到意见箱留言,或拨打监督电话。',
    en: 'The time for rating is over. You can still leave word in the suggestion box or call the complaint line.',
  },
  'rating-form-unknown': {
    status: 409,
    zh: '评价表已经更新,请重新打开再评。',
    en: 'The rating form has changed. Open it again.',
  },
  'unknown-rating': { status: 404, zh: '没有这条评价。', en: 'There is no such rating.' },
  'already-added': {
    status: 409,
    zh: '已经追评过了,一条评价可以追评一次。',
    en: 'Something was added already; that can be done once.',
  },
  'wrong-loop-state': {
    status: 409,
    zh: '这条差评现在不到这一步,请刷新后看进展。',
    en: 'This bad rating is not at that step now. Look at where it stands.',
  },
  'remedy-missing': {
    status: 409,
    zh: '属实的差评要写明怎样整改;不属实的不用整改。',
    en: 'A genuine one needs a way to put it right; one that is not genuine has none.',
  },
  'not-the-rated': {
    status: 403,
    zh: '只有被评价的人可以申诉。',
    en: 'Only the person who was rated can appeal.',
  },
  'already-appealed': { status: 409, zh: '已经申诉过了。', en: 'An appeal was made already.' },
  'appeal-too-late': {
    status: 409,
    zh: '申诉期限已过,或这条评价没有认定属实。',
    en: 'The time to appeal is over, or nothing was found against you.',
  },
  'no-appeal': { status: 409, zh: '没有待裁定的申诉。', en: 'No appeal waits for a decision.' },
  'own-verification': {
    status: 403,
    zh: '核实的人不能裁定申诉,请另一位负责人来裁定。',
    en: 'Whoever verified it cannot decide the appeal. Another supervisor must.',
  },
  'finding-missing': {
    status: 409,
    zh: '支持申诉要改写结论;驳回则维持原结论。',
    en: 'To uphold an appeal, say what the finding is now; to dismiss it, leave the finding.',
  },
  'unknown-questionnaire': {
    status: 404,
    zh: '没有这份征求意见表。',
    en: 'There is no such questionnaire.',
  },
  'questionnaire-closed': {
    status: 409,
    zh: '现在不在征求意见的时间里。您可以到意见箱留言。',
    en: 'The questionnaire is not open now. You can leave word in the suggestion box.',
  },
  'sheet-code-wrong': {
    status: 404,
    zh: '这个代码不对,请照意见表上的再输一次。',
    en: 'That code is not right. Type it again as it is on the sheet.',
  },
  'sheet-code-used': {
    status: 409,
    zh: '这个代码已经用过了,一份意见表填一次。',
    en: 'That code has been used: one sheet each.',
  },
  'sheet-does-not-fit': {
    status: 409,
    zh: '有一题没有答或答得不对,请看标出的那一题。',
    en: 'A question is unanswered or answered out of its choices. See the one marked.',
  },
  'its-own-steps': {
    status: 409,
    zh: '这件事有自己的办理步骤,请按步骤办理。',
    en: 'This has steps of its own. Take those.',
  },
  'unknown-subject': {
    status: 404,
    zh: '没有这个人、窗口、科室或事项,请重新选择。',
    en: 'There is no such person, window, department or matter here. Choose again.',
  },
  'unknown-petition': {
    status: 404,
    zh: '没有这件意见或申请,请核对编号。',
    en: 'There is no such opinion or request. Check the number.',
  },
  'wrong-petition-state': {
    status: 409,
    zh: '现在不到这一步,请刷新后看进展。',
    en: 'It is not at that step now. Look at where it stands.',
  },
  'send-back-too-late': {
    status: 409,
    zh: '退回的 24 小时已过,请由本大厅办理并答复。',
    en: 'The 24 hours for sending it back are over. This hall now answers it.',
  },
  'correction-used': {
    status: 409,
    zh: '补正只能告知一次,请就现有内容答复。',
    en: 'A correction can be asked for once. Answer what was asked.',
  },
  'correction-too-late': {
    status: 409,
    zh: '告知补正的 7 个工作日已过,请就现有内容答复。',
    en: 'The seven working days for asking a correction are over. Answer what was asked.',
  },
  'correction-not-asked': {
    status: 409,
    zh: '没有告知过补正,请选别的结果,或先告知补正。',
    en: 'No correction was asked for. Choose another outcome, or ask for it first.',
  },
  ...INSPECTION_SENTENCES,
  'waits-for-correction': {
    status: 409,
    zh: '正等申请人补正;逾期不补正的,期限过后可以按此办结。',
    en: 'It waits for the applicant’s correction. If none comes, it can be ended so once the time is over.',
  },
};
