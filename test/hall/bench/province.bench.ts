import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { cpus } from 'node:os';
import { copyHalls, type HallTokens } from '../support/many-halls.ts';
import { percentile, round, say } from '../support/measure.ts';
import { person } from '../support/people.ts';
import type { Stage } from '../support/stage.ts';

const HALLS = 5_000;
const CONNECTIONS = 48;
const WARM_MS = 20_000;
const MEASURE_MS = 130_000;
/** A province's day (DOMAIN §11), and the share of a day's tickets in its peak hour: 250 of 900 in a county hall. */
const TICKETS_A_DAY = 3_000_000;
const PEAK_SHARE = 250 / 900;
/** A ticket is issued, called, begun and finished. */
const COMMANDS_PER_TICKET = 4;
/** Linux counts a process's time in hundredths of a second. */
const TICKS_PER_SECOND = 100;

/**
 * A province on one machine: 5,000 halls, each with its kiosk and a clerk, one command after another over 48 connections, every hall in its
 * turn, the clocks of all halls going beside. How many commands a second there are, against how many the peak hour needs; and whose
 * processor time it took, which says what bounds it.
 */
export async function benchProvince(stage: Stage): Promise<Record<string, unknown>> {
  const server = await stage.startServer();
  say('a hall is installed and copied …');
  await server.makeHall({ id: 'first', letters: ['A', 'B'], windows: 4, clerks: 4 });
  const halls = await copyHalls(stage.databaseUrl, 'first', HALLS);
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const times: number[] = [];
  let errors = 0;
  let [counting, ended] = [false, false];
  const visited = new Set<string>();
  const command = async (token: string, path: string, body: object) => {
    const begun = performance.now();
    const { status } = await person(server.url, agent, { authorization: `Bearer ${token}` })
      .post(path, body)
      .catch(() => ({ status: 0 }));
    if (!counting || ended) return status;
    times.push(performance.now() - begun);
    if (status !== 200) errors += 1;
    return status;
  };
  const visit = async ({ hallId, kiosk, clerk }: HallTokens) => {
    const at = `/api/halls/${hallId}`;
    if (!visited.has(hallId)) await command(clerk, `${at}/windows/w1/open`, {});
    visited.add(hallId);
    await command(kiosk, `${at}/tickets`, { queueId: 'a', matterId: 'matter-a', headStart: null });
    for (const [verb, body] of [
      ['call-next', {}],
      ['start', {}],
      ['finish', { outcome: 'done' }],
    ] as const)
      await command(clerk, `${at}/windows/w1/${verb}`, body);
  };
  say(`${HALLS} halls; ${WARM_MS / 1000} s to warm up, then ${MEASURE_MS / 1000} s …`);
  const begun = performance.now();
  const running = Promise.all(
    Array.from({ length: CONNECTIONS }, async (_, connection) => {
      for (let n = connection; performance.now() - begun < WARM_MS + MEASURE_MS; n += CONNECTIONS)
        await visit(halls[n % HALLS]!);
    }),
  );
  await new Promise((resolve) => setTimeout(resolve, WARM_MS));
  counting = true;
  const before = { server: cpuOf(server.pid), all: cpuOfMachine() };
  await new Promise((resolve) => setTimeout(resolve, MEASURE_MS));
  ended = true;
  const spent = { server: cpuOf(server.pid) - before.server, all: cpuOfMachine() - before.all };
  await running;
  agent.destroy();
  const seconds = MEASURE_MS / 1000;
  return {
    halls: HALLS,
    commandsPerSecond: round(times.length / seconds, 1),
    p50Ms: round(percentile(times, 0.5), 1),
    p99Ms: round(percentile(times, 0.99), 1),
    neededPerSecond: round((TICKETS_A_DAY * PEAK_SHARE * COMMANDS_PER_TICKET) / 3_600, 1),
    errors,
    hallsVisited: visited.size,
    cores: cpus().length,
    serverCores: round(spent.server / seconds),
    machineCores: round(spent.all / seconds),
  };
}

/** Processor seconds of a process, and of the whole machine, since they began. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}
function cpuOfMachine(): number {
  const [user, nice, system] = readFileSync('/proc/stat', 'utf8').split('\n')[0]!.split(/\s+/).slice(1).map(Number);
  return (user! + nice! + system!) / TICKS_PER_SECOND;
}
