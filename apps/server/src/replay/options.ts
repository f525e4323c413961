import { parseArgs } from 'node:util';

/** What a replay was asked for. */
export interface ReplayOptions {
  file: string | undefined;
  hall: string | undefined;
  mapping: string | undefined;
  only: string | undefined;
  dryRun: boolean;
  correct: boolean;
  report: boolean;
  json: boolean;
  help: boolean;
}

export const HELP = `npm run replay -- FILE --mapping NAME [options]    moves another system's cases or tickets into a hall, as history
  FILE              .csv .tsv .txt .xes, also .gz
  --mapping NAME    which column is what: a JSON file, or a bundled one (coselog-receipt, warsaw-tickets)
  --hall ID         the hall; it must exist (the example hall)
  --only NAME       tickets: of a file with several halls, the rows of this one
  --dry-run         reads and compares, writes nothing into the hall
  --correct         cases: what the file says of one replaces what is known of it
  --report          what the stored cases come to; without FILE only that
  --json            the result as one line of JSON

May run beside the server. May be repeated: what is known is not written again. Rows that cannot be used are listed in
FILE.rejected.csv with line and reason. Exit code 0; 1 nothing could be used; 2 asked for wrongly.`;

/** Reads the command line; throws with a sentence when it cannot be meant. */
export function readOptions(argv: readonly string[]): ReplayOptions {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      hall: { type: 'string' },
      mapping: { type: 'string' },
      only: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      correct: { type: 'boolean', default: false },
      report: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const { hall, mapping, only, correct, report, json, help } = values;
  const [file, ...more] = positionals;
  if (more.length > 0) throw new Error(`one file at a time; “${more[0]}” is one too many`);
  if (!help && file === undefined && !report) throw new Error('which file?');
  if (!help && file !== undefined && mapping === undefined)
    throw new Error('which column is what? --mapping FILE.json, or --mapping coselog-receipt or warsaw-tickets');
  return { file, hall, mapping, only, dryRun: values['dry-run'], correct, report, json, help };
}
