import { z } from 'zod';
import { day, slug } from '../catalogue/catalogue.schema.ts';
import { calendarPreview, roster, rosterPreview, savedChanges, standards } from '../views/settings.schema.ts';
import { action, command, ofHall, read } from './define.ts';
import { catalogueChange } from './hall.operations.ts';
import type { Access } from './operation.ts';

const SUPERVISION: Access = { who: 'staff', roles: ['supervisor', 'director', 'administrator', 'auditor'] };
/** Somebody who is ill in the morning cannot wait for the administrator. */
const ROSTER: Access = { who: 'staff', roles: ['supervisor', 'administrator'] };

export const previewCalendar = action({
  name: 'previewCalendar',
  summary: 'Which open cases a change of the calendar would move; nothing is saved',
  path: '/api/halls/:hallId/calendar-preview',
  access: { who: 'staff', roles: ['administrator', 'supervisor', 'director'] },
  params: ofHall,
  body: z.object({ changes: z.array(catalogueChange).min(1).max(400) }).strict(),
  reply: calendarPreview,
});

/** The last changes of these kinds come to a screen of settings; the whole history is in the log. */
export const listCatalogueChanges = read({
  name: 'listCatalogueChanges',
  summary: 'The last saved changes of the catalogue, with what each item was before',
  path: '/api/halls/:hallId/catalogue/changes',
  access: SUPERVISION,
  params: ofHall,
  query: z.object({ kinds: z.string().regex(/^[a-z-]+(,[a-z-]+){0,10}$/) }),
  reply: savedChanges,
});

export const undoCatalogueChange = command({
  name: 'undoCatalogueChange',
  summary: 'Restore what was before a saved change, by a new one (撤销); a supervisor only what concerns the roster',
  path: '/api/halls/:hallId/catalogue/undo',
  access: ROSTER,
  params: ofHall,
  /** The last event of the change, as the list says it. */
  body: z.object({ seq: z.number().int().min(1) }).strict(),
  reply: z.object({ seq: z.number().int() }),
});

export const viewRoster = read({
  name: 'viewRoster',
  summary: 'Leaves of staff, and how many open matters each person answers for',
  path: '/api/halls/:hallId/roster',
  access: SUPERVISION,
  params: ofHall,
  reply: roster,
});

/** Steps of the roster (AB 岗与请假): a leave entered or shortened, one taken back, another stand-in. */
export const rosterStep = z.discriminatedUnion('step', [
  z.object({ step: z.literal('leave'), staffId: slug, from: day, until: day }).strict(),
  z.object({ step: z.literal('end-leave'), leaveId: slug, until: day.nullable() }).strict(),
  z.object({ step: z.literal('stand-in'), staffId: slug, standInId: slug.nullable() }).strict(),
]);
export type RosterStep = z.infer<typeof rosterStep>;
const rosterSteps = z.object({ steps: z.array(rosterStep).min(1).max(50) }).strict();

export const previewRoster = action({
  name: 'previewRoster',
  summary: 'Whose open matters would go to whom; nothing is saved',
  path: '/api/halls/:hallId/roster-preview',
  access: ROSTER,
  params: ofHall,
  body: rosterSteps,
  reply: rosterPreview,
});
export const changeRoster = command({
  name: 'changeRoster',
  summary: 'Enter or end a leave, name a stand-in; refused when somebody would be left with nobody who acts for them',
  path: '/api/halls/:hallId/roster/changes',
  access: ROSTER,
  params: ofHall,
  body: rosterSteps.extend({ basedOn: z.number().int().optional() }).strict(),
  reply: z.object({ seq: z.number().int() }),
});

export const viewStandards = read({
  name: 'viewStandards',
  summary:
    'How long each matter really takes at the window, and the standard proposed where it is always broken or never reached',
  path: '/api/halls/:hallId/standards',
  access: SUPERVISION,
  params: ofHall,
  query: z.object({ days: z.coerce.number().int().min(7).max(366).default(90) }),
  reply: standards,
});

/** Calendar, roster, handling standards: what an administrator looks at before changing the catalogue. */
export const SETTINGS_OPERATIONS = [
  previewCalendar,
  listCatalogueChanges,
  undoCatalogueChange,
  viewRoster,
  previewRoster,
  changeRoster,
  viewStandards,
];
