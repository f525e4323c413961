import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ApplicantKind } from '../disclosure/disclosure.ts';
import type { DocketCommand, DocketCommandOf } from '../docket/commands.ts';
import type { OpinionKind, OpinionSource, OpinionSubject } from '../opinion/opinion.ts';
import { MINUTE, type ServiceDay } from '../time/instant.ts';
import type { OpenSpan } from '../time/opening-hours.ts';
import { inventedCitizen } from './docket/invented.ts';
import type { Happening } from './petitions-play.ts';
import { Random, seedOf } from './random.ts';

/** What a hall like this hears in a working day: 244 opinions a year [seed]; a request for disclosure a week [ours]. */
const A_DAY = { opinions: 1, disclosures: 0.25 };
/** Shares [ours, plausible]. */
const SOURCES: readonly (readonly [OpinionSource, number])[] = [
  ['telephone', 0.34],
  ['online', 0.26],
  ['visit', 0.16],
  ['box', 0.12],
  ['letter', 0.08],
  ['from-above', 0.04],
];
const KINDS: readonly (readonly [OpinionKind, number])[] = [
  ['suggestion', 0.48],
  ['complaint', 0.38],
  ['report', 0.14],
];
const APPLICANTS: readonly (readonly [ApplicantKind, number])[] = [
  ['person', 0.68],
  ['enterprise', 0.2],
  ['legal-services', 0.06],
  ['research', 0.03],
  ['charity', 0.02],
  ['other', 0.01],
];
const NAMED = 0.6;
/** Of those who were served [ours]: so many say something of the hall on their way out. */
const AFTER_SERVING = 0.012;
/** Where citizens say it themselves; what comes otherwise the guide desk enters. */
const BY_THEMSELVES: readonly string[] = ['online', 'box'];

const WORDS: Readonly<Record<OpinionKind, readonly string[]>> = {
  suggestion: [
    '等候区椅子太少,老人只能站着,请多放几把。',
    '中午没有人,上班的人只能请假来,中午能不能也开。',
    '填表的样本字太小,请放大贴在桌上。',
    '叫号的声音在二楼听不见,请加一个喇叭。',
    '停车场出口没有指示,转了两圈。',
    '复印机总是排队,能不能再放一台。',
  ],
  complaint: [
    '排队等了一个多小时,窗口开得太少。',
    '问材料清单,第一次说三样,第二次又说五样,没有一次讲清。',
    '窗口人员边办边聊天,问话爱答不理,态度不好。',
    '说好五天办结,第八天打电话还说不知道。',
    '轮到我的号跳过去了,问了说系统的事。',
    '电话咨询打了四次没有人接。',
  ],
  report: ['有人在大厅门口收钱代排队,保安不管。', '中介说交钱可以不排队,请查。'],
};
const ASKED = [
  '本大厅上一年度政府采购合同。',
  '窗口人员年度考核办法。',
  '本县不动产登记收费依据和上年收费总额。',
  '上一季度差评件的处理情况汇总。',
  '大厅搬迁可行性研究报告。',
  '本人名下宅基地档案复印件。',
];

/** One that is found as it stands by whoever looks at the hall first: after this step, or before any. */
interface Staged {
  what: OpinionKind | 'disclosure';
  by: DocketCommand['type'] | null;
}

/** Each state in which something can stand: what is seen of a hall on any morning. */
const STAGED: readonly Staged[] = [
  { what: 'report', by: null },
  { what: 'complaint', by: null },
  { what: 'suggestion', by: 'answer-opinion' },
  { what: 'disclosure', by: null },
  { what: 'disclosure', by: 'ask-correction' },
  { what: 'disclosure', by: 'answer-disclosure' },
];

function drawn<T>(shares: readonly (readonly [T, number])[], random: Random): T {
  const draw = random.next();
  let sum = 0;
  for (const [one, share] of shares) {
    sum += share;
    if (draw < sum) return one;
  }
  return shares[0]![0];
}

const NOBODY: OpinionSubject = { staffId: null, windowId: null, departmentId: null, everybody: false };

/** Whom it is about: mostly nobody in particular; a complaint more often a window or a person. */
function subjectOf(opinion: OpinionKind, { staff, windows, departments }: Catalogue, random: Random): OpinionSubject {
  const draw = random.next() + (opinion === 'suggestion' ? 0 : 0.4);
  if (draw < 0.7) return NOBODY;
  if (draw < 1) return { ...NOBODY, windowId: random.pick(Object.keys(windows).sort()) };
  if (draw < 1.2) return { ...NOBODY, departmentId: random.pick(Object.keys(departments).sort()) };
  const people = Object.values(staff).filter(({ role }) => role === 'clerk' || role === 'guide');
  return draw < 1.37 ? { ...NOBODY, staffId: random.pick(people).id } : { ...NOBODY, everybody: true };
}

