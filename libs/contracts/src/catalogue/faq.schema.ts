import { z } from 'zod';
import { slug, text } from './primitives.ts';

/** Often asked (常见问题): a question that was answered, for everybody. It names nobody. */
export const faqSchema = z.object({ id: slug, question: text, answer: text, matterId: slug.nullable().default(null) });
export type Faq = z.infer<typeof faqSchema>;
