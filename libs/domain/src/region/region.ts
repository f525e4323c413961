/**
 * Administrative divisions (行政区划代码, GB/T 2260; townships and villages GB/T 10114): 2 digits of a province, 4 of a city, 6 of a county,
 * 9 of a township, 12 of a village. A code is written whole; zeros stand for what it does not go down to (360000 is a province).
 */
const LENGTHS = [2, 4, 6, 9, 12] as const;
const CODE = /^[1-8]\d{5}(\d{3}(\d{3})?)?$/;
const PREFIX = /^[1-8]\d(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?$/;

/** Whether it is a code of 6, 9 or 12 digits that leaves no level out between two that it names. */
export const isRegionCode = (code: string): boolean => CODE.test(code) && levelsOf(code).length > 0;

/** The regions in which a code lies, the widest first: `360481` → `36`, `3604`, `360481`; `360400` → `36`, `3604`. */
export function levelsOf(code: string): string[] {
  const levels: string[] = [];
  let from = 0;
  let ended = false;
  for (const length of LENGTHS) {
    if (length > code.length) break;
    const isOwn = /[1-9]/.test(code.slice(from, length));
    if (isOwn && ended) return [];
    ended ||= !isOwn;
    if (isOwn) levels.push(code.slice(0, length));
    from = length;
  }
  return levels;
}

/** Whether somebody may be given a region: only whole levels, so that `3604` is a city and `36041` nothing. Empty, `%` and spaces are none. */
export const isRegion = (prefix: string): boolean => PREFIX.test(prefix) && levelsOf(prefix).at(-1) === prefix;

/** Whether `prefix` is the region of a code, or one that holds it. What is no region covers nothing. */
export const covers = (prefix: string, code: string): boolean => isRegion(prefix) && levelsOf(code).includes(prefix);

/** The region directly below `prefix` in which a code lies; `null` where the code is of `prefix` itself, or not in it. */
export function below(prefix: string, code: string): string | null {
  const levels = levelsOf(code);
  const at = levels.indexOf(prefix);
  return at < 0 ? null : (levels[at + 1] ?? null);
}