/** What one citizen wants to say of the hall, in words and with whom it is about: for those who play a hall's day. */
export function citizenComplains(seed: number, id: string, catalogue: Catalogue) {
  const random = new Random(seedOf(seed, 'voice', id));
  random.next();
  const opinion = drawn(KINDS, random);
  const subject = subjectOf(opinion, catalogue, random);
  const citizen = random.chance(NAMED) ? inventedCitizen(random) : null;
  return { opinion, subject, citizen, text: random.pick(WORDS[opinion]) };
}

/** The same about a serving that has ended; `null`: like most, they go home. */
export function saysAfter(seed: number, ratingId: string, catalogue: Catalogue) {
  const random = new Random(seedOf(seed, 'after', ratingId));
  random.next();
  return random.chance(AFTER_SERVING) ? citizenComplains(seed, ratingId, catalogue) : null;
}

export interface VoicesWorld {
  catalogue: Catalogue;
  seed: number;
  /** Who sits at a window: concerned by what is said about it. */
  clerksAt: (windowId: string) => readonly string[];
}

/** What citizens say and ask for on a day, at their moments. It hangs on the seed and the day alone. */
export function voicesOn(world: VoicesWorld, day: ServiceDay, { from, until }: OpenSpan): Happening[] {
  const random = new Random(seedOf(world.seed, 'voices', day));
  random.next();
  const at = () => Math.round(random.between(from + MINUTE, until - MINUTE));
  const opinions = Math.floor(random.between(0, 2 * A_DAY.opinions + 1));
  return [
    ...Array.from({ length: opinions }, (_none, n) => opinion(world, `${day} ${n}`, at())),
    ...(random.chance(A_DAY.disclosures) ? [disclosure(world, day, at())] : []),
  ];
}

/** On the last working day before somebody looks: something comes to stand in each state, and stays there. */
export const stagedVoices = (world: VoicesWorld, day: ServiceDay, { from }: OpenSpan): Happening[] =>
  STAGED.map((staged, n) => {
    const at = from + (20 + 25 * n) * MINUTE;
    const id = `${day} staged ${n}`;
    return staged.what === 'disclosure' ? disclosure(world, id, at, staged) : opinion(world, id, at, staged);
  });

function opinion({ catalogue, clerksAt, seed }: VoicesWorld, id: string, at: number, staged?: Staged): Happening {
  const random = new Random(seedOf(seed, 'source', id));
  random.next();
  const said = citizenComplains(seed, id, catalogue);
  const kind = staged ? (staged.what as OpinionKind) : said.opinion;
  const subject = staged ? NOBODY : said.subject;
  const source = drawn(SOURCES, random);
  const citizen = staged?.by === 'answer-opinion' ? inventedCitizen(random) : said.citizen;
  const command: DocketCommandOf<'register-opinion'> = {
    type: 'register-opinion',
    byId: BY_THEMSELVES.includes(source) ? 'citizen' : deskOf(catalogue),
    opinion: kind,
    source,
    subject,
    matterId: null,
    ticketId: null,
    clerkIds: subject.windowId === null ? [] : clerksAt(subject.windowId),
    named: citizen !== null,
    words: null,
  };
  const text = staged ? random.pick(WORDS[kind]) : said.text;
  return happening(at, command, { text, ...citizen }, staged);
}

function disclosure({ catalogue, seed }: VoicesWorld, id: string, at: number, staged?: Staged): Happening {
  const random = new Random(seedOf(seed, 'disclosure', id));
  random.next();
  const channel = random.pick(['online', 'desk', 'letter'] as const);
  const command: DocketCommandOf<'register-disclosure'> = {
    type: 'register-disclosure',
    byId: channel === 'online' ? 'citizen' : deskOf(catalogue),
    channel,
    applicant: drawn(APPLICANTS, random),
    departmentId: random.chance(0.5) ? random.pick(Object.keys(catalogue.departments).sort()) : null,
    words: null,
  };
  return happening(at, command, { text: random.pick(ASKED), ...inventedCitizen(random) }, staged);
}

function happening(
  at: number,
  command: DocketCommandOf<'register-opinion'> | DocketCommandOf<'register-disclosure'>,
  said: Readonly<Record<string, string>>,
  staged?: Staged,
): Happening {
  return {
    at,
    run: (play) => {
      const contactId = play.do({ command, said });
      if (contactId !== null && staged) play.rest(contactId, staged.by);
    },
  };
}

/** Who enters what came by telephone, post or in person. */
function deskOf({ staff }: Catalogue): string {
  const people = Object.values(staff).sort((a, b) => a.id.localeCompare(b.id));
  return (people.find(({ role }) => role === 'guide') ?? people[0]!).id;
}
