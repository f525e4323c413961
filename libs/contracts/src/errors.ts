import type { ItemFaultCode } from '@shouwen/domain/catalogue/item-faults';
import type { DocketRefusalCode } from '@shouwen/domain/docket/refusals';
import type { RefusalCode } from '@shouwen/domain/hall/refusals';
import { DOCKET_SENTENCES } from './docket-errors.ts';
import { CATALOGUE_SENTENCES } from './catalogue-errors.ts';
import { OVERSIGHT_SENTENCES } from './oversight-errors.ts';
import type { Sentence } from './sentence.ts';

/**
 * Refusals of the rules: HTTP status and what to do, per language. `{{name}}` is filled from the refusal's detail. Written to the
 * person who reads it: a citizen at the kiosk or a clerk at the terminal.
 */
const REFUSAL_SENTENCES: Record<RefusalCode, Sentence> = {
  'unknown-queue': { status: 404, zh: '没有这个队列,请重新选择。', en: 'There is no such queue. Please choose again.' },
  'unknown-matter': {
    status: 404,
    zh: '没有这个事项,请重新选择,或到导服台。',
    en: 'There is no such matter. Choose again, or ask at the guide desk.',
  },
  'unknown-window': {
    status: 404,
    zh: '没有这个窗口,请核对窗口号。',
    en: 'There is no such window. Check its number.',
  },
  'unknown-ticket': {
    status: 404,
    zh: '没有找到这个号,请核对小票。',
    en: 'No such ticket. Check the number on the slip.',
  },
  'unknown-appointment': {
    status: 404,
    zh: '今天没有找到这个预约,请到导服台。',
    en: 'No such appointment today. Please ask at the guide desk.',
  },
  'hall-closed': {
    status: 409,
    zh: '大厅现在不开放取号,请在开放时间再来。',
    en: 'The hall is closed now. Please come back during opening hours.',
  },
  'day-closed': {
    status: 409,
    zh: '今天的服务已经结束,请改日再来。',
    en: 'Today’s service has ended. Please come another day.',
  },
  'queue-full': {
    status: 409,
    zh: '今天的号已取完,可以预约明天。',
    en: 'Today’s tickets are all taken. You can book for tomorrow.',
  },
  'queue-past-closing': {
    status: 409,
    zh: '排队的人已经排到下班,可以预约明天。',
    en: 'The queue already reaches closing time. You can book for tomorrow.',
  },
  'window-not-open': {
    status: 409,
    zh: '这个窗口还没有开,请先上岗。',
    en: 'This window is not open. Sign in at the window first.',
  },
  'window-paused': { status: 409, zh: '窗口暂停中,请先恢复服务。', en: 'The window is paused. Resume service first.' },
  'window-taken': {
    status: 409,
    zh: '已有同事在这个窗口,请换一个窗口。',
    en: 'A colleague is signed in at this window. Choose another one.',
  },
  'window-busy': {
    status: 409,
    zh: '窗口上还有一位没有办完,请先办完。',
    en: 'There is still somebody at this window. Finish with them first.',
  },
  'window-has-held-tickets': {
    status: 409,
    zh: '还有挂起的号,请先办完或转给别人。',
    en: 'Tickets are on hold here. Finish or transfer them first.',
  },
  'not-your-window': { status: 403, zh: '您没有在这个窗口上岗。', en: 'You are not signed in at this window.' },
  'clerk-elsewhere': {
    status: 409,
    zh: '您已在别的窗口上岗,请先在那里下岗。',
    en: 'You are signed in at another window. Sign out there first.',
  },
  'queue-empty': { status: 409, zh: '现在没有人在等。', en: 'Nobody is waiting now.' },
  'all-awaited-elsewhere': {
    status: 409,
    zh: '在等的人是再次来访,正等熟悉情况的窗口叫号;等得过久时,您也可以叫。',
    en: 'Everybody waiting has come again and is awaited at another window. Once they have waited too long, you may call them.',
  },
  'no-ticket-at-window': {
    status: 409,
    zh: '窗口上没有号,请先叫号。',
    en: 'There is no ticket at the window. Call one first.',
  },
  'ticket-not-waiting': {
    status: 409,
    zh: '这个号已不在等候:同事先叫到了,或已办完。',
    en: 'That ticket is no longer waiting: a colleague was faster, or it is done.',
  },
  'ticket-not-called': { status: 409, zh: '这个号不在叫号中。', en: 'That ticket is not being called.' },
  'ticket-not-serving': {
    status: 409,
    zh: '这个号还没有开始办理,请先按“开始”。',
    en: 'Service has not started for that ticket. Press “start” first.',
  },
  'ticket-not-held': { status: 409, zh: '这个号没有挂起。', en: 'That ticket is not on hold.' },
  'ticket-not-no-show': {
    status: 409,
    zh: '这个号没有过号,请听叫号。',
    en: 'That ticket was not missed. Please wait for your call.',
  },
  'ticket-already-returned': {
    status: 409,
    zh: '过号只能找回一次,请重新取号或到导服台。',
    en: 'A missed ticket can come back once. Take a new one or ask at the guide desk.',
  },
  'ticket-elsewhere': {
    status: 409,
    zh: '这个号挂在别的窗口,请到那个窗口继续。',
    en: 'That ticket is on hold at another window. Continue there.',
  },
  'no-show-too-early': {
    status: 409,
    zh: '要叫满三次、最后一次过 30 秒,才能记没来。',
    en: 'Call three times and wait 30 seconds after the last call before marking a no-show.',
  },
  'recall-too-early': { status: 409, zh: '两次呼叫至少隔 20 秒,请稍等。', en: 'Wait 20 seconds between calls.' },
  'undo-too-late': {
    status: 409,
    zh: '办结超过 10 秒,不能撤销了。',
    en: 'More than 10 seconds have passed; it can no longer be undone.',
  },
  'same-queue': {
    status: 409,
    zh: '已经在这个队列,请选别的队列;要退回请按“退回”。',
    en: 'It is already in this queue. Choose another, or put it back.',
  },
  'appointment-too-early': {
    status: 409,
    zh: '预约时间前 20 分钟起才能签到,请稍后再来。',
    en: 'Check-in opens 20 minutes before your slot. Please come back then.',
  },
  'appointment-used': {
    status: 409,
    zh: '这个预约已经用过或已取消。',
    en: 'This appointment has been used or cancelled.',
  },
  'slot-not-open': {
    status: 409,
    zh: '这个时段不能预约,请另选时段。',
    en: 'That slot cannot be booked. Please choose another.',
  },
};

