import { z } from 'zod';
import {
  CATALOGUE_KINDS,
  day,
  publicCatalogueSchema,
  staffSchema,
  text,
  type CatalogueKind,
} from '../catalogue/catalogue.schema.ts';
import { publicBoard, staffBoard } from '../views/board.schema.ts';
import { instant } from '../views/common.schema.ts';
import { action, command, ofHall, read } from './define.ts';
import { EVERY_ROLE, type Access } from './operation.ts';

const PUBLIC: Access = { who: 'public' };
const STAFF: Access = { who: 'staff', roles: EVERY_ROLE };
const SUPERVISION: Access = { who: 'staff', roles: ['supervisor', 'director', 'administrator', 'auditor'] };
const ADMINISTRATOR: Access = { who: 'staff', roles: ['administrator'] };

export const listHalls = read({
  name: 'listHalls',
  summary: 'Halls of this installation',
  path: '/api/halls',
  access: PUBLIC,
  params: z.object({}),
  reply: z.array(z.object({ id: z.string(), name: text, example: z.boolean() })),
});
export const viewCatalogue = read({
  name: 'viewCatalogue',
  summary: 'Published catalogue of a hall: departments, zones, windows, queues, matters with guides, notices, calendar',
  path: '/api/halls/:hallId/catalogue',
  access: PUBLIC,
  params: ofHall,
  reply: publicCatalogueSchema,
});
export const viewBoard = read({
  name: 'viewBoard',
  summary: 'Public board: calls, queues, windows',
  path: '/api/halls/:hallId/board',
  access: PUBLIC,
  params: ofHall,
  reply: publicBoard,
});
export const viewStaffBoard = read({
  name: 'viewStaffBoard',
  summary: 'Supervision board: the floor plan, queues, figures of the day',
  path: '/api/halls/:hallId/staff-board',
  access: { who: 'staff', roles: EVERY_ROLE },
  params: ofHall,
  reply: staffBoard,
});
export const listStaff = read({
  name: 'listStaff',
  summary: 'Staff in office with their posts and stand-ins',
  path: '/api/halls/:hallId/staff',
  access: STAFF,
  params: ofHall,
  reply: z.array(staffSchema),
});

/** An event of the log as staff may read it. */
export const logEvent = z.object({
  seq: z.number().int(),
  at: instant,
  day,
  actor: z.string(),
  kind: z.string(),
  subject: z.string(),
  data: z.record(z.string(), z.unknown()),
  hash: z.string(),
});
export type LogEvent = z.infer<typeof logEvent>;

export const listEvents = read({
  name: 'listEvents',
  summary: 'The hall’s log after a sequence number, or filtered: what stands behind a figure',
  path: '/api/halls/:hallId/events',
  access: SUPERVISION,
  params: ofHall,
  query: z.object({
    after: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
    /** Only this ticket's, window's … events, e.g. `ticket:2026-11-24.A017`, `window:w5`. */
    subject: z.string().max(80).optional(),
    kind: z.string().max(60).optional(),
    day: day.optional(),
    /** Newest first; `after` then means “before this sequence” unless 0. */
    newest: z.enum(['true', 'false']).default('false'),
  }),
  reply: z.object({ events: z.array(logEvent), head: z.object({ seq: z.number().int(), hash: z.string() }) }),
});

/** Which tickets stand behind a figure of the supervision board. */
export const FIGURES = [
  'waiting',
  'answered',
  'within-promise',
  'beyond-promise',
  'over-standard',
  'no-show',
  'cancelled',
  'finished',
  'issued',
] as const;
export const listFigure = read({
  name: 'listFigure',
  summary: 'The tickets that a figure counts, each with its events',
  path: '/api/halls/:hallId/figures/:figure',
  access: SUPERVISION,
  params: ofHall.extend({ figure: z.enum(FIGURES) }),
  query: z.object({ queueId: z.string().max(41).optional(), day: day.optional() }),
  reply: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      queueId: z.string(),
      matterId: z.string().nullable(),
      state: z.string(),
      windowId: z.string().nullable(),
      issuedAt: instant,
      waitedMs: z.number().int().nullable(),
      handledMs: z.number().int().nullable(),
    }),
  ),
});
export const listHeads = read({
  name: 'listHeads',
  summary: 'Published, signed heads of the hall’s chain: check an export against them without a secret',
  path: '/api/halls/:hallId/heads',
  access: PUBLIC,
  params: ofHall,
  reply: z.object({
    publicKeyPem: z.string(),
    heads: z.array(z.object({ seq: z.number().int(), hash: z.string(), signedAt: instant, signature: z.string() })),
  }),
});

/** Changes of the catalogue, applied together or not at all. `item: null` removes. */
export const catalogueChange = z.object({
  kind: z.enum(Object.keys(CATALOGUE_KINDS) as [CatalogueKind, ...CatalogueKind[]]),
  id: z.string().max(60),
  item: z.record(z.string(), z.unknown()).nullable(),
});
export type CatalogueChange = z.infer<typeof catalogueChange>;

export const changeCatalogue = command({
  name: 'changeCatalogue',
  summary: 'Change the catalogue: matters, queues, windows, staff, notices, calendar',
  path: '/api/halls/:hallId/catalogue/changes',
  access: ADMINISTRATOR,
  params: ofHall,
  body: z
    .object({
      changes: z.array(catalogueChange).min(1).max(500),
      /** The catalogue's `seq` that the changes were made from: refused when somebody changed it since. */
      basedOn: z.number().int().min(0).optional(),
    })
    .strict(),
  reply: z.object({ seq: z.number().int() }),
});
export const closeDay = command({
  name: 'closeDay',
  summary: 'End the service day now (日终): what still waits expires. The clock does it by itself after closing',
  path: '/api/halls/:hallId/close-day',
  access: { who: 'staff', roles: ['supervisor', 'administrator'] },
  params: ofHall,
  reply: z.object({ seq: z.number().int(), expired: z.number().int() }),
});
export const setExampleClock = action({
  name: 'setExampleClock',
  summary: 'Set an example hall’s clock, for demonstrations and simulations; refused for a real hall and in production',
  path: '/api/halls/:hallId/example-clock',
  access: ADMINISTRATOR,
  params: ofHall,
  body: z.object({ now: instant.nullable(), speed: z.number().min(0.1).max(600).default(1) }).strict(),
  reply: z.object({ now: instant, speed: z.number() }),
});

export const HALL_OPERATIONS = [
  listHalls,
  viewCatalogue,
  viewBoard,
  viewStaffBoard,
  listStaff,
  listEvents,
  listFigure,
  listHeads,
  changeCatalogue,
  closeDay,
  setExampleClock,
];
