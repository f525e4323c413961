import type { Disclosure, DisclosureOutcome } from '../disclosure/disclosure.ts';
import type { DocketContext } from '../docket/context.ts';
import type { Opinion } from '../opinion/opinion.ts';
import { isLate } from '../petition/reply.ts';
import type { PetitionStep } from './petitions-play.ts';
import type { Random } from './random.ts';

/** A working day's chance that the next step is taken [ours], so that about one answer in twenty is late. */
const DAILY = { takenUp: 0.5, answered: 0.42, disclosed: 0.16, corrected: 0.3, told: 0.6, approved: 0.7 };
/** Of steps: a report taken up; sent back as not ours; asked for more time; a request that is not clear. */
const OF_ALL = { taken: 0.65, sentBack: 0.06, moreTime: 0.03, unclear: 0.1 };

const TAKEN = ['内容具体,有线索可查,予以受理。'];
const NOT_TAKEN = ['没有具体的人和事,无法核查,不予受理;补充线索后可以再反映。'];
const SENT_BACK = ['属于税务部门职责,请到国家税务总局青石县税务局反映,电话 0000-12345900。'];
const ANSWERS: Readonly<Record<Opinion['opinion'], readonly string[]>> = {
  suggestion: [
    '已采纳,下周起改。谢谢您提出来。',
    '等候区已加了十二把椅子,饮水机同时移到中间。',
    '已列入下季度改造,改好后在公告栏公布。',
    '中午已安排两个窗口轮岗,十二点到两点不断档。',
  ],
  complaint: [
    '调看了录像,问了当班人员,情况属实,已批评教育并向您致歉。',
    '核对了叫号记录,当天系统故障四十分钟,没有及时说明,已改进并致歉。',
    '材料清单与办事指南不一致,属我们更新不及时,当天已改正。',
    '调看录像,当班人员按规定办理,说明不够耐心,已提醒。',
  ],
  report: ['经核查,所反映的收费不存在,收据存根可查。', '情况属实,已按规定处理,处理结果另行公布。'],
};
const MORE_TIME = ['要调三个月的记录核对,五个工作日不够。'];
const DECLINED = ['记录已经调齐,请按期答复。'];
const TOLD = ['电话告知本人,本人表示知道了。', '当面告知。', '挂号信寄出,回执存档。'];
const UNCLEAR = ['请写明文件名称或年份,以便查找。'];
const CORRECTED = ['补充:要的是上一年度的那一份。'];
const DISCLOSED: Readonly<Partial<Record<DisclosureOutcome, string>>> = {
  granted: '您申请的信息予以公开,见附件。',
  partly: '涉及第三方商业秘密的部分已隐去,其余予以公开,见附件。',
  'third-party': '涉及第三方个人信息,经征求意见不同意公开,依法不予公开。',
  internal: '属于内部人事管理信息,依法不予公开。',
  'not-held': '经检索,本单位没有制作或保存该信息。',
  'not-ours': '该信息由县自然资源局保存,请向该局申请,电话 0000-12345920。',
  'to-be-made': '没有现成信息,需要另行汇总加工,无法提供。',
  repeated: '与您上月的申请内容相同,已答复,不重复处理。',
  'published-matter': '该信息已在网站公开,网址见答复书,可自行查阅。',
  complaint: '属于投诉事项,请通过投诉渠道反映,我们已代为登记。',
};
const OUTCOMES: readonly DisclosureOutcome[] = [
  ...(['granted', 'granted', 'granted', 'granted', 'partly', 'partly'] as const),
  ...(Object.keys(DISCLOSED) as DisclosureOutcome[]),
];

/** What happens to an opinion or a request for disclosure on one day: often its next step, sometimes nothing. */
export function replyStep(
  petition: Opinion | Disclosure,
  byId: string,
  context: DocketContext,
  random: Random,
): PetitionStep[] {
  const { id: contactId, state, moreTime } = petition;
  const step = (command: object, lines: readonly string[]): PetitionStep[] => {
    const given = { contactId, byId, words: null, ...command } as PetitionStep['command'];
    return [{ command: given, said: { text: random.pick(lines) } }];
  };
  if (state === 'to-tell') return random.chance(DAILY.told) ? step({ type: 'tell-petition' }, TOLD) : [];
  if (state === 'to-answer' && moreTime !== null && moreTime.approvedBy === null && random.chance(DAILY.approved)) {
    const approver = approverOf(petition, context);
    if (random.chance(0.2)) return step({ type: 'decline-time', byId: approver }, DECLINED);
    return [{ command: { type: 'approve-time', contactId, byId: approver }, said: null }];
  }
  if (state === 'to-answer' && moreTime === null && random.chance(OF_ALL.moreTime))
    return step({ type: 'ask-time' }, MORE_TIME);
  return petition.kind === 'opinion'
    ? opinionStep(petition, context, random, step)
    : disclosureStep(petition, context, random, step);
}

type Step = (command: object, lines: readonly string[]) => PetitionStep[];

function opinionStep({ state, opinion, sendBackUntil }: Opinion, { now }: DocketContext, random: Random, step: Step) {
  if (state === 'to-take-up' && random.chance(DAILY.takenUp)) {
    const taken = random.chance(OF_ALL.taken);
    return step({ type: 'take-up-opinion', taken }, taken ? TAKEN : NOT_TAKEN);
  }
  if (state !== 'to-answer') return [];
  if (now < sendBackUntil && random.chance(OF_ALL.sentBack)) return step({ type: 'send-back-opinion' }, SENT_BACK);
  return random.chance(DAILY.answered) ? step({ type: 'answer-opinion' }, ANSWERS[opinion]) : [];
}

function disclosureStep(request: Disclosure, context: DocketContext, random: Random, step: Step) {
  const { state, correction } = request;
  if (state === 'to-correct') {
    if (isLate(request, context)) return step({ type: 'answer-disclosure', outcome: 'not-corrected' }, NOT_TAKEN);
    return random.chance(DAILY.corrected) ? step({ type: 'bring-correction' }, CORRECTED) : [];
  }
  if (state !== 'to-answer') return [];
  if (correction === null && random.chance(OF_ALL.unclear)) return step({ type: 'ask-correction' }, UNCLEAR);
  if (!random.chance(DAILY.disclosed)) return [];
  const outcome = random.pick(OUTCOMES);
  return step({ type: 'answer-disclosure', outcome }, [DISCLOSED[outcome]!]);
}

/** Whoever leads the hall, is not concerned and did not ask: the director before the supervisors. */
function approverOf({ concerned, moreTime }: Opinion | Disclosure, { catalogue }: DocketContext): string {
  const leaders = Object.values(catalogue.staff)
    .filter(({ role }) => role === 'director' || role === 'supervisor')
    .sort((a, b) => a.role.localeCompare(b.role) || a.id.localeCompare(b.id));
  return leaders.find(({ id }) => id !== moreTime?.askedBy && !concerned.includes(id))?.id ?? '';
}
