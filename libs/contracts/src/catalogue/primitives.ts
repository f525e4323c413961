import '../no-eval.ts';
import { z } from 'zod';

/** An id in the catalogue: lower-case letters, digits and hyphens. */
export const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/);
/** The id of a photograph: nobody can guess it. */
export const photoId = z.string().regex(/^[0-9a-f]{24}$/);
/** A text in both languages of the product. */
export const text = z.object({ zh: z.string().min(1).max(2000), en: z.string().min(1).max(2000) });
export type Text = z.infer<typeof text>;
/** A service day, `YYYY-MM-DD`. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** Wall clock `HH:MM`, `24:00` allowed. */
export const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
