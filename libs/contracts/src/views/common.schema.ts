import '../no-eval.ts';
import { z } from 'zod';
import { HEAD_STARTS } from '@shouwen/domain/queue/head-start';
import { SERVING_OUTCOMES, TICKET_CHANNELS, TICKET_STATES } from '@shouwen/domain/ticket/ticket';
import { PAUSE_REASONS, WINDOW_STATES } from '@shouwen/domain/window/window';
import { OUT_OF_ORDER_REASONS } from '@shouwen/domain/event/hall-event';
import { WINDOW_ACTIONS } from '@shouwen/domain/hall/available-actions';
import { REFUSALS } from '@shouwen/domain/hall/refusals';

/** A moment: whole milliseconds since 1970 UTC. */
export const instant = z.number().int();
export const headStart = z.enum(HEAD_STARTS);
export const ticketState = z.enum(TICKET_STATES);
export const ticketChannel = z.enum(TICKET_CHANNELS);
export const windowState = z.enum(WINDOW_STATES);
export const pauseReason = z.enum(PAUSE_REASONS);
export const outOfOrderReason = z.enum(OUT_OF_ORDER_REASONS);
export const outcome = z.enum(SERVING_OUTCOMES);

/** An honest range of minutes in which eight of ten are called; `null`: no window is open for the queue. */
export const waitRange = z.object({ lowMinutes: z.number().int(), highMinutes: z.number().int() }).nullable();

/** Why the rules would turn a step down, with figures for the sentence. */
export const refusal = z.object({
  refused: z.enum(REFUSALS),
  detail: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

export const availableAction = z.object({ action: z.enum(WINDOW_ACTIONS), refusal: refusal.optional() });

/** The hall's clock: `now` when the reply was made and how fast it runs (1; an example hall in a simulation runs faster). */
export const hallClock = z.object({ now: instant, speed: z.number() });
export type HallClock = z.infer<typeof hallClock>;
