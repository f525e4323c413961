import type { z } from 'zod';
import type { ItemFault } from '@shouwen/domain/catalogue/item-faults';

/** A rule of the domain as a check: the fault's code is the message, the day that shows it a parameter. */
export const sound =
  <T>(rule: (item: T) => ItemFault | null, path: string) =>
  (item: T, context: z.RefinementCtx<T>) => {
    const found = rule(item);
    if (!found) return;
    const params = found.day === undefined ? {} : { day: found.day };
    context.addIssue({ code: 'custom', message: found.fault, path: [path], params, input: item });
  };
