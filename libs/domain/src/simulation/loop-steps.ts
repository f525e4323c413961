import type { Catalogue } from '../catalogue/catalogue.ts';
import type { RatingLoop } from '../rating/loop.ts';
import type { PetitionStep } from './petitions-play.ts';
import type { Random } from './random.ts';

const GENUINE = [
  '看了叫号和办件记录,情况属实。',
  '问了窗口和当事人,确实没有一次讲清。',
  '调了当天的等候时间,确实超过承诺。',
];
const NOT_GENUINE = ['系统记录显示当场办结,评价人说是点错了。', '所说的事不在本大厅办理,已向本人说明。'];
const REMEDIES = [
  '已向本人道歉,材料清单贴到窗口。',
  '窗口人员重新学了一次性告知的规定,已带班复查。',
  '高峰时段加开了一个窗口。',
  '办事指南改了一条,写明复印件由大厅免费复印。',
];
const REVISITS = {
  satisfied: '电话回访,本人表示满意。',
  dissatisfied: '电话回访,本人认为还没改到位。',
  unreachable: '三天各打一次,没有人接。',
};
const APPEAL = '当时系统故障,已当面说明,请复核。';
const DECISIONS = { upheld: '复核了故障记录,申诉成立。', rejected: '复核后,原结论正确。' };

/** What happens to a loop on one day: often its next step, sometimes nothing, now and then an appeal beside it. */
export function loopStep(loop: RatingLoop, byId: string, catalogue: Catalogue, random: Random): PetitionStep[] {
  const appeal = appealStep(loop, catalogue, random);
  return [...(appeal ? [appeal] : []), ...next(loop, byId, random)];
}

function next({ id: contactId, state }: RatingLoop, byId: string, random: Random): PetitionStep[] {
  const words = null;
  if (state === 'to-verify' && random.chance(0.8)) {
    const draw = random.next();
    const finding = draw < 0.75 ? 'genuine' : draw < 0.94 ? 'mistaken' : 'malicious';
    const remedy =
      finding === 'genuine' ? random.pick(['at-once', 'at-once', 'simple', 'simple', 'complex'] as const) : null;
    const text = random.pick(finding === 'genuine' ? GENUINE : NOT_GENUINE);
    return [{ command: { type: 'verify-rating', contactId, byId, finding, remedy, words }, said: { text } }];
  }
  if (state === 'to-rectify' && random.chance(0.35))
    return [{ command: { type: 'rectify-rating', contactId, byId, words }, said: { text: random.pick(REMEDIES) } }];
  if (state === 'to-revisit' && random.chance(0.5)) {
    const outcome = random.pick(['satisfied', 'satisfied', 'satisfied', 'dissatisfied', 'unreachable'] as const);
    return [
      { command: { type: 'revisit-rating', contactId, byId, outcome, words }, said: { text: REVISITS[outcome] } },
    ];
  }
  return [];
}

/** The rated person appeals now and then; somebody who leads and has not verified it decides. */
function appealStep(loop: RatingLoop, catalogue: Catalogue, random: Random): PetitionStep | null {
  const { id: contactId, appeal, verified, concerned } = loop;
  const words = null;
  const rated = concerned[0];
  if (appeal === null && verified?.finding === 'genuine' && rated !== undefined && random.chance(0.06))
    return { command: { type: 'appeal-rating', contactId, byId: rated, words }, said: { text: APPEAL } };
  if (appeal === null || appeal.decided !== null || !random.chance(0.4)) return null;
  const byId = Object.values(catalogue.staff)
    .filter(
      ({ id, role }) =>
        (role === 'director' || role === 'supervisor') && id !== verified?.byId && !concerned.includes(id),
    )
    .map(({ id }) => id)
    .sort()[0];
  if (byId === undefined) return null;
  const upheld = random.chance(0.3);
  const finding = upheld ? 'mistaken' : null;
  const said = { text: upheld ? DECISIONS.upheld : DECISIONS.rejected };
  return { command: { type: 'decide-appeal', contactId, byId, upheld, finding, words }, said };
}
