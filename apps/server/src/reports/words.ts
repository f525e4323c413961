import type { MeasureTaken, Reward } from '@shouwen/domain/conduct/conduct';
import type { Grade } from '@shouwen/domain/score/card';
import type { NoticeColumn } from '@shouwen/contracts/catalogue/notice.schema';
import type { GroupScope } from '@shouwen/contracts/views/performance.schema';
import type { ApplicantKind } from '@shouwen/domain/disclosure/disclosure';
import type { TableRowId } from '@shouwen/domain/disclosure/statutory-table';
import type { CardLevel } from '@shouwen/domain/docket/card';
import type { EnquiryChannel } from '@shouwen/domain/enquiry/enquiry';
import type { ContactChannel } from '@shouwen/domain/first-contact/first-contact';
import type { CountedSubject } from './docket-counts.service.ts';
import type { OpinionSource } from '@shouwen/domain/opinion/opinion';
import type { ReportKind } from '@shouwen/domain/report/report';

/** Reports are official papers of a hall: they are written in Chinese, whatever language the screen has. */
export const TITLES: Readonly<Record<ReportKind, string>> = {
  day: '窗口运行日报',
  week: '窗口效能周报',
  month: '窗口效能月度通报',
  quarter: '窗口效能季度通报',
  year: '年度工作总结',
};
export const SCOPE_NAMES: Readonly<Record<Exclude<GroupScope, 'person'>, string>> = {
  department: '部门',
  queue: '队列',
  matter: '事项',
  window: '窗口',
};
export const SUBJECTS: Readonly<Record<CountedSubject, string>> = {
  question: '咨询',
  matter: '事项',
  case: '办件',
  rating: '差评',
  opinion: '意见投诉',
  disclosure: '信息公开申请',
};
export const CHANNELS: Readonly<Record<ContactChannel, string>> = {
  window: '窗口',
  desk: '导服台',
  telephone: '电话',
  letter: '来信',
  online: '网上',
};
export const SOURCES: Readonly<Record<OpinionSource, string>> = {
  telephone: '电话',
  letter: '来信',
  visit: '来访',
  online: '网上',
  box: '意见箱',
  'from-above': '上级转办',
};
export const ENQUIRIES: Readonly<Record<EnquiryChannel, string>> = {
  telephone: '电话',
  'face-to-face': '现场',
  online: '网上',
  letter: '来信',
};
export const LEVELS: Readonly<Record<CardLevel, string>> = {
  prompt: '提示',
  yellow: '黄牌',
  red: '红牌',
  'legal-red': '法定红牌',
};
export const GRADE_NAMES: Readonly<Record<Grade, string>> = {
  excellent: '优秀',
  good: '良好',
  pass: '合格',
  fail: '不合格',
};
export const REWARD_NAMES: Readonly<Record<Reward, string>> = {
  commended: '通报表扬',
  'model-of-the-month': '当月服务标兵',
  bonus: '绩效加奖',
};
export const MEASURE_NAMES: Readonly<Record<MeasureTaken, string>> = {
  talk: '谈话提醒',
  training: '离岗培训',
  criticised: '通报批评',
  'pay-cut': '扣减绩效',
  moved: '调离窗口',
};
export const NOTICES: Readonly<Record<NoticeColumn, string>> = {
  announcement: '公告通知',
  policy: '政策法规',
  service: '办事提示',
  result: '结果公示',
  news: '工作动态',
};
export const APPLICANTS: Readonly<Record<ApplicantKind, string>> = {
  person: '自然人',
  enterprise: '商业企业',
  research: '科研机构',
  charity: '社会公益组织',
  'legal-services': '法律服务机构',
  other: '其他',
};
/** In the words of the State Council's form (政府信息公开工作年度报告). */
export const DISCLOSURE_ROWS: Readonly<Record<TableRowId, string>> = {
  received: '本年新收政府信息公开申请数量',
  'carried-over': '上年结转政府信息公开申请数量',
  granted: '予以公开',
  partly: '部分公开',
  'state-secret': '不予公开:属于国家秘密',
  prohibited: '不予公开:其他法律行政法规禁止公开',
  'public-safety': '不予公开:危及“三安全一稳定”',
  'third-party': '不予公开:保护第三方合法权益',
  internal: '不予公开:属于三类内部事务信息',
  'in-process': '不予公开:属于四类过程性信息',
  'enforcement-file': '不予公开:属于行政执法案卷',
  'administrative-query': '不予公开:属于行政查询事项',
  'not-held': '无法提供:本机关不掌握相关政府信息',
  'to-be-made': '无法提供:没有现成信息需要另行制作',
  'still-unclear': '无法提供:补正后申请内容仍不明确',
  complaint: '不予处理:信访举报投诉类申请',
  repeated: '不予处理:重复申请',
  'published-matter': '不予处理:要求提供公开出版物',
  excessive: '不予处理:无正当理由大量反复申请',
  confirmation: '不予处理:要求行政机关确认或重新出具已获取信息',
  'not-corrected': '其他处理:申请人无正当理由逾期不补正',
  'fee-unpaid': '其他处理:申请人逾期未按收费通知要求缴纳费用',
  other: '其他处理:其他',
  total: '本年度办理结果总计',
  'carried-on': '结转下年度继续办理',
};
