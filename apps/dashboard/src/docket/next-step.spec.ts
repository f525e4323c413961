import type { FileAction } from './action-fields.ts';
import { stepsInOrder } from './next-step.ts';

const POSSIBLE: FileAction[] = ['suspend-case', 'decide-case', 'withdraw-case', 'hand-over', 'appoint', 'urge'];

describe('which step stands out', () => {
  it('is the one that pays what I owe; what ends it stands last', () => {
    const steps = stepsInOrder({ owes: 'handle', level: null }, POSSIBLE);
    expect(steps[0]).toEqual({ action: 'decide-case', look: 'next' });
    expect(steps.at(-1)).toEqual({ action: 'withdraw-case', look: 'away' });
  });

  it('is urging for somebody who only watches something yellow or red, and nothing while all is well', () => {
    expect(stepsInOrder({ owes: 'watch', level: 'red' }, POSSIBLE)[0]).toEqual({ action: 'urge', look: 'next' });
    expect(stepsInOrder({ owes: 'watch', level: null }, POSSIBLE).some(({ look }) => look === 'next')).toBe(false);
  });

  it('is never a step that is not possible', () => {
    expect(stepsInOrder({ owes: 'acknowledge', level: null }, POSSIBLE).some(({ look }) => look === 'next')).toBe(
      false,
    );
  });
});
