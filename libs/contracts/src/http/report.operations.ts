import { z } from 'zod';
import { REPORT_FORMATS, reportAsked, reportView } from '../views/report.schema.ts';
import { action, ofHall, read } from './define.ts';
import { OVERSEES } from './loop.operations.ts';

export const makeReport = action({
  name: 'makeReport',
  summary: 'Ask for a report on a period (生成通报); one that is already being made is not begun twice',
  path: '/api/halls/:hallId/reports',
  access: OVERSEES,
  params: ofHall,
  body: reportAsked.strict(),
  reply: reportView,
});
export const listReports = read({
  name: 'listReports',
  summary: 'Reports that whoever asks had made, the newest first, with how far each is',
  path: '/api/halls/:hallId/reports',
  access: OVERSEES,
  params: ofHall,
  reply: z.array(reportView),
});
export const downloadReport = read({
  name: 'downloadReport',
  summary: 'A report that is made, as a Word or Excel file',
  path: '/api/halls/:hallId/reports/:reportId/file',
  access: OVERSEES,
  file: 'given',
  params: ofHall.extend({ reportId: z.uuid() }),
  query: z.object({ format: z.enum(REPORT_FORMATS) }),
  reply: z.unknown(),
});

export const REPORT_OPERATIONS = [makeReport, listReports, downloadReport];
