import type { WordsRef } from '../docket/events.ts';
import type { EventPlace } from '../event/hall-event.ts';
import type { Instant, ServiceDay } from '../time/instant.ts';

/** Rewards (奖励): 通报表扬、当月服务标兵、绩效加奖. */
export const REWARDS = ['commended', 'model-of-the-month', 'bonus'] as const;
export type Reward = (typeof REWARDS)[number];

/** What follows when somebody is held to account (责任追究), from the mildest: 谈话提醒、离岗培训、通报批评、扣减绩效、调离窗口. */
export const MEASURES_TAKEN = ['talk', 'training', 'criticised', 'pay-cut', 'moved'] as const;
export type MeasureTaken = (typeof MEASURES_TAKEN)[number];

/** What of the discipline of the hall (纪律): 缺岗、迟到早退、不按序叫号、检查发现的问题. */
export const BREACHES = ['absent', 'late', 'out-of-order', 'finding'] as const;
export type Breach = (typeof BREACHES)[number];

/** Finding → statement of the person → decision by somebody else → measure → appeal (DOMAIN §7). */
export const CONDUCT_STATES = ['rewarded', 'to-state', 'to-decide', 'decided', 'appealed', 'closed'] as const;
export type ConductState = (typeof CONDUCT_STATES)[number];

/** A recorded decision about a member of staff (奖优罚劣), with its grounds: where in the log they stand, and in words kept apart. */
export interface Conduct {
  id: string;
  staffId: string;
  state: ConductState;
  reward: Reward | null;
  /** Left out: no matter of discipline. */
  breach?: Breach;
  /** Subjects in the log that it rests on. */
  grounds: readonly string[];
  foundBy: string;
  foundAt: Instant;
  foundWords: WordsRef;
  /** Last day for the person's statement; it may be decided without one only after it. */
  stateUntil: ServiceDay | null;
  stated: { at: Instant; words: WordsRef } | null;
  /** `null` as measure: nothing to answer for. */
  decided: {
    byId: string;
    at: Instant;
    measure: MeasureTaken | null;
    appealUntil: ServiceDay | null;
    words: WordsRef;
  } | null;
  appealed: { at: Instant; words: WordsRef } | null;
  appealDecided: { byId: string; at: Instant; upheld: boolean; words: WordsRef } | null;
}

interface OfConduct {
  conductId: string;
  staffId: string;
}
export interface ConductEventData {
  'conduct-rewarded': OfConduct & { reward: Reward; grounds: readonly string[]; byId: string; words: WordsRef };
  'conduct-found': OfConduct & {
    breach?: Breach;
    grounds: readonly string[];
    byId: string;
    stateUntil: ServiceDay;
    words: WordsRef;
  };
  'conduct-stated': OfConduct & { words: WordsRef };
  'conduct-decided': OfConduct & {
    byId: string;
    measure: MeasureTaken | null;
    appealUntil: ServiceDay | null;
    words: WordsRef;
  };
  'conduct-appealed': OfConduct & { words: WordsRef };
  'conduct-appeal-decided': OfConduct & { byId: string; upheld: boolean; words: WordsRef };
}
export type ConductEventKind = keyof ConductEventData;
export type NewConductEvent = { [K in ConductEventKind]: { kind: K; data: ConductEventData[K] } }[ConductEventKind];
export type ConductEvent = EventPlace & NewConductEvent;

/** Whether a kind of event is one of rewards and accountability. */
export const isConductKind = (kind: string): boolean => kind.startsWith('conduct-');

/** The record after an event; throws on one that does not fit (a bug, or a damaged log). */
export function evolveConduct(conduct: Conduct | undefined, event: ConductEvent): Conduct {
  const { at } = event;
  if (event.kind === 'conduct-rewarded' || event.kind === 'conduct-found') {
    if (conduct) throw new Error(`conduct ${event.data.conductId} was recorded twice`);
    const { conductId: id, staffId, grounds, byId: foundBy, words: foundWords } = event.data;
    const rest = { stated: null, decided: null, appealed: null, appealDecided: null };
    const found = { id, staffId, grounds, foundBy, foundAt: at, foundWords };
    return event.kind === 'conduct-rewarded'
      ? { ...found, ...rest, state: 'rewarded', reward: event.data.reward, stateUntil: null }
      : {
          ...found,
          ...rest,
          state: 'to-state',
          reward: null,
          stateUntil: event.data.stateUntil,
          ...(event.data.breach && { breach: event.data.breach }),
        };
  }
  if (!conduct) throw new Error(`conduct ${event.data.conductId} was never recorded`);
  switch (event.kind) {
    case 'conduct-stated':
      return { ...conduct, state: 'to-decide', stated: { at, words: event.data.words } };
    case 'conduct-decided': {
      const { byId, measure, appealUntil, words } = event.data;
      return {
        ...conduct,
        state: measure === null ? 'closed' : 'decided',
        decided: { byId, at, measure, appealUntil, words },
      };
    }
    case 'conduct-appealed':
      return { ...conduct, state: 'appealed', appealed: { at, words: event.data.words } };
    case 'conduct-appeal-decided': {
      const { byId, upheld, words } = event.data;
      return { ...conduct, state: 'closed', appealDecided: { byId, at, upheld, words } };
    }
  }
}
