import type { Alarms } from '../case/case.ts';
import type { FileType } from '../case/case-files.ts';
import { closesOn, type DocketContext } from '../docket/context.ts';
import type { Instant, ServiceDay } from '../time/instant.ts';

/**
 * An order (督办单、整改通知单) to one person, as a story (DOMAIN §7): it is given with its grounds and a day; whoever answers for it
 * reports back; somebody who never answered for it checks: done, or once more with a new day. Late at either step is a card.
 */
export const ORDER_STATES = ['to-carry-out', 'to-check', 'closed'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** What falls due: 落实（整改、回复）、复核. */
export const ORDER_ALARMS = ['carry-out-late', 'check-late'] as const;
export type OrderAlarm = (typeof ORDER_ALARMS)[number];

/** Found at an inspection and to be put right, or urged by a supervisor and to be answered. */
export const ORDER_CAUSES = ['finding', 'urging'] as const;
export type OrderCause = (typeof ORDER_CAUSES)[number];

/** What a photograph may be: pictures as a tablet's camera makes them. */
export const PHOTO_TYPES = ['jpg', 'png', 'webp', 'heic'] as const satisfies readonly FileType[];
export type PhotoType = (typeof PHOTO_TYPES)[number];
export const isPhoto = (type: FileType | null): type is PhotoType =>
  (PHOTO_TYPES as readonly (FileType | null)[]).includes(type);
/** Most photographs of one order: what was found and what was put right. */
export const MOST_PHOTOS = 12;

/** A photograph of what was found, or of what was put right. */
export interface OrderPhoto {
  id: string;
  sha256: string;
  size: number;
  type: PhotoType;
  at: Instant;
  byId: string;
  /** Where the order stood: found, or reported put right. */
  state: OrderState;
}

export interface Order {
  kind: 'order';
  /** The number of its card in the docket. */
  id: string;
  state: OrderState;
  cause: OrderCause;
  /** Where it was found; `null`: no inspection. */
  inspectionId: string | null;
  point: string | null;
  windowId: string | null;
  givenBy: string;
  /** Who may check besides whoever leads the hall: the inspectors, or who gave it. */
  checkers: readonly string[];
  /** Nobody keeps out of it by kinship with the matter: who answered for it never checks it instead. */
  concerned: readonly string[];
  /** Working days given. */
  days: number;
  openedDay: ServiceDay;
  /** Last day of the step that is due now. */
  dueBy: ServiceDay | null;
  /** The last report. */
  reported: { byId: string; at: Instant; day: ServiceDay; late: boolean } | null;
  /** How often it was reported and found not to be done. */
  again: number;
  checkedBy: string | null;
  photos: readonly OrderPhoto[];
  alarms: Alarms<OrderAlarm>;
  fired: Alarms<OrderAlarm>;
  endedAt: Instant | null;
}

/** Where it stands after a step: its state, the day that is due now, and what goes off when it passes. */
export interface OrderStand {
  state: OrderState;
  dueBy: ServiceDay | null;
  alarms: Alarms<OrderAlarm>;
}

/** Due within so many working days of today. */
export function awaitCarryingOut(days: number, { day, calendar, catalogue }: DocketContext): OrderStand {
  const dueBy = calendar.after(day, days);
  return { state: 'to-carry-out', dueBy, alarms: { 'carry-out-late': closesOn(dueBy, catalogue) } };
}

/** Checked within the days of a revisit. */
export function awaitCheck({ day, calendar, catalogue }: DocketContext): OrderStand {
  const dueBy = calendar.after(day, catalogue.hall.limits.revisitDays);
  return { state: 'to-check', dueBy, alarms: { 'check-late': closesOn(dueBy, catalogue) } };
}

export const ORDER_CLOSED: OrderStand = { state: 'closed', dueBy: null, alarms: {} };
