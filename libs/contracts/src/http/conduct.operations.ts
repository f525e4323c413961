import { z } from 'zod';
import { BREACHES, MEASURES_TAKEN, REWARDS } from '@shouwen/domain/conduct/conduct';
import { slug } from '../catalogue/primitives.ts';
import { conductView } from '../views/conduct.schema.ts';
import { command, ofHall, read } from './define.ts';
import { OVERSEES } from './loop.operations.ts';
import { EVERY_ROLE, type Access } from './operation.ts';
import { groundsText, LEADS } from './score.operations.ts';

const ANYBODY: Access = { who: 'staff', roles: EVERY_ROLE };
const ofConduct = ofHall.extend({ conductId: z.string().regex(/^20\d\d\.\d{1,5}$/) });
/** A subject of the log (`case:…`, `ticket:…`) or a sheet (`person.wangli.2026-10`). */
const grounds = z.array(z.string().regex(/^[\w:.-]{3,120}$/)).max(20);
const words = z.object({ words: groundsText }).strict();

export const listConduct = read({
  name: 'listConduct',
  summary: 'Rewards and accountability: what was found, stated, decided and appealed, the last first (奖惩)',
  path: '/api/halls/:hallId/conduct',
  access: OVERSEES,
  params: ofHall,
  reply: z.array(conductView),
});
export const listOwnConduct = read({
  name: 'listOwnConduct',
  summary: 'Rewards and accountability that are about me',
  path: '/api/halls/:hallId/conduct/mine',
  access: ANYBODY,
  params: ofHall,
  reply: z.array(conductView),
});
export const recordReward = command({
  name: 'recordReward',
  summary: 'Record a reward with its grounds (奖励)',
  path: '/api/halls/:hallId/conduct/rewards',
  access: { who: 'staff', roles: ['director'] },
  params: ofHall,
  body: words.extend({ staffId: slug, reward: z.enum(REWARDS), grounds }),
  reply: conductView,
});
export const recordFinding = command({
  name: 'recordFinding',
  summary: 'Record what was found about a member of staff; they are heard before it is decided (查明情况)',
  path: '/api/halls/:hallId/conduct/findings',
  access: LEADS,
  params: ofHall,
  body: words.extend({ staffId: slug, breach: z.enum(BREACHES).nullable().default(null), grounds }),
  reply: conductView,
});
export const makeStatement = command({
  name: 'makeStatement',
  summary: 'My statement on what was found about me (陈述)',
  path: '/api/halls/:hallId/conduct/:conductId/statement',
  access: ANYBODY,
  params: ofConduct,
  body: words,
  reply: conductView,
});
export const decideConduct = command({
  name: 'decideConduct',
  summary: 'Decide on a finding, by somebody who did not make it: a measure, or nothing to answer for (责任追究)',
  path: '/api/halls/:hallId/conduct/:conductId/decide',
  access: LEADS,
  params: ofConduct,
  body: words.extend({ measure: z.enum(MEASURES_TAKEN).nullable() }),
  reply: conductView,
});
export const appealConduct = command({
  name: 'appealConduct',
  summary: 'Appeal against a measure about me (申诉)',
  path: '/api/halls/:hallId/conduct/:conductId/appeal',
  access: ANYBODY,
  params: ofConduct,
  body: words,
  reply: conductView,
});
export const decideConductAppeal = command({
  name: 'decideConductAppeal',
  summary: 'Decide on an appeal against a measure, by somebody who had no part in it (复核)',
  path: '/api/halls/:hallId/conduct/:conductId/decide-appeal',
  access: LEADS,
  params: ofConduct,
  body: words.extend({ upheld: z.boolean() }),
  reply: conductView,
});

/** Rewards and accountability. */
export const CONDUCT_OPERATIONS = [
  listConduct,
  listOwnConduct,
  recordReward,
  recordFinding,
  makeStatement,
  decideConduct,
  appealConduct,
  decideConductAppeal,
];
