import '../no-eval.ts';
import { z } from 'zod';
import { day } from '../catalogue/primitives.ts';

/** The mean of simulated days, and between what eight of ten of them lie. */
const range = z.object({ mean: z.number(), low: z.number(), high: z.number() });
const waits = z
  .object({
    people: range,
    meanMs: range.nullable(),
    medianMs: range.nullable(),
    p90Ms: range.nullable(),
    /** Share called within the promise, of everybody who came; who was sent away was not. */
    kept: range,
  })
  .nullable();
/** `roster[group][slot]`: windows open. */
const roster = z.array(z.array(z.number().int()));

export const staffingScenario = z.object({
  roster,
  windowHours: z.number(),
  hall: waits,
  queues: z.array(z.object({ queueId: z.string(), figures: waits })),
  hours: z.array(waits),
  cells: z.array(z.array(z.object({ people: z.number(), meanMs: z.number().nullable(), kept: z.number().nullable() }))),
  daysKept: z.array(z.number().nullable()),
  turnedAway: range,
  unserved: range,
  overtimeMs: range,
  use: range.nullable(),
});
export type StaffingScenario = z.infer<typeof staffingScenario>;

/** What-if of a day's roster (排班推演): as usual beside as asked, on the same simulated days. */
export const staffingView = z.object({
  day,
  /** Days of the same weekday that it was learnt from, the newest first, and how many tickets they had. */
  learned: z.array(day),
  tickets: z.number().int(),
  /** Handling times that are the hall's own; the others are drawn from the published standard. */
  ownHandling: z.number().int(),
  draws: z.number().int(),
  /** Share of people to be called within the promise, and on what share of days. */
  goal: z.object({ target: z.number(), confidence: z.number() }),
  slots: z.array(z.object({ from: z.number().int(), until: z.number().int() })),
  groups: z.array(
    z.object({
      id: z.string(),
      queues: z.array(z.string()),
      windows: z.array(z.string()),
      /** Windows without anybody on the day, by leave. */
      absent: z.number().int(),
      visited: z.boolean(),
    }),
  ),
  windowCount: z.number().int(),
  planned: staffingScenario,
  whatIf: staffingScenario.nullable(),
  change: z.object({ meanMs: range.nullable(), kept: range.nullable() }).nullable(),
  arrivals: z.array(z.object({ from: z.number().int(), people: range })),
  erlang: z.array(
    z.object({
      group: z.number().int(),
      slot: z.number().int(),
      windows: z.number().int(),
      people: z.number(),
      occupiedMs: z.number(),
      load: z.number(),
      pWait: z.number(),
      serviceLevel: z.number(),
      meanWaitMs: z.number().nullable(),
      simulatedMeanMs: z.number().nullable(),
      simulatedKept: z.number().nullable(),
    }),
  ),
  lived: waits,
});
export type StaffingView = z.infer<typeof staffingView>;

/** The fewest window hours with which the promise is kept: found, or how far the search is. */
export const staffingProposal = z.object({
  found: z
    .object({
      /** As it stands in an address. */
      windows: z.string(),
      windowHours: z.number(),
      /** Hours in which keeping the promise takes more windows than the hall has; then `windows` is the best of what there is. */
      lacking: z.array(z.object({ slot: z.number().int(), needed: z.number().int() })),
      tried: z.number().int(),
    })
    .nullable(),
  /** `left`: hours of windows not yet known to be needed, `null` while hours are still added. `null`: not begun, or over. */
  progress: z
    .object({ tried: z.number().int(), windowHours: z.number(), left: z.number().int().nullable() })
    .nullable(),
});
export type StaffingProposal = z.infer<typeof staffingProposal>;
