import { z } from 'zod';
import { SCORE_PARTS, scoreCardFault, type ScorePart } from '@shouwen/domain/score/card';
import { sound } from './sound.ts';

const points = z.number().int().min(0).max(100);
const deduction = z.number().min(0).max(50);

/** Weights of the score card (考核权重), by the first month for which they hold; before the first of a hall's own the defaults do. */
export const scoreCardSchema = z
  .object({
    id: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/),
    weights: z.object(
      Object.fromEntries(SCORE_PARTS.map((part) => [part, points])) as Record<ScorePart, typeof points>,
    ),
    deductions: z.object({ warnings: deduction, yellow: deduction, red: deduction }),
    cardsMost: points,
    early: z.number().min(0).max(5),
    grades: z.object({ excellent: points, good: points, pass: points }),
  })
  .superRefine(sound(scoreCardFault, 'weights'));
