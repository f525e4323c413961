import type { AlarmBoard } from '@shouwen/contracts/views/alarm.schema';
import { ALARM_LEVELS, type AlarmLevel } from '@shouwen/domain/alarm/alarm';
import { alarmRuleFault } from '@shouwen/domain/alarm/rules';

type Rule = AlarmBoard['rules'][number];
/** A rule as it is being typed. */
export type AlarmDraft = Omit<Rule, AlarmLevel | 'repeatMinutes'> & Record<AlarmLevel | 'repeatMinutes', string>;

export const draftOf = (rule: Rule): AlarmDraft => ({
  ...rule,
  yellow: String(rule.yellow),
  orange: String(rule.orange),
  red: String(rule.red),
  repeatMinutes: String(rule.repeatMinutes),
});

const threshold = (text: string): number | null => {
  const value = Number(text);
  return text.trim() !== '' && value > 0 && value <= 10_000 ? value : null;
};

/** The rule that was typed, or what is wrong with it. */
export function ruleOf(draft: AlarmDraft): Rule | 'not-a-number' | 'thresholds-not-rising' | 'nobody-told' {
  const [yellow, orange, red] = ALARM_LEVELS.map((level) => threshold(draft[level]));
  const repeatMinutes = threshold(draft.repeatMinutes);
  if (!yellow || !orange || !red || !repeatMinutes || !Number.isInteger(repeatMinutes) || repeatMinutes > 1440)
    return 'not-a-number';
  const rule = { ...draft, yellow, orange, red, repeatMinutes };
  if (alarmRuleFault(rule)) return 'thresholds-not-rising';
  return rule.receivers.length === 0 ? 'nobody-told' : rule;
}
