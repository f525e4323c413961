import { z } from 'zod';
import { photoId, slug } from '../catalogue/primitives.ts';
import { command, ofHall, read } from './define.ts';
import { EVERY_ROLE, type Access } from './operation.ts';

/** Those who keep the roster keep its faces. */
const ROSTER: Access = { who: 'staff', roles: ['supervisor', 'administrator'] };
const ofStaff = z.object({ hallId: slug, staffId: slug });
const saved = z.object({ seq: z.number().int() });

export const setStaffPhoto = command({
  name: 'setStaffPhoto',
  summary: 'Keep a photograph of a member of staff (JPEG, PNG, WebP), in place of the one before',
  path: '/api/halls/:hallId/staff/:staffId/photo',
  access: ROSTER,
  file: 'taken',
  params: ofStaff,
  reply: saved,
});
export const removeStaffPhoto = command({
  name: 'removeStaffPhoto',
  summary: 'Erase the photograph of a member of staff',
  path: '/api/halls/:hallId/staff/:staffId/photo/remove',
  access: ROSTER,
  params: ofStaff,
  reply: saved,
});
export const viewStaffPhoto = read({
  name: 'viewStaffPhoto',
  summary: 'The photograph of a colleague',
  path: '/api/halls/:hallId/staff/:staffId/photo',
  access: { who: 'staff', roles: EVERY_ROLE },
  file: 'given',
  params: ofStaff,
  reply: z.unknown(),
});
export const viewPadPhoto = read({
  name: 'viewPadPhoto',
  summary: 'The photograph of who serves at the pad’s window, or served whom it asks; of nobody else',
  path: '/api/halls/:hallId/pad/photo/:photoId',
  access: { who: 'device', kinds: ['pad'], roles: [] },
  file: 'given',
  params: ofHall.extend({ photoId }),
  reply: z.unknown(),
});

/** Photographs of staff (工作人员照片). */
export const PHOTO_OPERATIONS = [setStaffPhoto, removeStaffPhoto, viewStaffPhoto, viewPadPhoto];
