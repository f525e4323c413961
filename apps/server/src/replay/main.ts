import { Presets, SingleBar } from 'cli-progress';
import { withDatabase } from '../setup/with-database.ts';
import { FileFault } from './file/file-fault.ts';
import { HELP, readOptions, type ReplayOptions } from './options.ts';
import { replay, type Voice } from './replay.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const note = (line: string): void => void process.stderr.write(`${line}\n`);

/** `npm run replay -- FILE`: another system's cases or tickets, moved into a hall as history; beside a running server, or alone. */
async function main(argv: readonly string[]): Promise<number> {
  let options: ReplayOptions;
  try {
    options = readOptions(argv);
  } catch (error) {
    note(`${(error as Error).message}\n\n${HELP}`);
    return 2;
  }
  if (options.help) {
    say(HELP);
    return 0;
  }
  const bar = new SingleBar(
    { format: '{phase} {bar} {percentage} % ({value}/{total})', clearOnComplete: true, stopOnComplete: false },
    Presets.shades_classic,
  );
  let phase = '';
  const progress: Voice['progress'] = (now, done, of) => {
    if (now !== phase) bar.start(of, done, { phase: (phase = now) });
    else bar.update(done);
  };
  try {
    return await withDatabase(async (config, url) => {
      try {
        return await replay(options, config, url, { say, note, progress });
      } finally {
        bar.stop();
      }
    });
  } catch (error) {
    const { message } = error as Error;
    note(
      error instanceof FileFault ? message : `The replay stopped: ${message}. What was written stays; run it again.`,
    );
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
