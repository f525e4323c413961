import type { DocketItem } from '@shouwen/contracts/views/docket.schema';
import { isUrgent } from './due-words.ts';

export const GROUPS = ['now', 'soon', 'later', 'waiting'] as const;
export type Group = (typeof GROUPS)[number];

/** Up to so many working days left a matter is soon. */
const SOON_DAYS = 3;

/** When somebody has to turn to it: today — overdue, due, or an answer that others wait for —, soon, later, or when others have moved. */
export function groupOf(item: DocketItem): Group {
  if (isUrgent(item) || ['acknowledge', 'appoint', 'approve', 'tell'].includes(item.owes)) return 'now';
  if (item.due === null || item.due.what === 'procedure' || item.leftDays === null) return 'waiting';
  return item.leftDays <= SOON_DAYS ? 'soon' : 'later';
}

/** What somebody owes by group, the order within kept: what goes red first stands first. */
export function grouped(items: readonly DocketItem[]): Record<Group, DocketItem[]> {
  const groups: Record<Group, DocketItem[]> = { now: [], soon: [], later: [], waiting: [] };
  for (const item of items) groups[groupOf(item)].push(item);
  return groups;
}
