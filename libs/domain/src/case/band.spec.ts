import { NATIONAL, TestDocket, WORDS } from '../../../../test/support/domain-docket.ts';
import { bandOf, expectedDays } from './band.ts';

/** The school of the drawing: accepted 28 October, 15 days promised, 20 by law; expert review from 4 to 11 November. */
function school() {
  const at = new TestDocket().clock('2026-10-28', '10:05');
  const caseId = at.receive('school', 'liu');
  at.do({ type: 'accept-case', caseId, byId: 'liu', missingBy: null });
  at.clock('2026-11-04', '16:20').do({
    type: 'suspend-case',
    caseId,
    byId: 'liu',
    kind: 'expert-review',
    expectedEnd: '2026-11-11',
    words: WORDS,
  });
  return { at, caseId };
}

const pieces = (band: ReturnType<typeof bandOf>) => band.map(({ part, days }) => `${part} ${days}`);

describe('the clock of a case as a band', () => {
  it('draws what ran, what stood still, what is left of the promise, and what the law leaves', () => {
    const { at, caseId } = school();
    at.clock('2026-11-11', '09:10').do({ type: 'resume-case', caseId, byId: 'liu' });
    expect(at.file(caseId)).toMatchObject({ promisedLastDay: '2026-11-26', legalLastDay: '2026-12-03' });
    const band = bandOf(at.file(caseId), '2026-11-24', NATIONAL);
    expect(pieces(band)).toEqual(['running 4', 'suspended 6', 'running 9', 'left 2', 'beyond-promise 5']);
    // Every working day once, none between two pieces.
    expect(band.reduce((sum, { days }) => sum + days, 0)).toBe(NATIONAL.between('2026-10-28', '2026-12-03'));
  });

  it('draws a clock that stands still up to where it is expected to go on, and what is left then', () => {
    const { at, caseId } = school();
    const file = at.file(caseId);
    expect(expectedDays(file, '2026-11-06', NATIONAL)).toEqual({
      resumes: '2026-11-11',
      promised: '2026-11-26',
      legal: '2026-12-03',
    });
    expect(pieces(bandOf(file, '2026-11-06', NATIONAL))).toEqual([
      'running 4',
      'suspended 6',
      'left 11',
      'beyond-promise 5',
    ]);
  });

  it('counts a procedure that takes longer than told up to today', () => {
    const { at, caseId } = school();
    expect(expectedDays(at.file(caseId), '2026-11-13', NATIONAL)?.resumes).toBe('2026-11-13');
    expect(pieces(bandOf(at.file(caseId), '2026-11-13', NATIONAL))[1]).toBe('suspended 8');
  });

  it('shows how far a case is past its promise, and ends at the decision', () => {
    const { at, caseId } = school();
    at.clock('2026-11-11').do({ type: 'resume-case', caseId, byId: 'liu' });
    at.clock('2026-11-30').do({ type: 'decide-case', caseId, byId: 'liu', result: 'granted', words: null });
    expect(pieces(bandOf(at.file(caseId), '2026-12-20', NATIONAL))).toEqual([
      'running 4',
      'suspended 6',
      'running 11',
      'over 2',
      'beyond-promise 3',
    ]);
  });
});
