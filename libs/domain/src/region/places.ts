/** Between which places of a ranking something lies: 1–1 is certainly the first, 2–5 cannot be told apart from the fifth. */
export interface Places {
  from: number;
  to: number;
}

/** How many of `sorted` are smaller than `value`. */
function smaller(sorted: readonly number[], value: number, orEqual = false): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value || (orEqual && sorted[middle] === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Places by intervals: only whose whole interval lies beyond another's stands certainly before it (DOMAIN §5). `better` says which way is
 * good; `null` where somebody has no interval and is not ranked.
 */
export function placesOf(intervals: readonly ([number, number] | null)[], better: 'more' | 'less'): (Places | null)[] {
  const ranked = intervals.filter((one): one is [number, number] => one !== null);
  const lows = ranked.map(([low]) => low).sort((a, b) => a - b);
  const highs = ranked.map(([, high]) => high).sort((a, b) => a - b);
  return intervals.map((one) => {
    if (one === null) return null;
    const above = ranked.length - smaller(lows, one[1], true);
    const under = smaller(highs, one[0]);
    const [before, after] = better === 'more' ? [above, under] : [under, above];
    return { from: before + 1, to: ranked.length - after };
  });
}
