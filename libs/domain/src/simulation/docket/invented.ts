import type { Random } from '../random.ts';

/**
 * Citizens that do not exist and what they say, for the example hall only. The telephone numbers cannot be dialled: none in the
 * country begins with 100. All of it is kept like the words of real people: outside the log, encrypted, masked on screens.
 */
const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'.split('');
const GIVEN = [
  ...['建国', '秀英', '桂兰', '志强', '玉梅', '海燕', '文静', '晓明', '国庆', '淑珍', '俊杰', '雅琴', '春花', '立新'],
  ...['伟', '芳', '敏', '磊', '静', '军', '勇', '艳', '涛', '娟', '鹏', '慧', '宁', '超'],
];

const QUESTIONS = [
  '问社保转移要带什么，要不要本人来。',
  '问孩子上学报名从哪天开始，户口不在本县怎么办。',
  '问过户要交哪些税，可以不可以当天拿证。',
  '问补办身份证几天能拿到，能不能寄。',
  '问营业执照换地址先办哪一样。',
  '问低保年审要不要再交收入证明。',
  '问老年证现在还办不办，津贴从哪个月算。',
  '问居住证到期前多久可以续签。',
];
const MATTERS = [
  '学籍上的民族和户口簿不一致，学校让来改，不知道先找谁。',
  '宅基地和邻居的界线有出入，想先查档案再办证。',
  '父亲过世后房子要过户，三个子女有一个在外地。',
  '货车道路运输证丢了，车在外地，急着用。',
  '退休年龄按档案和身份证差一岁，想请人核一下。',
  '门店转让，执照、许可证、设备登记要一起变更。',
  '残疾人证和津贴不在一个乡镇，两边都说不归自己。',
  '租的房子没有房产证，孩子入学材料缺一样，问能用什么代替。',
];
const ANSWERS = [
  '已当面说清要带的材料、地点和时间，并给了办事指南。',
  '电话里逐项答复，申请人说清楚了，不用再跑。',
  '核对了系统记录，可以按原材料办理，已请他直接到窗口。',
  '查到档案，两处写法不一致属登记错误，已约好来办更正。',
  '已和经办科室核实，按规定可以容缺受理，材料十个工作日内补齐。',
];
const OFFICES = [
  { office: '国家税务总局青石县税务局第一税务分局', officeAddress: '人民路 26 号', officeTelephone: '0000-12345900' },
  { office: '城关镇便民服务中心', officeAddress: '河西街 3 号', officeTelephone: '0000-12345911' },
] as const;
const HANDED = ['材料已看过，请核实后直接回复本人。', '申请人等着答复，请尽快。', '属于贵科职责，请承接。'];
const NOT_MINE = ['这一项不在本岗职责内，请转经办科室。', '缺转交的材料清单，请补全再转。'];
const UNCLEAR = ['两个科室都可能管，请值班长指定。', '涉及两个部门，职责不清，请指定承办人。'];
const NOTICES = ['以上材料一次补齐即可，补齐后不用重新取号。', '材料请带原件核对，复印件可以在大厅复印。'];
const REFUSALS = ['不符合申请条件中关于户籍的规定，详见办事指南第二项。', '申请人的登记状态为注销，不具备申请资格。'];
const DENIALS = [
  '经核查，现场条件不符合标准第三条的要求，不予批准。',
  '经审查，提交的证明与登记信息不一致，不予批准。',
];
const PROCEDURES = ['已书面告知所需时间，这段时间不计入办理期限。', '已通知申请人时间和地点，结果出来即恢复计时。'];
const EXTENSIONS = ['外单位核查函还没有回，需要等结果。', '现场情况复杂，要补一次勘验。'];
const URGINGS = ['今天下班前给出办理意见，并告知申请人。', '为什么还没有结果？请说明卡在哪里、哪天能办完。'];
const REPLIES = [
  '已联系申请人说明情况，两个工作日内办结。',
  '外单位已答复，今天出结果。',
  '正在核查，进展已告知申请人。',
];
const BREACHES = ['外单位的核查结果晚到，已当面向申请人说明。', '当周申请集中，审核人手不够，已经调整。'];

const LINES = {
  question: QUESTIONS,
  matter: MATTERS,
  answer: ANSWERS,
  handed: HANDED,
  'not-mine': NOT_MINE,
  unclear: UNCLEAR,
  notice: NOTICES,
  refusal: REFUSALS,
  denial: DENIALS,
  procedure: PROCEDURES,
  extension: EXTENSIONS,
  urging: URGINGS,
  reply: REPLIES,
  breach: BREACHES,
} as const;
/** Occasions on which somebody writes something down. */
export type Occasion = keyof typeof LINES;

export const lineFor = (occasion: Occasion, random: Random): string => random.pick<string>(LINES[occasion]);

/** Another office that is competent, with the way there. */
export const officeFor = (random: Random) => random.pick(OFFICES);

/** Name and telephone of somebody who does not exist. */
export function inventedCitizen(random: Random): { name: string; telephone: string } {
  const name = `${random.pick(SURNAMES)}${random.pick(GIVEN)}`;
  const digits = String(Math.floor(random.next() * 100_000_000)).padStart(8, '0');
  return { name, telephone: `100${digits}` };
}
