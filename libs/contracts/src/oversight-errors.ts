import { ALARM_SENTENCES } from './alarm-errors.ts';
import { REGION_SENTENCES } from './region-errors.ts';
import { REPORT_SENTENCES } from './report-errors.ts';
import { SCORE_SENTENCES } from './score-errors.ts';
import { STAFFING_SENTENCES } from './staffing-errors.ts';

/** Refusals to those who oversee the hall: alarms, reports, the appraisal, staffing. */
export const OVERSIGHT_SENTENCES = {
  ...ALARM_SENTENCES,
  ...REGION_SENTENCES,
  ...REPORT_SENTENCES,
  ...SCORE_SENTENCES,
  ...STAFFING_SENTENCES,
};
