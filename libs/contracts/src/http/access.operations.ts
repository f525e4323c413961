import { z } from 'zod';
import { ROLES, slug } from '../catalogue/catalogue.schema.ts';
import { instant } from '../views/common.schema.ts';
import { action, nothing, ofHall, read } from './define.ts';
import { DEVICE_KINDS, EVERY_ROLE, type Access } from './operation.ts';

const STAFF: Access = { who: 'staff', roles: EVERY_ROLE };
const PUBLIC: Access = { who: 'public' };
const ADMINISTRATOR: Access = { who: 'staff', roles: ['administrator'] };

export const me = z.object({
  hallId: slug,
  staffId: slug,
  name: z.string(),
  latinName: z.string(),
  role: z.enum(ROLES),
  homeWindowId: z.string().nullable(),
  /** Regions whose halls' figures this one may see. */
  oversees: z.array(z.string()),
  example: z.boolean(),
});
export type Me = z.infer<typeof me>;

export const signIn = action({
  name: 'signIn',
  summary: 'Sign in; sets the http-only session cookie',
  path: '/api/sign-in',
  access: PUBLIC,
  params: nothing,
  body: z.object({ hallId: slug, username: z.string().min(1).max(60), password: z.string().min(1).max(200) }).strict(),
  reply: me,
});
export const signOut = action({
  name: 'signOut',
  summary: 'Sign out here',
  path: '/api/sign-out',
  access: STAFF,
  params: nothing,
  reply: nothing,
});
export const signOutEverywhere = action({
  name: 'signOutEverywhere',
  summary: 'End every session of mine, on every device',
  path: '/api/sign-out-everywhere',
  access: STAFF,
  params: nothing,
  reply: z.object({ ended: z.number().int() }),
});
export const whoAmI = read({
  name: 'whoAmI',
  summary: 'Who is signed in',
  path: '/api/me',
  access: STAFF,
  params: nothing,
  reply: me,
});
export const changePassword = action({
  name: 'changePassword',
  summary: 'Change my password; ends my other sessions',
  path: '/api/me/password',
  access: STAFF,
  params: nothing,
  body: z.object({ current: z.string().min(1).max(200), next: z.string().min(10).max(200) }).strict(),
  reply: nothing,
});

export const deviceConfig = z.object({
  deviceId: z.string(),
  hallId: slug,
  kind: z.enum(DEVICE_KINDS),
  name: z.string(),
  /** A display's zone, `null` for the whole hall. */
  zoneId: z.string().nullable(),
  /** A pad's window. */
  windowId: z.string().nullable(),
});
export type DeviceConfig = z.infer<typeof deviceConfig>;

export const makePairingCode = action({
  name: 'makePairingCode',
  summary: 'Make a one-time code (10 minutes) with which a device pairs itself',
  path: '/api/halls/:hallId/devices/pairing-codes',
  access: ADMINISTRATOR,
  params: ofHall,
  body: z
    .object({
      kind: z.enum(DEVICE_KINDS),
      name: z.string().min(1).max(60),
      zoneId: z.string().max(4).nullable(),
      windowId: slug.nullable(),
    })
    .strict(),
  reply: z.object({ code: z.string(), expiresAt: instant }),
});
export const pairDevice = action({
  name: 'pairDevice',
  summary: 'Pair a device by its code; sets the http-only device cookie and gives the token once',
  path: '/api/devices/pair',
  access: PUBLIC,
  params: nothing,
  body: z.object({ code: z.string().regex(/^\d{8}$/) }).strict(),
  reply: deviceConfig.extend({ token: z.string() }),
});
export const pairExample = action({
  name: 'pairExample',
  summary: 'Pair with the example hall without a code; refused for a real hall and in production',
  path: '/api/halls/:hallId/devices/example',
  access: PUBLIC,
  params: ofHall,
  body: z
    .object({
      kind: z.enum(DEVICE_KINDS),
      zoneId: z.string().max(4).nullable(),
      /** A pad's window. */
      windowId: slug.nullable().default(null),
    })
    .strict(),
  reply: deviceConfig.extend({ token: z.string() }),
});
export const whichDevice = read({
  name: 'whichDevice',
  summary: 'The paired device of a kind that calls',
  path: '/api/device/:kind',
  access: { who: 'device', kinds: DEVICE_KINDS, roles: [] },
  params: z.object({ kind: z.enum(DEVICE_KINDS) }),
  reply: deviceConfig,
});
export const listDevices = read({
  name: 'listDevices',
  summary: 'Paired devices of the hall',
  path: '/api/halls/:hallId/devices',
  access: ADMINISTRATOR,
  params: ofHall,
  reply: z.array(deviceConfig.extend({ pairedAt: instant, revokedAt: instant.nullable() })),
});
export const revokeDevice = action({
  name: 'revokeDevice',
  summary: 'Take a device’s token away',
  path: '/api/halls/:hallId/devices/:deviceId/revoke',
  access: ADMINISTRATOR,
  params: ofHall.extend({ deviceId: z.string().max(40) }),
  reply: nothing,
});

export const ACCESS_OPERATIONS = [
  signIn,
  signOut,
  signOutEverywhere,
  whoAmI,
  changePassword,
  makePairingCode,
  pairDevice,
  pairExample,
  whichDevice,
  listDevices,
  revokeDevice,
];
