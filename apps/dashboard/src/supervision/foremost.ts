import type { DocketItem } from '@shouwen/contracts/views/docket.schema';

/** As many as a supervisor can act on before looking again. */
const MOST = 6;
const RANK = { 'legal-red': 1, red: 2, yellow: 3, prompt: 4 } as const;

/** What nobody has taken over stands first — there a citizen waits with nobody moving —, then the gravest; the order within is kept. */
export function foremost(items: readonly DocketItem[]): DocketItem[] {
  const rank = ({ state, level }: DocketItem): number =>
    state === 'offered' || state === 'awaits-appointment' ? 0 : level ? RANK[level] : 5;
  return [...items].sort((a, b) => rank(a) - rank(b)).slice(0, MOST);
}
