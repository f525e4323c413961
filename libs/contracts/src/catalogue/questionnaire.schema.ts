import { z } from 'zod';
import { QUESTION_KINDS } from '@shouwen/domain/questionnaire/questionnaire';
import { day, slug, text } from './primitives.ts';

export const questionSchema = z
  .object({
    id: slug,
    kind: z.enum(QUESTION_KINDS),
    text,
    options: z
      .array(z.object({ id: slug, text }))
      .max(20)
      .default([]),
    required: z.boolean().default(false),
  })
  .refine(
    ({ kind, options }) => (kind === 'choice' || kind === 'choices' ? options.length >= 2 : options.length === 0),
    {
      message: 'choices need two options or more; a scale and words have none',
      path: ['options'],
    },
  )
  .refine(({ options }) => new Set(options.map(({ id }) => id)).size === options.length, {
    message: 'an option twice',
    path: ['options'],
  });

/** A quarter's questionnaire of the open-door appraisal (开门评议征求意见表). */
export const questionnaireSchema = z
  .object({
    id: slug,
    quarter: z.string().regex(/^20\d\d-Q[1-4]$/),
    title: text,
    intro: text,
    from: day,
    until: day,
    questions: z.array(questionSchema).min(1).max(40),
  })
  .refine(({ from, until }) => from <= until, { message: 'ends before it begins', path: ['until'] })
  .refine(({ questions }) => new Set(questions.map(({ id }) => id)).size === questions.length, {
    message: 'a question twice',
    path: ['questions'],
  });
export type Questionnaire = z.infer<typeof questionnaireSchema>;
