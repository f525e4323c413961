import { CONTACT_CHANNELS } from '@shouwen/domain/first-contact/first-contact';
import { STEP_MEANINGS } from '@shouwen/domain/history/imported-case';
import { z } from 'zod';
import { fileMapping } from '../file/file-mapping.ts';

const column = z.string().min(1);
const meanings = <T extends z.ZodType>(value: T) => z.partialRecord(z.enum(STEP_MEANINGS), value).default(() => ({}));
const ids = z.record(z.string(), z.string()).default(() => ({}));

/** Which column is what in a log of cases, and what its words mean here. Columns not named are not read in. */
export const caseMapping = z
  .strictObject({
    ...fileMapping,
    columns: z.strictObject({
      case: column,
      step: column.optional(),
      time: column.optional(),
      /** Who took the step, by the id of the other system. */
      officer: column.optional(),
      /** Who answers for the case. */
      responsible: column.optional(),
      start: column.optional(),
      /** The end that counts against the deadline. */
      end: column.optional(),
      deadline: column.optional(),
      department: column.optional(),
      channel: column.optional(),
      matter: column.optional(),
    }),
    /** Tables with one row to a case: columns with the time at which something was done. */
    dates: meanings(column),
    /** Names of steps that mean something in the life of a case. */
    steps: meanings(z.array(z.string())),
    channels: z.record(z.string(), z.enum(CONTACT_CHANNELS)).default(() => ({})),
    /** Words there → ids in the hall's catalogue. */
    departments: ids,
    matters: ids,
    staff: ids,
  })
  .superRefine(({ columns, dates, steps }, context) => {
    const wrong = (message: string, path: string) => context.addIssue({ code: 'custom', message, path: [path] });
    if ((columns.step === undefined) !== (columns.time === undefined))
      wrong('“step” and “time” are named both or not at all', 'columns');
    if (columns.step === undefined && columns.start === undefined && Object.keys(dates).length === 0)
      wrong('nothing says when a case began: name “step” and “time”, or “start”, or “dates”', 'columns');
    const named = Object.values(steps).flat();
    const twice = named.find((name, n) => named.indexOf(name) !== n);
    if (twice !== undefined) wrong(`the step “${twice}” has two meanings`, 'steps');
  });
export type CaseMapping = z.infer<typeof caseMapping>;
