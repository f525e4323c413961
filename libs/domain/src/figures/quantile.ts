/** The smallest value that at least a share `q` of the values does not exceed (nearest rank); `null` when there are none. */
export function quantile(sorted: readonly number[], q: number): number | null {
  return sorted.length === 0 ? null : sorted[Math.ceil(q * sorted.length) - 1]!;
}
