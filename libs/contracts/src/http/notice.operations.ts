import { z } from 'zod';
import { slug } from '../catalogue/catalogue.schema.ts';
import { action, ofHall, read } from './define.ts';
import type { Access } from './operation.ts';

const PUBLIC: Access = { who: 'public' };

/** How often its page was opened, by anybody, since it was published. */
const reads = z.number().int();

export const openNotice = action({
  name: 'openNotice',
  summary: 'The public page of a notice was opened: counted, without who it was (阅读数)',
  path: '/api/halls/:hallId/notices/:noticeId/reads',
  access: PUBLIC,
  params: ofHall.extend({ noticeId: slug }),
  reply: z.object({ reads }),
});
export const listNoticeReads = read({
  name: 'listNoticeReads',
  summary: 'How often each notice was read (阅读数); those that nobody opened are left out',
  path: '/api/halls/:hallId/notice-reads',
  access: PUBLIC,
  params: ofHall,
  reply: z.array(z.object({ noticeId: z.string(), reads })),
});

/** Notices (信息公开) themselves stand in the catalogue; here is what becomes of them. */
export const NOTICE_OPERATIONS = [openNotice, listNoticeReads];
