import { z } from 'zod';
import { INSPECTION_ROUNDS } from '@shouwen/domain/inspection/inspection';
import { day, slug } from '../catalogue/catalogue.schema.ts';
import { docketFile, docketItem } from '../views/docket.schema.ts';
import { inspectionView } from '../views/inspection.schema.ts';
import { command, ofHall, read } from './define.ts';
import { ofContact, someWords, WORKS, words } from './docket.operations.ts';
import { EVERY_ROLE, type Access } from './operation.ts';

const LEADS: Access = { who: 'staff', roles: ['supervisor', 'director'] };
const ANYBODY: Access = { who: 'staff', roles: EVERY_ROLE };
const inspectionId = z.string().regex(/^20\d\d\.\d{1,5}$/);
const ofInspection = ofHall.extend({ inspectionId });
const days = z.number().int().min(1).max(60);

/** Whom it is given to — a person, or a department, whose head has it —, what it is about, and in how many working days. */
const given = z
  .object({
    toId: slug.nullable().default(null),
    departmentId: slug.nullable().default(null),
    windowId: slug.nullable().default(null),
    days,
    words,
  })
  .strict();

export const listInspections = read({
  name: 'listInspections',
  summary: 'Inspections that are planned, and the last that were done (巡查计划)',
  path: '/api/halls/:hallId/inspections',
  access: ANYBODY,
  params: ofHall,
  reply: z.array(inspectionView),
});
export const planInspection = command({
  name: 'planInspection',
  summary: 'Plan an inspection: day, inspectors, the checklist as it stands (排检查)',
  path: '/api/halls/:hallId/inspections',
  access: LEADS,
  params: ofHall,
  body: z.object({ round: z.enum(INSPECTION_ROUNDS), day, inspectors: z.array(slug).min(1).max(12) }).strict(),
  reply: inspectionView,
});
export const passPoint = command({
  name: 'passPoint',
  summary: 'Nothing wrong at this point (合格)',
  path: '/api/halls/:hallId/inspections/:inspectionId/points/:point/pass',
  access: ANYBODY,
  params: ofInspection.extend({ point: slug }),
  reply: inspectionView,
});
export const findAtPoint = command({
  name: 'findAtPoint',
  summary: 'A finding at this point: an order to put it right by a day (发现问题、限期整改)',
  path: '/api/halls/:hallId/inspections/:inspectionId/points/:point/find',
  access: ANYBODY,
  params: ofInspection.extend({ point: slug }),
  body: given,
  reply: z.object({ contactId: z.string(), inspection: inspectionView }),
});
export const finishInspection = command({
  name: 'finishInspection',
  summary: 'Every point was looked at (检查结束)',
  path: '/api/halls/:hallId/inspections/:inspectionId/finish',
  access: ANYBODY,
  params: ofInspection,
  reply: inspectionView,
});
export const callOffInspection = command({
  name: 'callOffInspection',
  summary: 'Call an inspection off before it has begun (取消检查)',
  path: '/api/halls/:hallId/inspections/:inspectionId/call-off',
  access: LEADS,
  params: ofInspection,
  reply: inspectionView,
});

export const listOrders = read({
  name: 'listOrders',
  summary: 'Open orders to put right or to answer, what goes red first on top (整改与督办)',
  path: '/api/halls/:hallId/orders',
  access: ANYBODY,
  params: ofHall,
  reply: z.array(docketItem),
});
export const giveOrder = command({
  name: 'giveOrder',
  summary: 'An urging order to a person or a department, with a day for the reply (督办)',
  path: '/api/halls/:hallId/orders',
  access: LEADS,
  params: ofHall,
  body: given,
  reply: docketFile,
});
export const carryOutOrder = command({
  name: 'carryOutOrder',
  summary: 'Report that it is put right, or reply (整改完成、回复)',
  path: '/api/halls/:hallId/contacts/:contactId/carry-out',
  access: WORKS,
  params: ofContact,
  body: z.object({ words }).strict(),
  reply: docketFile,
});
export const checkOrder = command({
  name: 'checkOrder',
  summary: 'Check what was reported: done, or once more with a new day (复核)',
  path: '/api/halls/:hallId/contacts/:contactId/check',
  access: WORKS,
  params: ofContact,
  body: z.object({ done: z.boolean(), days: days.nullable().default(null), words: someWords }).strict(),
  reply: docketFile,
});
export const photographOrder = command({
  name: 'photographOrder',
  summary: 'Add a photograph of what was found or put right; its content decides what it is (附照片)',
  path: '/api/halls/:hallId/contacts/:contactId/photographs',
  access: WORKS,
  file: 'taken',
  params: ofContact,
  reply: docketFile,
});
export const lookAtPhotograph = read({
  name: 'lookAtPhotograph',
  summary: 'A photograph of an order, for whoever may see the order',
  path: '/api/halls/:hallId/contacts/:contactId/photographs/:fileId',
  access: ANYBODY,
  file: 'given',
  params: ofContact.extend({ fileId: z.string().regex(/^[0-9a-f]{24}$/) }),
  reply: z.unknown(),
});

/** Inspections, and orders to put right or to answer. */
export const INSPECTION_OPERATIONS = [
  listInspections,
  planInspection,
  passPoint,
  findAtPoint,
  finishInspection,
  callOffInspection,
  listOrders,
  giveOrder,
  carryOutOrder,
  checkOrder,
  photographOrder,
  lookAtPhotograph,
];
