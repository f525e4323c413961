import { useCallback, useEffect, useRef, useState } from 'react';

/** What was opened stays visible this long, ms; then it is masked again. */
export const SHOWN_MS = 60_000;

/** A file that this person has just opened or attached, in the memory of this page only. */
export interface Opened {
  name: string;
  /** Address of its content within this page. */
  url: string;
}

/** Files opened on this page, by id; each is forgotten after a minute and when the page is left. */
export function useOpened() {
  const [opened, setOpened] = useState<Readonly<Record<string, Opened>>>({});
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const urls = useRef(new Map<string, string>());

  const forget = useCallback((id: string) => {
    clearTimeout(timers.current.get(id));
    timers.current.delete(id);
    const url = urls.current.get(id);
    if (url) URL.revokeObjectURL(url);
    urls.current.delete(id);
    setOpened(({ [id]: _forgotten, ...rest }) => rest);
  }, []);

  const keep = useCallback(
    (id: string, name: string, content: Blob): Opened => {
      forget(id);
      const one = { name, url: URL.createObjectURL(content) };
      urls.current.set(id, one.url);
      timers.current.set(
        id,
        setTimeout(() => forget(id), SHOWN_MS),
      );
      setOpened((before) => ({ ...before, [id]: one }));
      return one;
    },
    [forget],
  );

  useEffect(() => {
    const [running, kept] = [timers.current, urls.current];
    return () => {
      for (const timer of running.values()) clearTimeout(timer);
      for (const url of kept.values()) URL.revokeObjectURL(url);
    };
  }, []);
  return { opened, keep, forget };
}