/** Everything else that can go wrong between a caller and the server. */
const GENERAL_SENTENCES = {
  ...OVERSIGHT_SENTENCES,
  'invalid-input': {
    status: 400,
    zh: '填写的内容不对,请按提示改正。',
    en: 'Something entered is not right. Correct the fields named.',
  },
  'malformed-json': { status: 400, zh: '请求的格式不对。', en: 'The request body is not valid JSON.' },
  'not-signed-in': { status: 401, zh: '请先登录。', en: 'Please sign in.' },
  'device-not-paired': {
    status: 401,
    zh: '这台设备没有配对,请管理员配对。',
    en: 'This device is not paired. Ask the administrator to pair it.',
  },
  'pad-without-window': {
    status: 409,
    zh: '这个评价器没有放在窗口上,请管理员给它指定窗口。',
    en: 'This pad stands at no window. Ask the administrator to give it one.',
  },
  'sign-in-failed': { status: 401, zh: '用户名或密码不对。', en: 'Wrong user name or password.' },
  'account-locked': {
    status: 423,
    zh: '试错太多次,账号已锁定,请 15 分钟后再试或找管理员。',
    en: 'Too many attempts. Try again in 15 minutes or ask the administrator.',
  },
  forbidden: {
    status: 403,
    zh: '您的岗位不能做这一步,请找值班长。',
    en: 'Your role does not allow this. Ask the duty supervisor.',
  },
  'example-refused': {
    status: 403,
    zh: '示例账号和示例功能在正式环境不可用。',
    en: 'Example accounts and functions are refused in production.',
  },
  'unknown-hall': { status: 404, zh: '没有这个大厅。', en: 'There is no such hall.' },
  'not-found': { status: 404, zh: '没有找到。', en: 'Not found.' },
  'pairing-code-wrong': {
    status: 404,
    zh: '配对码不对或已过期,请重新生成。',
    en: 'The pairing code is wrong or has expired. Make a new one.',
  },
  'key-reused': {
    status: 409,
    zh: '同一个请求号用在了不同的请求上。',
    en: 'The idempotency key was used for a different request.',
  },
  'progress-not-found': {
    status: 404,
    zh: '编号或查询码不对,请核对回执。',
    en: 'The number or the code is wrong. Check your receipt.',
  },
  'progress-locked': {
    status: 429,
    zh: '试错太多次,请 15 分钟后再试,或到导服台。',
    en: 'Too many wrong codes. Try again in 15 minutes, or ask at the guide desk.',
  },
  'too-large': { status: 413, zh: '内容太大。', en: 'The request is too large.' },
  'wrong-media-type': { status: 415, zh: '这里不收这种格式的内容。', en: 'Content of this type is not taken here.' },
  'file-unreadable': {
    status: 500,
    zh: '文件读不出来,已记录。请找管理员,并留好申请人的原件。',
    en: 'The file cannot be read; this was recorded. Tell the administrator, and keep the paper.',
  },
  'too-many-requests': {
    status: 429,
    zh: '请求太多,请稍候再试。',
    en: 'Too many requests. Wait a moment and try again.',
  },
  internal: {
    status: 500,
    zh: '系统出了问题,已记录。请稍后再试,或找导服台。',
    en: 'Something went wrong and was recorded. Try again later or ask at the guide desk.',
  },
  unavailable: {
    status: 503,
    zh: '系统正在恢复,请稍候,您的操作没有生效。',
    en: 'The system is recovering. Please wait; nothing was changed.',
  },
  'period-too-long': {
    status: 400,
    zh: '起止日期不对或太长:指标一次最多看 400 天,原话最多 92 天,请改日期。',
    en: 'The period ends before it begins or is too long: figures cover 400 days at most, words 92. Change the days.',
  },
} as const satisfies Record<string, Sentence>;

