import type { CaseFile, SuspensionKind } from '../../case/case.ts';
import { Random, seedOf } from '../random.ts';

/** What people do with cases and first contacts in the example hall [ours], so that about one promise in thirty is broken. */
export const HABITS = {
  /** First contacts on a day besides those of the windows, and cases that come in online. */
  walkIns: { desk: 6, telephone: 6, letter: 1, online: 2 },
  onlineCases: 5,
  /** Of the cases that come in at a window: not accepted, accepted with something minor to follow, handed to a colleague. */
  refused: 0.02,
  withMissing: 0.08,
  handedOn: 0.12,
  /** Of a hand-over on the day it is made: not taken with a reason, left lying. */
  notTaken: 0.07,
  leftLying: 0.08,
  /** A day's chance that something waiting goes on. */
  acceptedOnline: 0.6,
  supplementBrought: 0.22,
  missingBrought: 0.16,
  delivered: 0.4,
  withdrawn: 0.003,
  /** Of decisions. */
  denied: 0.03,
  explained: 0.93,
  /** Of cards: seen the same day; of red ones and orders: answered; of cases gone red: urged by the supervisor. */
  seen: 0.85,
  replied: 0.7,
  urged: 0.45,
} as const;

/** Which special procedures (特别程序) a case of a matter may go into, and what share of them does. */
export type Procedures = Readonly<Record<string, { kinds: readonly SuspensionKind[]; share: number }>>;

/** Those of the example hall's matters. */
export const EXAMPLE_PROCEDURES: Procedures = {
  'private-school-approval': { kinds: ['expert-review', 'measurement'], share: 0.6 },
  'food-business-permit': { kinds: ['measurement'], share: 0.3 },
  'special-equipment': { kinds: ['testing', 'measurement'], share: 0.35 },
  'freight-permit': { kinds: ['testing'], share: 0.15 },
  'disability-allowance': { kinds: ['appraisal'], share: 0.3 },
  'household-move-in': { kinds: ['hearing'], share: 0.03 },
  'temporary-relief': { kinds: ['hearing'], share: 0.06 },
};

/** What kind of case this one is: drawn from its number, so that it stays so whenever the simulation goes on. */
export interface Character {
  /** On which counted day it is decided; past the promise when it runs late. */
  decidedOn: number;
  /** The special procedure it goes into, on which counted day, for how many working days, and how many longer than told. */
  procedure: { kind: SuspensionKind; on: number; days: number; longer: number } | null;
  /** Its handler asks for more time. */
  extends: boolean;
}

/** Share of the promise that a case takes on average, and how much that varies; one in a hundred is stuck past the law. */
const PACE = { mean: 0.55, variation: 0.34, stuck: 0.012 };
/** A matter whose law leaves this many more days than its promise is not left lying so long. */
const PATIENCE_DAYS = 15;
const EXTENDS = 0.04;

/** How a case will go, drawn once when it comes in. */
export function characterOf(
  { id, matterId }: CaseFile,
  { promisedDays, legalDays }: { promisedDays: number; legalDays: number },
  { seed, procedures }: { seed: number; procedures: Procedures },
): Character {
  const random = new Random(seedOf(seed, id, 'character'));
  const pace = random.lognormal(PACE.mean, PACE.variation);
  const stuck = random.chance(PACE.stuck) && legalDays - promisedDays <= PATIENCE_DAYS;
  const late = Math.ceil(random.between(1, 5));
  const extended = random.chance(EXTENDS) && promisedDays >= 5;
  const known = procedures[matterId];
  const special = known !== undefined && random.chance(known.share);
  const promised = Math.max(1, Math.ceil(pace * promisedDays));
  return {
    decidedOn: stuck ? legalDays + late * 3 : extended ? promisedDays + late : promised,
    procedure: special
      ? {
          kind: random.pick(known.kinds),
          on: Math.max(1, Math.floor(promisedDays * random.between(0.1, 0.4))),
          days: Math.ceil(random.between(3, 9)),
          longer: random.chance(0.2) ? 2 : random.chance(0.5) ? 0 : -1,
        }
      : null,
    extends: extended,
  };
}
