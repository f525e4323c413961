import { z } from 'zod';
import { slug } from '../catalogue/catalogue.schema.ts';
import { NOTICE_COLUMNS } from '../catalogue/notice.schema.ts';
import { day } from '../catalogue/primitives.ts';
import { action, command, ofHall, read } from './define.ts';
import type { Access } from './operation.ts';

const PUBLIC: Access = { who: 'public' };
const ENTERS: Access = { who: 'staff', roles: ['guide', 'supervisor', 'director', 'administrator'] };
const READS: Access = { who: 'staff', roles: ['supervisor', 'director', 'administrator', 'auditor'] };

const ofQuestionnaire = ofHall.extend({ questionnaireId: slug });
/** One-time code of a sheet, as printed: `K7QM-2XPA-9D`; hyphens, spaces and lower case are forgiven. */
const sheetCode = z.string().trim().min(10).max(20);
const answers = z.record(slug, z.union([z.number().int(), slug, z.array(slug).max(20)]));
const sheet = { answers, text: z.string().trim().max(2000).default('') };
const receipt = z.object({ n: z.number().int() });

export const handInByCode = command({
  name: 'handInByCode',
  summary: 'Hand in a sheet of a questionnaire with its one-time code (征求意见表); nobody is named',
  path: '/api/halls/:hallId/questionnaires/:questionnaireId/sheets',
  access: PUBLIC,
  params: ofQuestionnaire,
  body: z.object({ code: sheetCode, ...sheet }).strict(),
  reply: receipt,
});
export const enterPaper = command({
  name: 'enterPaper',
  summary: 'Enter a sheet that came in on paper',
  path: '/api/halls/:hallId/questionnaires/:questionnaireId/paper',
  access: ENTERS,
  params: ofQuestionnaire,
  body: z.object(sheet).strict(),
  reply: receipt,
});
export const printCodes = action({
  name: 'printCodes',
  summary: 'One-time codes of a questionnaire to print: the same serials give the same codes',
  path: '/api/halls/:hallId/questionnaires/:questionnaireId/codes',
  access: ENTERS,
  params: ofQuestionnaire,
  body: z.object({ first: z.number().int().min(1).max(99_999), count: z.number().int().min(1).max(500) }).strict(),
  /** `page`: what the card's code to scan opens; `null` where the installation has named no address (PUBLIC_URL). */
  reply: z.array(z.object({ serial: z.number().int(), code: z.string(), page: z.string().nullable() })),
});
export const viewResults = read({
  name: 'viewResults',
  summary: 'Result sheet of a questionnaire (结果表): how often each was chosen, words masked',
  path: '/api/halls/:hallId/questionnaires/:questionnaireId/results',
  access: READS,
  params: ofQuestionnaire,
  reply: z.object({
    sheets: z.number().int(),
    byCode: z.number().int(),
    onPaper: z.number().int(),
    questions: z.array(
      z.object({
        id: z.string(),
        n: z.number().int(),
        counts: z.record(z.string(), z.number().int()),
        mean: z.number().nullable(),
      }),
    ),
    /** Free words, newest first, at most 500; without where they came from. */
    words: z.array(z.string()),
  }),
});
export const countNotices = read({
  name: 'countNotices',
  summary: 'Notices published and read in a period, by column (信息公开统计)',
  path: '/api/halls/:hallId/notice-counts',
  access: PUBLIC,
  params: ofHall,
  query: z.object({ from: day, until: day }),
  reply: z.array(
    z.object({
      column: z.enum(NOTICE_COLUMNS),
      published: z.number().int(),
      withdrawn: z.number().int(),
      shown: z.number().int(),
      /** How often their pages were opened in the period. */
      read: z.number().int(),
    }),
  ),
});

/** Questionnaires of the open-door appraisal (开门评议), and counts of notices. */
export const QUESTIONNAIRE_OPERATIONS = [handInByCode, enterPaper, printCodes, viewResults, countNotices];
