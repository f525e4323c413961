import { SERVING_OUTCOMES } from '@shouwen/domain/ticket/ticket';
import { z } from 'zod';
import { fileMapping } from '../file/file-mapping.ts';

const column = z.string().min(1);
const ids = z.record(z.string(), z.string()).default(() => ({}));
/** What an end may mean besides an outcome: nobody came, given up. */
const ENDS = [...SERVING_OUTCOMES, 'no-show', 'cancelled'] as const;

/** Which column is what in a log of tickets, and what its words mean here. Columns not named are not read in. */
export const ticketMapping = z
  .strictObject({
    rows: z.literal('tickets'),
    ...fileMapping,
    columns: z.strictObject({
      queue: column,
      issued: column,
      called: column.optional(),
      started: column.optional(),
      ended: column.optional(),
      /** The day of all of its times, where they stand without one. */
      date: column.optional(),
      /** The number on the slip; left out: numbers are given in the order of issue. */
      ticket: column.optional(),
      matter: column.optional(),
      window: column.optional(),
      clerk: column.optional(),
      outcome: column.optional(),
      /** Of which hall a row is, in a file of several: `--only` says which is meant. */
      hall: column.optional(),
    }),
    /** Words there → ids in the hall's catalogue. */
    queues: ids,
    windows: ids,
    matters: ids,
    staff: ids,
    /** Letters for the numbers of a queue that has none of its own, by the word there. */
    letters: z.record(z.string(), z.string().regex(/^[A-Z]{1,2}$/, 'one or two capital letters')).default(() => ({})),
    /** Words for how it ended. */
    outcomes: z.partialRecord(z.enum(ENDS), z.array(z.string())).default(() => ({})),
    /** What an end without a word for it counts as. */
    outcome: z.enum(SERVING_OUTCOMES).default('answered'),
    /** A queue that is neither mapped nor in the catalogue: a bad row, or kept as a queue of the past, without a promise. */
    unknownQueues: z.enum(['refuse', 'keep']).default('refuse'),
  })
  .superRefine(({ columns, outcomes }, context) => {
    const wrong = (message: string, path: string) => context.addIssue({ code: 'custom', message, path: [path] });
    if (columns.called === undefined && (columns.started !== undefined || columns.ended !== undefined))
      wrong('“started” and “ended” need “called”: a wait ends with the call', 'columns');
    const named = Object.values(outcomes).flat();
    const twice = named.find((name, n) => named.indexOf(name) !== n);
    if (twice !== undefined) wrong(`the word “${twice}” has two meanings`, 'outcomes');
  });
export type TicketMapping = z.infer<typeof ticketMapping>;
