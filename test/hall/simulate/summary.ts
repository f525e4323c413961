import { Agent } from 'node:http';
import { percentile, round, say } from '../support/measure.ts';
import { staffOf } from '../support/people.ts';
import type { Crew } from './crew.ts';
import type { Options } from './options.ts';

interface Listed {
  id: string;
  state: string;
  waitedMs: number | null;
}

interface LogPage {
  events: { seq: number; kind: string; data: { kept?: boolean } }[];
}

const ENDED = new Set(['finished', 'no-show', 'cancelled', 'expired']);

/** Closes the day and counts, from what the server says: every ticket that was handed out must have come to an end. */
export async function summarise(crew: Crew, hallId: string, day: string, options: Options) {
  const agent = new Agent({ keepAlive: true });
  const supervisor = await staffOf(options.url, agent, hallId, options.supervisor);
  await supervisor.post(`/api/halls/${hallId}/close-day`);
  const { body: tickets } = await supervisor.get<Listed[]>(`/api/halls/${hallId}/figures/issued?day=${day}`);
  const known = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  const lost = [...crew.issued.keys()].filter((id) => !ENDED.has(known.get(id)?.state ?? '')).length;
  const waits = tickets.flatMap(({ waitedMs }) => (waitedMs === null ? [] : [waitedMs / 60_000]));
  let events = 0;
  let calls = 0;
  let kept = 0;
  for (let after = 0; ;) {
    const { body } = await supervisor.get<LogPage>(`/api/halls/${hallId}/events?day=${day}&after=${after}&limit=1000`);
    events += body.events.length;
    for (const { kind, data } of body.events) {
      if (kind !== 'ticket-called') continue;
      calls += 1;
      if (data.kept) kept += 1;
    }
    if (body.events.length < 1000) break;
    after = body.events.at(-1)!.seq;
  }
  agent.destroy();
  const summary = {
    day,
    arrived: crew.arrived,
    issued: crew.issued.size,
    turnedAway: crew.turnedAway,
    served: tickets.filter(({ state }) => state === 'finished').length,
    noShows: tickets.filter(({ state }) => state === 'no-show').length,
    waitP50Minutes: round(percentile(waits, 0.5), 1),
    waitP90Minutes: round(percentile(waits, 0.9), 1),
    orderKept: `${kept}/${calls}`,
    rated: crew.citizens.rated,
    badRatings: crew.citizens.bad,
    voices: crew.citizens.voices,
    commands: crew.commands,
    events,
    lost,
  };
  say(
    `issued ${summary.issued}, served ${summary.served}, turned away ${summary.turnedAway}, waits p50 ${summary.waitP50Minutes} min, p90 ${summary.waitP90Minutes} min, order kept ${summary.orderKept}, rated ${summary.rated} (${summary.badRatings} not satisfied), opinions ${summary.voices}, events ${events}, lost ${lost}`,
  );
  return summary;
}
