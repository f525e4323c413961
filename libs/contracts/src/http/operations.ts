import { ACCESS_OPERATIONS } from './access.operations.ts';
import { ALARM_OPERATIONS } from './alarm.operations.ts';
import { CASE_OPERATIONS } from './case.operations.ts';
import { CONDUCT_OPERATIONS } from './conduct.operations.ts';
import { DISCLOSURE_OPERATIONS } from './disclosure.operations.ts';
import { DOCKET_OPERATIONS } from './docket.operations.ts';
import { ENQUIRY_OPERATIONS } from './enquiry.operations.ts';
import { FIGURES_OPERATIONS } from './figures.operations.ts';
import { PERFORMANCE_OPERATIONS } from './performance.operations.ts';
import { FILE_OPERATIONS } from './file.operations.ts';
import { HALL_OPERATIONS } from './hall.operations.ts';
import { HISTORY_OPERATIONS } from './history.operations.ts';
import { INSPECTION_OPERATIONS } from './inspection.operations.ts';
import { LOOP_OPERATIONS } from './loop.operations.ts';
import type { Operation } from './operation.ts';
import { OPINION_OPERATIONS } from './opinion.operations.ts';
import { PHOTO_OPERATIONS } from './photo.operations.ts';
import { PROGRESS_OPERATIONS } from './progress.operations.ts';
import { QUEUE_OPERATIONS } from './queue.operations.ts';
import { NOTICE_OPERATIONS } from './notice.operations.ts';
import { QUESTIONNAIRE_OPERATIONS } from './questionnaire.operations.ts';
import { RATING_OPERATIONS } from './rating.operations.ts';
import { REGION_OPERATIONS } from './region.operations.ts';
import { REPORT_OPERATIONS } from './report.operations.ts';
import { SCORE_OPERATIONS } from './score.operations.ts';
import { SETTINGS_OPERATIONS } from './settings.operations.ts';
import { STAFFING_OPERATIONS } from './staffing.operations.ts';
import { VOICE_OPERATIONS } from './voice.operations.ts';

/** Every operation there is. The permission table, OpenAPI and the tests of 401/403 are made from it. */
export const OPERATIONS: readonly Operation[] = [
  ...ACCESS_OPERATIONS,
  ...HALL_OPERATIONS,
  ...ALARM_OPERATIONS,
  ...QUEUE_OPERATIONS,
  ...CASE_OPERATIONS,
  ...DOCKET_OPERATIONS,
  ...FILE_OPERATIONS,
  ...PROGRESS_OPERATIONS,
  ...RATING_OPERATIONS,
  ...LOOP_OPERATIONS,
  ...QUESTIONNAIRE_OPERATIONS,
  ...NOTICE_OPERATIONS,
  ...OPINION_OPERATIONS,
  ...ENQUIRY_OPERATIONS,
  ...DISCLOSURE_OPERATIONS,
  ...FIGURES_OPERATIONS,
  ...PERFORMANCE_OPERATIONS,
  ...REGION_OPERATIONS,
  ...SCORE_OPERATIONS,
  ...CONDUCT_OPERATIONS,
  ...INSPECTION_OPERATIONS,
  ...REPORT_OPERATIONS,
  ...STAFFING_OPERATIONS,
  ...SETTINGS_OPERATIONS,
  ...PHOTO_OPERATIONS,
  ...HISTORY_OPERATIONS,
  ...VOICE_OPERATIONS,
] as Operation[];
