import { useEffect, useRef } from 'react';

/** Files pasted anywhere on the page, with the material whose row has the focus; text in a field stays the field's. */
export function usePaste(onFiles: ((files: File[], material: string | null) => void) | undefined): void {
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (!latest.current || files.length === 0 || document.activeElement?.matches('input, textarea')) return;
      event.preventDefault();
      const row = document.activeElement?.closest<HTMLElement>('[data-material]');
      latest.current(files, row?.dataset['material'] ?? null);
    };
    document.addEventListener('paste', listen);
    return () => document.removeEventListener('paste', listen);
  }, []);
}
