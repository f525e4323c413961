import type { CatalogueChange } from '@shouwen/contracts/http/hall.operations';

/** What a test hall has; everything not named is a sensible default. */
export interface HallPlan {
  id: string;
  /** Queue letters, e.g. `['A', 'B']`; the queue's id is the letter in lower case. */
  letters?: string[];
  windows?: number;
  /** First-choice queues of window n (1…); all queues by default. */
  firstQueues?: (n: number) => string[];
  secondQueues?: (n: number) => string[];
  dailyQuota?: number | null;
  waitPromiseSeconds?: number;
  handlingStandardSeconds?: number;
  open?: string;
  close?: string;
  example?: boolean;
  clerks?: number;
  /**
   * Also a matter `permit` with a promise of 5 working days, law 20, three materials (one minor), and an immediate one, `certificate`,
   * with the same; clerk 1 and 2 stand in for each other.
   */
  cases?: boolean;
  /** Largest file of a case. */
  maxMegabytes?: number;
  /** Where it is noon now; a hall with opening hours is in China. */
  timeZone?: string;
  nationalCalendar?: boolean;
  /** Where it stands. */
  region?: { code: string; names: string[] };
}

const both = (text: string) => ({ zh: text, en: text });

const STAND_INS: Record<string, string> = { 'clerk-1': 'clerk-2', 'clerk-2': 'clerk-1' };
const WITH_CASES = ['permit', 'certificate'];
const MATERIALS = ['register', 'card', 'copy'].map((id) => ({ id, name: both(id), minor: id === 'copy' }));

/** A zone in which it is noon now: a hall that goes by the real clock runs neither into its closing time nor into tomorrow. */
function middayZone(): string {
  const ahead = 12 - new Date().getUTCHours();
  // Signs of these zones say how far Greenwich is ahead.
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

/** A hall that is open around the clock, as changes of the catalogue, with one matter per queue and a clerk per window. */
export function planHall(plan: HallPlan): CatalogueChange[] {
  const letters = plan.letters ?? ['A'];
  const queues = letters.map((letter) => letter.toLowerCase());
  const windows = plan.windows ?? 1;
  const item = (kind: CatalogueChange['kind'], id: string, value: Record<string, unknown>): CatalogueChange => ({
    kind,
    id,
    item: { id, ...value },
  });
  return [
    item('hall', plan.id, {
      name: both(`Hall ${plan.id}`),
      address: both('1 Test Road'),
      telephone: '0000-12340000',
      complaintTelephone: '0000-12345678',
      timeZone: plan.timeZone ?? (plan.open ? 'Asia/Shanghai' : middayZone()),
      dayStartsAt: '00:00',
      nationalCalendar: plan.nationalCalendar ?? false,
      hours: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], open: plan.open ?? '00:00', close: plan.close ?? '24:00' }],
      example: plan.example ?? true,
      ...(plan.region ? { region: { code: plan.region.code, names: plan.region.names.map(both) } } : {}),
      ...(plan.maxMegabytes ? { files: { maxMegabytes: plan.maxMegabytes } } : {}),
    }),
    item('zone', 'A', { name: both('Zone A'), theme: both('Everything') }),
    item('department', 'office', {
      name: both('Office'),
      short: both('Office'),
      hint: both('Everything'),
      telephone: '0000-12340001',
    }),
    ...letters.map((letter, index) =>
      item('queue', queues[index]!, {
        letter,
        name: both(`Queue ${letter}`),
        departmentId: 'office',
        zoneId: 'A',
        waitPromiseSeconds: plan.waitPromiseSeconds ?? 900,
        dailyQuota: plan.dailyQuota ?? null,
      }),
    ),
    ...[...queues.map((queueId) => `matter-${queueId}`), ...(plan.cases ? WITH_CASES : [])].map((id) =>
      item('matter', id, {
        queueId: WITH_CASES.includes(id) ? queues[0]! : id.slice('matter-'.length),
        departmentId: 'office',
        name: both(id),
        aliases: [],
        kind: id === 'permit' ? 'commitment' : 'immediate',
        popular: true,
        // Short, so that a hall of a test or bench does not run into closing time.
        handlingStandardSeconds: plan.handlingStandardSeconds ?? 30,
        legalDays: id === 'permit' ? 20 : null,
        promisedDays: id === 'permit' ? 5 : null,
        guide: {
          version: 1,
          effectiveFrom: '2026-01-01',
          basis: [both('Test law')],
          dutyHolder: both('Office'),
          conditions: [],
          materials: WITH_CASES.includes(id) ? MATERIALS : [],
          procedure: [{ step: both('Ask'), detail: both('Ask at the window'), who: 'citizen' }],
          flow: [],
          fee: both('None'),
          result: both('Answer'),
          telephone: '0000-12340001',
          place: both('Zone A'),
        },
      }),
    ),
    ...Array.from({ length: windows }, (_, index) =>
      item('window', `w${index + 1}`, {
        number: index + 1,
        zoneId: 'A',
        name: both(`Window ${index + 1}`),
        firstQueues: plan.firstQueues?.(index + 1) ?? queues,
        secondQueues: plan.secondQueues?.(index + 1) ?? [],
        secondAfterSeconds: 0,
      }),
    ),
    ...Array.from({ length: plan.clerks ?? windows }, (_, index) => staff(`clerk-${index + 1}`, 'clerk')),
    ...(['guide', 'supervisor', 'director', 'administrator', 'auditor'] as const).map((role) => staff(role, role)),
  ];

  function staff(id: string, role: string): CatalogueChange {
    return item('staff', id, {
      name: `员工${id}`,
      latinName: `Staff ${id}`,
      username: id,
      role,
      departmentId: 'office',
      post: both(role),
      postNumber: id,
      telephone: '0000-12340002',
      standInId: plan.cases ? (STAND_INS[id] ?? null) : null,
      homeWindowId: null,
    });
  }
}
