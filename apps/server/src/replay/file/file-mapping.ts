import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { FileFault } from './file-fault.ts';

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** What every mapping says, whatever its rows are: whose file it is, how it is written, how times stand in it. */
export const fileMapping = {
  /** The system from which the file comes; numbers are unique within it. */
  source: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'small letters, digits and hyphens, at most 40'),
  /** Left out: found by looking. */
  encoding: z.string().optional(),
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
  /** Values that mean “none”, beside nothing at all. */
  empty: z.array(z.string()).default([]),
  time: z
    .strictObject({
      /** Tried in order: `iso`, `unix`, `unix-ms`, or a pattern like `yyyy/M/d H:mm`. */
      formats: z.array(z.string()).min(1).default(['iso']),
      /** Left out: the hall's. */
      zone: z.string().refine(isZone, 'no time zone, such as Asia/Shanghai').optional(),
    })
    .default({ formats: ['iso'] }),
};

/** Reads a JSON file with a mapping of the kind that it says it is. Throws `FileFault` with the place in it that is wrong. */
export async function readMapping<T>(
  schemaOf: (value: object | null) => z.ZodType<T>,
  file: URL | string,
  name: string,
): Promise<T> {
  let value: unknown;
  try {
    value = JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new FileFault(`The mapping ${name} cannot be read: ${(error as Error).message}`);
  }
  const parsed = schemaOf(typeof value === 'object' ? value : null).safeParse(value);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `  ${path.join('.') || '(whole file)'}: ${message}`);
  throw new FileFault(`The mapping ${name} cannot be used:\n${faults.join('\n')}`);
}
