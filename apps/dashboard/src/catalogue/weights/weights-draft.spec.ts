import { DEFAULT_SCORE_CARD } from '@shouwen/domain/score/card';
import { cardOfDraft, sumOf, weightsDraftOf } from './weights-draft.ts';

const draft = weightsDraftOf(DEFAULT_SCORE_CARD);

describe('weights as they are typed', () => {
  it('come out as they went in', () => {
    expect(cardOfDraft(draft, '2026-12')).toEqual({ ...DEFAULT_SCORE_CARD, id: '2026-12' });
    expect(sumOf(draft)).toBe(100);
  });

  it.each([
    ['not-a-number', { 'weights.waiting': '' }],
    ['not-a-number', { 'weights.waiting': '9.5' }],
    ['not-a-number', { 'deductions.red': '-1' }],
    ['not-a-number', { early: '6' }],
    ['weights-not-100', { 'weights.waiting': '11' }],
    ['grades-not-falling', { 'grades.good': '90' }],
  ])('%s: %j', (fault, change) => {
    expect(cardOfDraft({ ...draft, ...change }, '2026-12')).toBe(fault);
  });
});
