import type { OpenSpan } from '../time/opening-hours.ts';
import type { Instant } from '../time/instant.ts';
import type { DayLesson } from './lesson.ts';
import type { WindowGroup } from './roster.ts';

/** Windows of a group that cannot be worked at on the day: their clerk is on leave and nobody free stands in. */
export type Absent = readonly number[];

/**
 * The roster as usual on such days: how many windows of each group were open in each slot on average, pauses left out, so that lunch thins it
 * as it does in life; less where staff are on leave.
 */
export function usualRoster(
  lessons: readonly DayLesson[],
  groups: readonly WindowGroup[],
  slots: readonly OpenSpan[],
  midnight: Instant,
  absent: Absent,
): number[][] {
  return groups.map((group, at) => {
    const own = new Set(group.windows.map(({ id }) => id));
    const known = new Set(groups.flatMap(({ windows }) => windows.map(({ id }) => id)));
    // A window of another system counts where its citizens waited.
    const spans = lessons.flatMap(({ open }) =>
      open.filter(({ windowId, queueId }) =>
        known.has(windowId) ? own.has(windowId) : queueId !== null && group.queues.includes(queueId),
      ),
    );
    const most = group.windows.length - (absent[at] ?? 0);
    return slots.map(({ from, until }) => {
      const open = spans.reduce(
        (sum, span) => sum + Math.max(0, Math.min(until, midnight + span.until) - Math.max(from, midnight + span.from)),
        0,
      );
      const mean = lessons.length === 0 ? 0 : open / lessons.length / (until - from);
      return absent[at] ? Math.min(Math.round(mean), Math.max(0, most)) : Math.round(mean);
    });
  });
}
