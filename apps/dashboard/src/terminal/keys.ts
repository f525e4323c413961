import type { WindowAction } from '@shouwen/domain/hall/available-actions';

/** The key of each step, one press each; pausing and resuming share theirs. */
export const KEY_OF = {
  'call-next': 'F1',
  start: 'Enter',
  finish: 'F2',
  transfer: 'F5',
  hold: 'F6',
  recall: 'F7',
  'no-show': 'F8',
  'pause-window': 'F9',
  'resume-window': 'F9',
  'put-back': 'B',
  'undo-finish': 'U',
} as const satisfies Partial<Record<WindowAction, string>>;

export type KeyedAction = keyof typeof KEY_OF;

/** The steps that a pressed key may mean. Space calls, Ctrl+Z undoes, as hands expect it. */
export function actionsOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): KeyedAction[] {
  if (event.altKey) return [];
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === 'z' ? ['undo-finish'] : [];
  const key = event.key === ' ' ? 'F1' : event.key.length === 1 ? event.key.toUpperCase() : event.key;
  return (Object.keys(KEY_OF) as KeyedAction[]).filter((action) => KEY_OF[action] === key);
}

/** Fields that are written in: they take every key. */
const WRITTEN = 'input:not([type=checkbox]):not([type=radio]), select, textarea, [contenteditable]';

/**
 * Whether a key belongs to what is focused rather than to the window: a field, a box that Space ticks, a button that Enter presses. After
 * a box was ticked the function keys are the window's again.
 */
export function belongsToFocus(event: Pick<KeyboardEvent, 'key'>, focused: Element | null): boolean {
  if (!focused) return false;
  if (focused.matches(WRITTEN)) return true;
  if (focused.matches('input')) return event.key === ' ' || event.key.startsWith('Arrow');
  return (event.key === 'Enter' || event.key === ' ') && focused.matches('button, a, summary, [role="button"]');
}
