import '../no-eval.ts';
import { z } from 'zod';
import { INSPECTION_ROUNDS, INSPECTION_STATES } from '@shouwen/domain/inspection/inspection';
import { day } from '../catalogue/primitives.ts';
import { instant } from './common.schema.ts';
import { officer } from './officer.schema.ts';

/** An inspection (巡查、督查) with what was seen at each point. */
export const inspectionView = z.object({
  id: z.string(),
  round: z.enum(INSPECTION_ROUNDS),
  day,
  inspectors: z.array(officer),
  form: z.number().int(),
  points: z.array(
    z.object({
      id: z.string(),
      result: z.enum(['pass', 'finding']).nullable(),
      /** Cards of the findings, as far as the reader may see them. */
      findings: z.array(z.string()),
    }),
  ),
  state: z.enum(INSPECTION_STATES),
  endedAt: instant.nullable(),
  /** Whether the reader inspects here, and the day has come. */
  mine: z.boolean(),
});
export type InspectionView = z.infer<typeof inspectionView>;
