import { parseArgs } from 'node:util';
import { say } from '../support/measure.ts';

/** What the simulator was asked for. */
export interface Options {
  url: string;
  /** Hall of the running server; must be an example hall. */
  into: string;
  admin: string;
  supervisor: string;
  /** Ticket log (CSV, may be gzipped) with real arrivals, and whose. */
  arrivals: string | undefined;
  hall: string | undefined;
  date: string | undefined;
  speed: number;
  seed: number;
  open: string;
  close: string;
}

const HELP = `npm run simulate -- [options]     plays a day of a hall against the running server
  --url URL          the server (http://localhost:3000, or PORT)
  --into ID          its example hall (qingshi)
  --date YYYY-MM-DD  the day to play (the hall's today)
  --speed N          how many times faster than life (60)
  --seed N           the same seed plays the same day (1)
  --arrivals FILE    real arrivals: a ticket log with the columns hall,date,queue_name,issued_at
  --hall NAME        whose arrivals in that file
  --open HH:MM --close HH:MM   opening hours of the day (08:00–18:00)`;

export function readOptions(argv: string[]): Options {
  const { values } = parseArgs({
    args: argv,
    options: {
      url: { type: 'string', default: `http://localhost:${process.env['PORT'] ?? 3000}` },
      into: { type: 'string', default: 'qingshi' },
      admin: { type: 'string', default: 'admin' },
      supervisor: { type: 'string', default: 'songyan' },
      arrivals: { type: 'string' },
      hall: { type: 'string' },
      date: { type: 'string' },
      speed: { type: 'string', default: '60' },
      seed: { type: 'string', default: '1' },
      open: { type: 'string', default: '08:00' },
      close: { type: 'string', default: '18:00' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    say(HELP);
    process.exit(0);
  }
  const speed = Number(values.speed);
  if (!(speed >= 0.1 && speed <= 600)) throw new Error('--speed is a number from 0.1 to 600');
  if (values.arrivals && (!values.hall || !values.date))
    throw new Error('--arrivals needs --hall NAME and --date YYYY-MM-DD');
  const { help: _help, ...rest } = values;
  return { ...rest, speed, seed: Number(values.seed), arrivals: values.arrivals, hall: values.hall, date: values.date };
}
