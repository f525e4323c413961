import type { Alarm, AlarmEvent } from './alarm.ts';

/** The alarm after an event about it; throws on one that does not fit (a bug, or a damaged log). */
export function evolveAlarm(alarm: Alarm | undefined, event: AlarmEvent): Alarm {
  const { at } = event;
  if (event.kind === 'alarm-opened') {
    const { alarmId, measure, about, level, value } = event.data;
    if (alarm) throw new Error(`alarm ${alarmId} was opened twice`);
    const nobody = { takenBy: null, takenAt: null, cause: null, closedBy: null, closedAt: null };
    const opened = { state: 'open', openedAt: at, toldAt: at, told: 1, overAt: null } as const;
    return { id: alarmId, day: event.day, measure, about, level, value, ...nobody, ...opened, calledBack: [] };
  }
  if (!alarm) throw new Error(`alarm ${event.data.alarmId} was never opened`);
  const told = { toldAt: at, told: alarm.told + 1 };
  // Closed, and yet worse or back: somebody has to look again.
  const again = {
    state: alarm.state === 'taken' ? 'taken' : 'open',
    ...(alarm.state === 'closed' && { takenBy: null, takenAt: null, cause: null, closedBy: null, closedAt: null }),
  } as const;
  switch (event.kind) {
    case 'alarm-raised':
    case 'alarm-returned': {
      const { level, value } = event.data;
      return { ...alarm, ...told, ...again, level, value, overAt: null };
    }
    case 'alarm-repeated':
      return { ...alarm, ...told, value: event.data.value };
    case 'alarm-eased':
      return { ...alarm, overAt: at, state: alarm.state === 'open' ? 'eased' : alarm.state };
    case 'alarm-taken':
      return { ...alarm, state: 'taken', takenBy: event.data.staffId, takenAt: at };
    case 'alarm-staff-called': {
      const { windowId, clerkId } = event.data;
      return { ...alarm, calledBack: [...alarm.calledBack, { windowId, clerkId, at }] };
    }
    case 'alarm-closed': {
      const { cause, staffId } = event.data;
      return { ...alarm, state: 'closed', cause, closedBy: staffId, closedAt: at };
    }
  }
}
