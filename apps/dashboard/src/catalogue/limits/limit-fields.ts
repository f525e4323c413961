import type { LimitSettings } from '@shouwen/domain/case/limits';
import { HOUR, MINUTE } from '@shouwen/domain/time/instant';

/** How a setting is shown and typed. */
export type LimitUnit = 'workdays' | 'days' | 'minutes' | 'hours' | 'wholeHours' | 'percent';

export interface LimitField {
  name: keyof LimitSettings;
  unit: LimitUnit;
  /** Where its default comes from. */
  source: 'law32' | 'law42' | 'law44' | 'std' | 'std4' | 'std5' | 'std6' | 'law33' | 'law30' | 'seed' | 'ours';
  /** What the catalogue takes, in the unit shown. */
  low: number;
  high: number;
}

const field = (
  name: LimitField['name'],
  unit: LimitUnit,
  source: LimitField['source'],
  low: number,
  high: number,
): LimitField => ({ name, unit, source, low, high });

/** The settings of limits in the order in which one meets them. */
export const LIMIT_GROUPS = [
  {
    group: 'warn',
    fields: [
      field('promptDaysLeft', 'workdays', 'std', 0, 60),
      field('yellowShare', 'percent', 'ours', 10, 100),
      field('yellowDaysLeft', 'workdays', 'ours', 0, 60),
      field('replyDays', 'workdays', 'ours', 1, 400),
    ],
  },
  {
    group: 'accept',
    fields: [
      field('acceptanceDays', 'workdays', 'law32', 1, 5),
      field('supplementDays', 'workdays', 'ours', 1, 400),
      field('missingDays', 'workdays', 'std4', 1, 400),
      field('deliveryDays', 'workdays', 'law44', 1, 10),
    ],
  },
  {
    group: 'extend',
    fields: [
      field('jointLegalDays', 'workdays', 'law42', 1, 400),
      field('extensionDays', 'workdays', 'law42', 1, 10),
      field('jointExtensionDays', 'workdays', 'law42', 1, 15),
    ],
  },
  {
    group: 'contact',
    fields: [
      field('acknowledgeMs', 'minutes', 'ours', 1, 2_880),
      field('acknowledgeWrittenMs', 'hours', 'ours', 1, 48),
      field('feedbackDays', 'workdays', 'ours', 1, 400),
    ],
  },
  {
    group: 'rating',
    fields: [
      field('ratingOpenDays', 'days', 'ours', 1, 30),
      field('verifyDays', 'workdays', 'std5', 1, 400),
      field('rectifyDays', 'workdays', 'std5', 1, 400),
      field('rectifyComplexDays', 'workdays', 'std5', 1, 400),
      field('revisitDays', 'workdays', 'ours', 1, 400),
      field('appealDays', 'workdays', 'ours', 1, 400),
      field('appealDecideDays', 'workdays', 'ours', 1, 400),
    ],
  },
  {
    group: 'voice',
    fields: [
      field('opinionDays', 'workdays', 'std6', 1, 400),
      field('opinionExtensionDays', 'workdays', 'std6', 1, 400),
      field('takeUpDays', 'workdays', 'std6', 1, 400),
      field('sendBackHours', 'wholeHours', 'std6', 1, 240),
      field('tellDays', 'workdays', 'ours', 1, 400),
      field('enquiryOnlineDays', 'workdays', 'seed', 1, 400),
      field('disclosureDays', 'workdays', 'law33', 1, 20),
      field('disclosureExtensionDays', 'workdays', 'law33', 1, 20),
      field('correctionAskDays', 'workdays', 'law30', 1, 7),
      field('correctionDays', 'workdays', 'ours', 1, 400),
    ],
  },
] as const satisfies readonly { group: string; fields: readonly LimitField[] }[];

const FACTOR: Readonly<Record<LimitUnit, number>> = {
  workdays: 1,
  days: 1,
  minutes: MINUTE,
  hours: HOUR,
  wholeHours: 1,
  percent: 0.01,
};

/** A setting as it is shown, from what is stored. */
export const shownValue = ({ unit }: LimitField, stored: number): number =>
  Math.round((stored / FACTOR[unit]) * 100) / 100;

/** A setting as it is stored, from what was typed; `null`: no whole number of the range. */
export function storedValue({ unit, low, high }: LimitField, typed: string): number | null {
  const value = Number(typed);
  if (typed.trim() === '' || !Number.isInteger(value) || value < low || value > high) return null;
  return unit === 'percent' ? value / 100 : value * FACTOR[unit];
}
