import type { MatterRule } from './catalogue.ts';

/** Compression rate (压缩率) = Σ(legal − promised) / Σ legal over the matters with both limits (DOMAIN §3); `null` without any. */
export function compression(matters: readonly Pick<MatterRule, 'legalDays' | 'promisedDays'>[]) {
  const limited = matters.filter(({ legalDays, promisedDays }) => legalDays !== null && promisedDays !== null);
  const legal = limited.reduce((sum, matter) => sum + matter.legalDays!, 0);
  const promised = limited.reduce((sum, matter) => sum + matter.promisedDays!, 0);
  return legal === 0 ? null : { rate: (legal - promised) / legal, legal, promised, count: limited.length };
}
