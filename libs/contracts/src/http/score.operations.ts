import { z } from 'zod';
import { scoreCardSchema } from '../catalogue/score-card.schema.ts';
import {
  evidenceRef,
  scoreBoard,
  scoreKey,
  scoreLineId,
  scorePeriod,
  scoreScope,
  scoreSheetView,
} from '../views/score.schema.ts';
import { command, ofHall, read } from './define.ts';
import { OVERSEES } from './loop.operations.ts';
import { EVERY_ROLE, type Access } from './operation.ts';

/** Whoever decides on members of staff. */
export const LEADS: Access = { who: 'staff', roles: ['supervisor', 'director'] };
/** What is written as grounds. */
export const groundsText = z.string().trim().min(1).max(2000);

/** A period of the scope; left out: the one that runs. */
const ofPeriod = { scope: scoreScope.default('person'), period: scorePeriod.optional() };

export const viewScores = read({
  name: 'viewScores',
  summary: 'Score sheets of a period side by side: people and windows by the month, departments by the quarter (考核)',
  path: '/api/halls/:hallId/scores',
  access: OVERSEES,
  params: ofHall,
  query: z.object(ofPeriod),
  reply: scoreBoard,
});
export const viewScoreSheet = read({
  name: 'viewScoreSheet',
  summary: 'One score sheet, every line with what it counts (考核表)',
  path: '/api/halls/:hallId/scores/sheet',
  access: OVERSEES,
  params: ofHall,
  query: z.object({ ...ofPeriod, key: scoreKey }),
  reply: scoreSheetView,
});
export const viewOwnScore = read({
  name: 'viewOwnScore',
  summary: 'My own score sheet as it grows; of a department, for its head (我的考核)',
  path: '/api/halls/:hallId/scores/mine',
  access: { who: 'staff', roles: EVERY_ROLE },
  params: ofHall,
  query: z.object({ scope: scoreScope.exclude(['window']).default('person'), period: scorePeriod.optional() }),
  reply: scoreSheetView,
});
export const objectToScore = command({
  name: 'objectToScore',
  summary: 'Object to what a line of my own sheet, or of the department that I head, counts (考核异议)',
  path: '/api/halls/:hallId/scores/objections',
  access: { who: 'staff', roles: EVERY_ROLE },
  params: ofHall,
  body: z
    .object({
      scope: scoreScope.exclude(['window']),
      period: scorePeriod,
      line: scoreLineId,
      refs: z.array(evidenceRef).min(1).max(200),
      words: groundsText,
    })
    .strict(),
  reply: scoreSheetView,
});
export const decideObjection = command({
  name: 'decideObjection',
  summary: 'Decide on an objection to a score sheet, by somebody whom it is not about (异议决定)',
  path: '/api/halls/:hallId/scores/objections/:objectionId/decide',
  access: LEADS,
  params: ofHall.extend({ objectionId: z.string().regex(/^20\d\d-(\d\d|Q[1-4])\.\d{1,5}$/) }),
  body: z.object({ upheld: z.boolean(), words: groundsText }).strict(),
  reply: z.object({ seq: z.number().int() }),
});
export const sealScores = command({
  name: 'sealScores',
  summary: 'Seal all sheets of a period: their fingerprints go into the log and they are never recounted (封存)',
  path: '/api/halls/:hallId/scores/seal',
  access: { who: 'staff', roles: ['director'] },
  params: ofHall,
  body: z.object({ scope: scoreScope, period: scorePeriod }).strict(),
  reply: z.object({ sealed: z.number().int() }),
});
export const viewScoreCards = read({
  name: 'viewScoreCards',
  summary: 'Weights of the score card: the one that holds, and those published for later months (考核权重)',
  path: '/api/halls/:hallId/score-cards',
  access: { who: 'staff', roles: EVERY_ROLE },
  params: ofHall,
  reply: z.object({
    /** The month that runs: its weights are fixed. */
    month: z.string(),
    /** The card that holds for it. */
    now: scoreCardSchema,
    /** All that the hall has published, by month. */
    published: z.array(scoreCardSchema),
  }),
});

/** Score cards, sheets, objections and seals. */
export const SCORE_OPERATIONS = [
  viewScores,
  viewScoreSheet,
  viewOwnScore,
  objectToScore,
  decideObjection,
  sealScores,
  viewScoreCards,
];
