import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import cliProgress from 'cli-progress';
import type { CatalogueChange } from '@shouwen/contracts/http/hall.operations';
import type { PublicBoard } from '@shouwen/contracts/views/board.schema';
import { DayPlay } from '@shouwen/domain/simulation/play-day';
import { MINUTE } from '@shouwen/domain/time/instant';
import { printResult, say } from '../support/measure.ts';
import { kioskOf, person, staffOf, type Person } from '../support/people.ts';
import { Citizens } from './citizens.ts';
import { Crew } from './crew.ts';
import { readOptions } from './options.ts';
import { planFor } from './plan.ts';
import { stayInSight } from './presence.ts';
import { summarise } from './summary.ts';

const options = readOptions(process.argv.slice(2));
const agent = new Agent({ keepAlive: true, maxSockets: 32 });
const hallId = options.into;
const at = (path: string) => `/api/halls/${hallId}${path}`;

const expect = async <T>(what: string, answer: Promise<{ status: number; body: T }>): Promise<T> => {
  const { status, body } = await answer;
  if (status !== 200) throw new Error(`${what}: ${status} ${JSON.stringify(body)}`);
  return body;
};

/** Sets the example hall's clock; answers the board then. */
async function setClock(admin: Person, now: number, speed: number): Promise<PublicBoard> {
  await expect('the clock', admin.post(at('/example-clock'), { now: Math.round(now), speed }));
  return expect('the board', admin.get<PublicBoard>(at('/board')));
}

async function openOn(admin: Person, day: string): Promise<void> {
  const change: CatalogueChange = {
    kind: 'calendar',
    id: day,
    item: { day, kind: 'open', open: options.open, close: options.close, reason: { zh: '模拟', en: 'Simulation' } },
  };
  await expect('opening the day', admin.post(at('/catalogue/changes'), { changes: [change] }));
}

async function main(): Promise<void> {
  const visitor = person(options.url, agent);
  const before = await expect('the board', visitor.get<PublicBoard>(at('/board'))).catch((error: unknown) => {
    throw new Error(`No hall answers at ${options.url}. Start it first: npm start\n${String(error)}`);
  });
  const begunAt = Date.now();
  const admin = await staffOf(options.url, agent, hallId, options.admin);
  const day = options.date ?? before.day;
  await openOn(admin, day);
  const plan = await planFor(options, visitor, await expect('staff', admin.get(at('/staff'))), day);
  const opened = await setClock(admin, plan.span.from - 2 * MINUTE, options.speed);
  if (opened.dayClosed)
    throw new Error(`${day} has already been played and closed in ${hallId}. Choose another --date.`);
  const windowIds = plan.posts.map(({ windowId }) => windowId);
  const kiosk = await kioskOf(options.url, agent, hallId);
  const citizens = await Citizens.assemble(options.url, agent, hallId, windowIds, plan, { visitor, kiosk });
  const crew = await Crew.assemble(options.url, agent, hallId, plan, kiosk, citizens);
  say(
    `${plan.title}: ${plan.arrivals.length} people come on ${day}, ${plan.posts.length} windows, ${options.speed}× speed, seed ${options.seed}`,
  );
  const bar = new cliProgress.SingleBar({
    stream: process.stderr,
    format: ' {bar} {percentage}% | {clock} | issued {issued} | served {served}',
    noTTYOutput: true,
    notTTYSchedule: 5_000,
  });
  bar.start(plan.arrivals.length, 0, { clock: '--:--', issued: 0, served: 0 });
  const anchor = { real: performance.now(), hall: opened.clock.now };
  const hallNow = () => anchor.hall + (performance.now() - anchor.real) * options.speed;
  const leave = stayInSight(options.url, hallId, plan, crew.people, options.speed);
  const play = new DayPlay(plan).run();
  try {
    for (let step = play.next(); !step.done;) {
      const early = (step.value.at - hallNow()) / options.speed;
      if (early > 1) await sleep(early);
      const answer = await crew.do(step.value.command);
      bar.update(crew.arrived, { clock: crew.clock(hallNow()), issued: crew.issued.size, served: crew.served });
      step = play.next(
        'refused' in answer ? answer : { ...answer, at: Math.max(step.value.at, Math.round(hallNow())) },
      );
    }
  } finally {
    leave();
    bar.stop();
  }
  const result = await summarise(crew, hallId, day, options);
  // The hall's clock goes on from where it was before the simulation.
  await setClock(admin, before.clock.now + (Date.now() - begunAt), 1);
  agent.destroy();
  printResult(result);
  process.exit(result.lost === 0 ? 0 : 1);
}

await main().catch((error: unknown) => {
  say(String(error instanceof Error ? error.message : error));
  process.exit(1);
});
