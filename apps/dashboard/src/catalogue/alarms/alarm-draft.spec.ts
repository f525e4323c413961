import { DEFAULT_ALARM_RULES } from '@shouwen/domain/alarm/rules';
import { draftOf, ruleOf } from './alarm-draft.ts';

const draft = draftOf({ ...DEFAULT_ALARM_RULES['longest-wait'], receivers: ['supervisor'] });

describe('thresholds as they are typed', () => {
  it('come out as they went in', () => {
    expect(ruleOf(draft)).toEqual(DEFAULT_ALARM_RULES['longest-wait']);
  });

  it.each([
    ['not-a-number', { yellow: '' }],
    ['not-a-number', { red: '-3' }],
    ['not-a-number', { repeatMinutes: '2.5' }],
    ['thresholds-not-rising', { yellow: '45' }],
    ['thresholds-not-rising', { red: '40' }],
    ['nobody-told', { receivers: [] }],
  ])('%s: %j', (fault, change) => {
    expect(ruleOf({ ...draft, ...change })).toBe(fault);
  });
});
