import { z } from 'zod';
import { slug, text } from './primitives.ts';

/**
 * A version of the hall's rules of causes (差评原因归类): which labels and which words name a cause. A new list is a new version; groups say
 * by which version they were made.
 */
export const causeRulesSchema = z
  .object({
    id: z.string().regex(/^v\d{1,4}$/),
    version: z.number().int().min(1).max(9999),
    causes: z
      .array(
        z.object({
          id: slug,
          name: text,
          labels: z.array(slug).max(24),
          words: z.array(z.string().trim().min(1).max(40)).max(60),
        }),
      )
      .max(40),
  })
  .refine(({ id, version }) => id === `v${version}`, { message: 'the id names the version', path: ['id'] })
  .refine(({ causes }) => new Set(causes.map(({ id }) => id)).size === causes.length, {
    message: 'a cause twice',
    path: ['causes'],
  });
export type CauseRules = z.infer<typeof causeRulesSchema>;

/** The rules of a hall that has not written its own: the default labels, and words by which people say the same. */
export const DEFAULT_CAUSE_RULES: CauseRules = {
  id: 'v1',
  version: 1,
  causes: [
    {
      id: 'told-at-once',
      name: { zh: '没有一次讲清', en: 'Not told everything at once' },
      labels: ['not-told-at-once', 'sent-away'],
      words: ['没讲清', '没说清', '没告诉', '又要', '再跑', '跑了', '白跑', 'not told', 'come again', 'sent away'],
    },
    {
      id: 'wait',
      name: { zh: '等得太久', en: 'Waited too long' },
      labels: ['long-wait'],
      words: ['等了', '太久', '排队', '没人叫', 'waited', 'queue'],
    },
    {
      id: 'slow',
      name: { zh: '办得慢', en: 'Slow' },
      labels: ['slow'],
      words: ['太慢', '拖', '磨蹭', '效率', 'slow'],
    },
    {
      id: 'attitude',
      name: { zh: '服务态度', en: 'Courtesy' },
      labels: ['impatient'],
      words: ['态度', '不耐烦', '凶', '冷漠', '爱理不理', '骂', 'rude', 'impatient'],
    },
    {
      id: 'equipment',
      name: { zh: '设备和系统', en: 'Equipment and systems' },
      labels: [],
      words: ['系统', '死机', '打印', '机器', '网络', '卡顿', 'printer', 'system'],
    },
    {
      id: 'fees',
      name: { zh: '收费', en: 'Fees' },
      labels: [],
      words: ['收费', '乱收', '多收', '退钱', 'charged', 'fee'],
    },
  ],
};

/** The rules that hold now: the highest version. */
export const currentCauseRules = (all: readonly CauseRules[]): CauseRules =>
  all.reduce((latest, rules) => (rules.version > latest.version ? rules : latest), DEFAULT_CAUSE_RULES);
