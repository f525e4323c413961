import type { MatterRule } from '../catalogue/catalogue.ts';

/** Handling standard of an enquiry at the guide desk and of a queue without matters, in seconds. */
export const DEFAULT_STANDARD_SECONDS = 600;

/** Mean handling standard of a queue's matters, in seconds. */
export function queueStandardSeconds(queueId: string, matters: Readonly<Record<string, MatterRule>>): number {
  const own = Object.values(matters).filter((matter) => matter.queueId === queueId);
  if (own.length === 0) return DEFAULT_STANDARD_SECONDS;
  return Math.round(own.reduce((sum, matter) => sum + matter.handlingStandardSeconds, 0) / own.length);
}
