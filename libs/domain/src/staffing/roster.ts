import type { WindowRule } from '../catalogue/catalogue.ts';
import type { Post } from '../simulation/habits.ts';
import type { OpenSpan } from '../time/opening-hours.ts';
import { HOUR } from '../time/instant.ts';

/** Windows that call the same queues first: what a roster counts, since a citizen does not care which of them it is. */
export interface WindowGroup {
  /** Its queues, joined by `~`: it means the same when windows come and go. */
  id: string;
  queues: readonly string[];
  /** The hall's windows of this kind by number; a roster opens them in this order. */
  windows: readonly WindowRule[];
}

/** How many windows of each group are open in each slot: `roster[group][slot]`. */
export type Roster = readonly (readonly number[])[];

export const ROSTER_FAULTS = ['staffing-roster', 'staffing-no-windows', 'staffing-too-many-windows'] as const;
export type RosterFault = (typeof ROSTER_FAULTS)[number];

/** The hall's windows by what they call first, in the order of their numbers. */
export function groupsOf(windows: Readonly<Record<string, WindowRule>>): WindowGroup[] {
  const groups = new Map<string, WindowRule[]>();
  for (const window of Object.values(windows).sort((a, b) => a.number - b.number)) {
    if (window.firstQueues.length === 0) continue;
    const id = window.firstQueues.join('~');
    groups.set(id, [...(groups.get(id) ?? []), window]);
  }
  return [...groups].map(([id, of]) => ({ id, queues: of[0]!.firstQueues, windows: of }));
}

/** The hours of a day from opening on; the last may be shorter. */
export function slotsOf({ from, until }: OpenSpan, length = HOUR): OpenSpan[] {
  const slots: OpenSpan[] = [];
  for (let at = from; at < until; at += length) slots.push({ from: at, until: Math.min(at + length, until) });
  return slots;
}

/** Which slot a moment falls into; before opening the first, after closing the last. */
export function slotAt(at: number, slots: readonly OpenSpan[]): number {
  const found = slots.findIndex(({ until }) => at < until);
  return found === -1 ? slots.length - 1 : found;
}

/** What is wrong with a roster; `null`: nothing. A group to which people come must be open at some time of the day. */
export function rosterFault(
  roster: Roster,
  groups: readonly WindowGroup[],
  slots: readonly OpenSpan[],
  isVisited: (group: WindowGroup) => boolean,
): RosterFault | null {
  if (roster.length !== groups.length || roster.some((row) => row.length !== slots.length)) return 'staffing-roster';
  const most = windowCount(groups);
  if (slots.some((_, slot) => openIn(roster, slot) > most)) return 'staffing-too-many-windows';
  const shut = groups.some((group, at) => isVisited(group) && roster[at]!.every((count) => count === 0));
  return shut ? 'staffing-no-windows' : null;
}

export const windowCount = (groups: readonly WindowGroup[]): number =>
  groups.reduce((sum, { windows }) => sum + windows.length, 0);

export const openIn = (roster: Roster, slot: number): number => roster.reduce((sum, row) => sum + row[slot]!, 0);

export const windowHours = (roster: Roster, slots: readonly OpenSpan[]): number =>
  roster.reduce(
    (sum, row) => sum + row.reduce((hours, count, at) => hours + (count * lengthOf(slots[at]!)) / HOUR, 0),
    0,
  );

const lengthOf = ({ from, until }: OpenSpan): number => until - from;

/** A roster as the windows that it opens, and when. Behind closing time whoever holds a number is still served (DOMAIN §2). */
export interface Staffing {
  windows: Record<string, WindowRule>;
  posts: Post[];
  shifts: Map<string, OpenSpan[]>;
}

/** Windows, posts and shifts of a roster; a group with more windows than it has takes some of the others. */
export function staffingOf(roster: Roster, groups: readonly WindowGroup[], slots: readonly OpenSpan[]): Staffing {
  const staffing: Staffing = { windows: {}, posts: [], shifts: new Map() };
  groups.forEach((group, at) => {
    const counts = roster[at]!;
    for (let nth = 0; nth < Math.max(...counts); nth++) {
      const window = group.windows[nth] ?? moved(group, nth);
      staffing.windows[window.id] = window;
      staffing.posts.push({ windowId: window.id, clerkId: window.id });
      staffing.shifts.set(window.id, shiftsOf(counts, nth, slots));
    }
  });
  return staffing;
}

/** A window of another group that is moved to this one for the day: it calls this group's queues and helps nobody else. */
const moved = ({ id, queues }: WindowGroup, nth: number): WindowRule => ({
  id: `${id}+${nth}`,
  number: nth,
  zoneId: '',
  firstQueues: [...queues],
  secondQueues: [],
  secondAfterSeconds: 0,
});

function shiftsOf(counts: readonly number[], nth: number, slots: readonly OpenSpan[]): OpenSpan[] {
  const shifts: OpenSpan[] = [];
  slots.forEach(({ from, until }, slot) => {
    if (counts[slot]! <= nth) return;
    const last = shifts.at(-1);
    const end = slot === slots.length - 1 ? Number.POSITIVE_INFINITY : until;
    if (last?.until === from) last.until = end;
    else shifts.push({ from, until: end });
  });
  return shifts;
}

/** A roster as it stands in an address: `market:3-3-2,ethnic~civil:1-1-1`. */
export const rosterText = (roster: Roster, groups: readonly Pick<WindowGroup, 'id'>[]): string =>
  groups.map(({ id }, at) => `${id}:${roster[at]!.join('-')}`).join(',');

/** Read back; groups that it does not name stay as in `base`. `null`: it is none, or of groups that the hall has not. */
export function readRoster(text: string, groups: readonly Pick<WindowGroup, 'id'>[], base: Roster): number[][] | null {
  const roster = base.map((row) => [...row]);
  for (const part of text.split(',')) {
    const match = /^([a-z0-9~_-]+):(\d{1,3}(?:-\d{1,3})*)$/.exec(part);
    const at = groups.findIndex(({ id }) => id === match?.[1]);
    if (!match || at === -1) return null;
    roster[at] = match[2]!.split('-').map(Number);
  }
  return roster;
}
