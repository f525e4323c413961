import { useSyncExternalStore } from 'react';

/** How a person reads: size of type and strength of contrast. Kept on `<html>`, where the style sheet looks. */
export interface ReadingMode {
  type: 'normal' | 'big';
  contrast: 'normal' | 'high';
}

const told = new Set<() => void>();

const subscribe = (tell: () => void) => {
  told.add(tell);
  return () => void told.delete(tell);
};

/** Changes what is given, leaves the rest. */
export function setReadingMode(change: Partial<ReadingMode>): void {
  const { dataset } = document.documentElement;
  if (change.type) dataset.type = change.type;
  if (change.contrast) dataset.contrast = change.contrast;
  for (const tell of told) tell();
}

/** Back to normal: the next person at the kiosk must not inherit the last one's choice. */
export function resetReadingMode(): void {
  setReadingMode({ type: 'normal', contrast: 'normal' });
}

export function useReadingMode(): ReadingMode {
  const type = useSyncExternalStore(subscribe, () => document.documentElement.dataset.type);
  const contrast = useSyncExternalStore(subscribe, () => document.documentElement.dataset.contrast);
  return { type: type === 'big' ? 'big' : 'normal', contrast: contrast === 'high' ? 'high' : 'normal' };
}
