import { personName } from '@shouwen/client/names';
import { MEASURES_TAKEN, REWARDS } from '@shouwen/domain/conduct/conduct';
import { SCORE_LINES } from '@shouwen/domain/score/sheet';
import { zhCN } from '../i18n/zh-CN.scores.ts';
import type { SentenceWords } from '../shared/sentence.ts';
import { pointsText } from './score-words.ts';

const KINDS = Object.keys(zhCN.log) as (keyof typeof zhCN.log)[];

/** An entry of the log about the appraisal, a reward or accountability. */
export function recordSentence(
  { kind, data }: { kind: string; data: Record<string, unknown> },
  words: SentenceWords,
): string {
  const { t, lng, staff } = words;
  const known = KINDS.find((one) => one === kind);
  if (!known) return kind;
  const name = (id: unknown) =>
    personName(
      staff.find((one) => one.id === id),
      lng,
    ) || String(id ?? '');
  const line = SCORE_LINES.find((one) => one === data['line']);
  const reward = REWARDS.find((one) => one === data['reward']);
  const measure = MEASURES_TAKEN.find((one) => one === data['measure']);
  return t(`scores.log.${known}`, {
    name: name(data['byId']),
    about: name(data['staffId']),
    of: `${data['scope'] === 'person' ? name(data['key']) : String(data['key'])} ${String(data['period'])}`,
    line: line ? t(`scores.lines.${line}`) : '',
    outcome: t(data['upheld'] === true ? 'scores.upheld' : 'scores.rejected'),
    points: typeof data['points'] === 'number' ? t('scores.points', { points: pointsText(data['points'], lng) }) : '',
    reward: reward ? t(`scores.conduct.rewards.${reward}`) : '',
    measure: measure ? t(`scores.conduct.measures.${measure}`) : t('scores.conduct.noMeasure'),
  });
}