export type ErrorCode =
  RefusalCode | DocketRefusalCode | ItemFaultCode | keyof typeof CATALOGUE_SENTENCES | keyof typeof GENERAL_SENTENCES;

/** Every error code, its HTTP status and its sentence per language: the only list there is. */
export const ERRORS: Readonly<Record<ErrorCode, Sentence>> = {
  ...REFUSAL_SENTENCES,
  ...DOCKET_SENTENCES,
  ...CATALOGUE_SENTENCES,
  ...GENERAL_SENTENCES,
};

export type Language = 'zh' | 'en';

/** Problem body, RFC 9457. `code` is ours; `instance` is the number to quote when asking for help. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ErrorCode;
  instance: string;
  /** Figures of the refusal, e.g. `{ opensAt: 1764000000000 }`, moments in milliseconds. */
  figures?: Readonly<Record<string, string | number>>;
  /** Which fields of the input were wrong. */
  fields?: { path: string; message: string }[];
}

/** The problem body for a code in a language. */
export function problemOf(
  code: ErrorCode,
  language: Language,
  instance: string,
  more: Pick<Problem, 'figures' | 'fields'> = {},
): Problem {
  const { status } = ERRORS[code];
  return {
    type: `urn:shouwen:error:${code}`,
    title: code,
    status,
    detail: filled(ERRORS[code][language], more.figures),
    code,
    instance,
    ...more,
  };
}

const filled = (sentence: string, figures: Problem['figures']): string =>
  sentence.replaceAll(/\{\{(\w+)\}\}/g, (_gap, name: string) => String(figures?.[name] ?? ''));

/** The language of a caller from `Accept-Language`: English only when it comes before Chinese. */
export function languageOf(acceptLanguage: string | undefined): Language {
  for (const part of (acceptLanguage ?? '').toLowerCase().split(',')) {
    if (part.trim().startsWith('zh')) return 'zh';
    if (part.trim().startsWith('en')) return 'en';
  }
  return 'zh';
}
