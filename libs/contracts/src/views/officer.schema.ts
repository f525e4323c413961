import '../no-eval.ts';
import { z } from 'zod';
import { text } from '../catalogue/primitives.ts';

/** A member of staff as citizens and colleagues see them in office. */
export const officer = z.object({
  id: z.string(),
  name: z.string(),
  latinName: z.string(),
  post: text,
  telephone: z.string(),
});
export type Officer = z.infer<typeof officer>;
