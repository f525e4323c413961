import { z } from 'zod';
import { slug, text } from './primitives.ts';

/**
 * A version of what inspections look at (检查表): a point is one thing that somebody can see in a minute. A new list is a new version; an
 * inspection keeps the points that stood when it was planned.
 */
export const checklistSchema = z
  .object({
    id: z.string().regex(/^v\d{1,4}$/),
    version: z.number().int().min(1).max(9999),
    points: z
      .array(z.object({ id: slug, name: text, hint: text }))
      .min(1)
      .max(60),
  })
  .refine(({ id, version }) => id === `v${version}`, { message: 'the id names the version', path: ['id'] })
  .refine(({ points }) => new Set(points.map(({ id }) => id)).size === points.length, {
    message: 'a point stands once',
    path: ['points'],
  });
export type Checklist = z.infer<typeof checklistSchema>;

/** The default list: what the work rules of halls ask of posts, papers and rooms. */
export const DEFAULT_CHECKLIST: Checklist = {
  id: 'v1',
  version: 1,
  points: [
    {
      id: 'posts',
      name: { zh: '在岗在位', en: 'Windows are staffed' },
      hint: { zh: '按排班开窗,离岗有牌、有人顶岗', en: 'Open by the roster; an absence has its sign and a stand-in' },
    },
    {
      id: 'manner',
      name: { zh: '着装与仪态', en: 'Dress and manner' },
      hint: { zh: '工装、工牌齐全,不玩手机、不闲谈', en: 'Uniform and badge; no telephone, no chat' },
    },
    {
      id: 'one-time-notice',
      name: { zh: '一次性告知', en: 'Told everything at once' },
      hint: {
        zh: '抽看三件退件,告知书写全、有签收',
        en: 'Three returned files: the notice is complete and signed for',
      },
    },
    {
      id: 'order',
      name: { zh: '叫号秩序', en: 'Calls in order' },
      hint: { zh: '不插号、不空叫、不代叫', en: 'Nobody jumps the queue, nobody is called who is not there' },
    },
    {
      id: 'notices',
      name: { zh: '公示与指南', en: 'Notices and guides' },
      hint: { zh: '收费、时限、监督电话公示是现行的', en: 'Fees, limits and the complaints number are up to date' },
    },
    {
      id: 'devices',
      name: { zh: '设备与自助区', en: 'Devices and self-service' },
      hint: { zh: '取号机、评价器、屏幕能用', en: 'Ticket machine, rating pads and screens work' },
    },
    {
      id: 'rooms',
      name: { zh: '环境与无障碍', en: 'Rooms and access' },
      hint: { zh: '整洁、饮水、无障碍通道不堵', en: 'Clean, water there, the way for wheelchairs is free' },
    },
    {
      id: 'safety',
      name: { zh: '消防与安全', en: 'Fire and safety' },
      hint: { zh: '消防通道畅通,灭火器在有效期', en: 'Exits are free, extinguishers are in date' },
    },
  ],
};

/** Every version there has been, the default first when the hall has not replaced it. */
export const checklistsOf = (lists: readonly Checklist[]): Checklist[] =>
  lists.some(({ version }) => version === DEFAULT_CHECKLIST.version) ? [...lists] : [DEFAULT_CHECKLIST, ...lists];
