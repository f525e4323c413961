import { z } from 'zod';
import { LOOK_REASONS } from '@shouwen/domain/docket/events';
import { slug } from '../catalogue/catalogue.schema.ts';
import { applicant, docketFile } from '../views/docket.schema.ts';
import { ofCase } from './case.operations.ts';
import { command } from './define.ts';
import { ofContact, WORKS } from './docket.operations.ts';
import type { Access } from './operation.ts';

/** Everybody who receives citizens, and who audits them; whose file it is decides the rest. */
const LOOKS: Access = { who: 'staff', roles: [...(WORKS.who === 'staff' ? WORKS.roles : []), 'auditor'] };

const ofFile = ofCase.extend({ fileId: z.string().regex(/^[0-9a-f]{24}$/) });
const reason = z.object({ reason: z.enum(LOOK_REASONS) }).strict();

export const attachFile = command({
  name: 'attachFile',
  summary: 'Attach a file to a material of the checklist (附材料); its content decides what it is',
  path: '/api/halls/:hallId/cases/:caseId/files',
  access: WORKS,
  file: 'taken',
  params: ofCase,
  query: z.object({ material: slug }),
  reply: docketFile,
});
export const removeFile = command({
  name: 'removeFile',
  summary: 'Take a file off the case: the record stays, content and name are erased',
  path: '/api/halls/:hallId/cases/:caseId/files/:fileId/remove',
  access: WORKS,
  params: ofFile,
  reply: docketFile,
});
export const lookAtFile = command({
  name: 'lookAtFile',
  summary: 'Open a file, with the reason; every look is an event',
  path: '/api/halls/:hallId/cases/:caseId/files/:fileId/look',
  access: LOOKS,
  file: 'given',
  params: ofFile,
  body: reason,
  reply: z.unknown(),
});
export const lookAtApplicant = command({
  name: 'lookAtApplicant',
  summary: 'See name and telephone unmasked, with the reason; every look is an event',
  path: '/api/halls/:hallId/contacts/:contactId/look',
  access: LOOKS,
  params: ofContact,
  body: reason,
  reply: applicant,
});

/** Papers of a case, and looks at what is masked. */
export const FILE_OPERATIONS = [attachFile, removeFile, lookAtFile, lookAtApplicant];
