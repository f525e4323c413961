import type { ConductRefusalCode } from '@shouwen/domain/conduct/decide-conduct';
import type { ScoreRefusalCode } from '@shouwen/domain/score/decide-score';
import type { Sentence } from './sentence.ts';

/** Refusals about the appraisal, rewards and accountability, written to members of staff. */
export const SCORE_SENTENCES: Record<ScoreRefusalCode | ConductRefusalCode, Sentence> = {
  'score-period': {
    status: 400,
    zh: '人员和窗口按月考核,部门按季度考核。请选已经开始的月份或季度。',
    en: 'People and windows are appraised by the month, departments by the quarter. Choose one that has begun.',
  },
  'unknown-sheet': {
    status: 404,
    zh: '这一期没有这张考核表:期内没有可考核的记录。',
    en: 'There is no such sheet for this period: nothing in it could be appraised.',
  },
  'period-not-over': {
    status: 409,
    zh: '考核期还没有结束,要等 {{until}} 过后再办。',
    en: 'The period is not over. Come back after {{until}}.',
  },
  'objection-too-late': {
    status: 409,
    zh: '异议期到 {{until}} 已经结束。',
    en: 'Objections were possible until {{until}}.',
  },
  'not-your-sheet': {
    status: 403,
    zh: '只能对自己的考核表提异议;部门的由部门负责人提。',
    en: 'You can object to your own sheet; for a department, its head does.',
  },
  'objection-by-appeal': {
    status: 409,
    zh: '对评价有异议,请在“关于我的评价”里申诉;认定结果会计入考核表。',
    en: 'Ratings are appealed against under “Ratings about me”; what is decided there counts here.',
  },
  'unknown-evidence': {
    status: 409,
    zh: '这一项里没有所选的记录,可能刚更正过。请刷新后再选。',
    en: 'This line does not count what you chose; it may just have been corrected. Refresh and choose again.',
  },
  'objected-already': {
    status: 409,
    zh: '所选的记录已经提过异议。',
    en: 'An objection to what you chose has already been raised.',
  },
  'unknown-objection': {
    status: 404,
    zh: '没有这条异议,请刷新。',
    en: 'There is no such objection. Refresh the page.',
  },
  'objection-decided': {
    status: 409,
    zh: '这条异议已经有了决定,请刷新。',
    en: 'This objection has been decided. Refresh the page.',
  },
  'decider-concerned': {
    status: 409,
    zh: '您与这条异议有关(本人、提出人或开牌人),请由别的同事决定。',
    en: 'You are part of this: it is about you, you raised it, or you gave the card. A colleague has to decide.',
  },
  'objections-open': {
    status: 409,
    zh: '{{until}} 之前还可以提异议,过后再封存。',
    en: 'Objections are possible until {{until}}. Seal after that.',
  },
  'objection-undecided': {
    status: 409,
    zh: '还有 {{n}} 条异议没有决定,决定后再封存。',
    en: 'Objections without a decision: {{n}}. Have them decided, then seal.',
  },
  'sheet-sealed': {
    status: 409,
    zh: '考核表已经封存,不能再改。',
    en: 'The sheet is sealed and stays as it is.',
  },
  'unknown-conduct': { status: 404, zh: '没有这条记录,请刷新。', en: 'There is no such record. Refresh the page.' },
  'conduct-own': {
    status: 409,
    zh: '不能对自己作决定,请由别的同事办理。',
    en: 'Nobody decides about themselves. A colleague has to do this.',
  },
  'conduct-not-yours': {
    status: 403,
    zh: '只有本人可以陈述和申诉。',
    en: 'Only the person concerned can make a statement or appeal.',
  },
  'conduct-not-now': {
    status: 409,
    zh: '这一步现在不能办,可能已经办过。请刷新后看进展。',
    en: 'This step is not due now; it may have been taken. Refresh to see where it stands.',
  },
  'statement-awaited': {
    status: 409,
    zh: '要先听本人陈述;本人到 {{until}} 没有陈述的,过后再决定。',
    en: 'The person is heard first. Without a statement it can be decided after {{until}}.',
  },
  'decider-found': {
    status: 409,
    zh: '查明情况的人不能作决定,请由别的同事决定。',
    en: 'Whoever made the finding does not decide on it. A colleague has to.',
  },
  'appeal-over': { status: 409, zh: '申诉期到 {{until}} 已经结束。', en: 'An appeal was possible until {{until}}.' },
  'decider-decided': {
    status: 409,
    zh: '申诉要由没有参与这件事的同事复核。',
    en: 'An appeal is decided by somebody who had no part in it.',
  },
};
