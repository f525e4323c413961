import { WorkCalendar } from '../calendar/work-calendar.ts';
import { evolveConduct, type Conduct, type ConductEvent } from './conduct.ts';
import { decideConduct, type ConductCommand } from './decide-conduct.ts';

const calendar = new WorkCalendar({ nationalCalendar: true, overrides: {}, tables: [] });
const words = { ref: 'r', commitment: 'c' };
const DECIDERS = ['song', 'qian', 'shen'];
type Step = ConductCommand extends infer C
  ? C extends ConductCommand
    ? Omit<C, 'words' | 'conductId'>
    : never
  : never;

/** A record and what is done to it, on days. */
function story() {
  let conduct: Conduct | undefined;
  const step = (day: string, wish: Step, deciders = DECIDERS): string => {
    const command = { ...wish, conductId: '2026.1', words } as ConductCommand;
    const decision = decideConduct(conduct, command, { day, calendar, deciders });
    if ('refused' in decision) return decision.refused;
    for (const event of decision.events)
      conduct = evolveConduct(conduct, {
        ...event,
        at: 1,
        day,
        seq: 1,
        hallId: 'h',
        actor: 'a',
      } as unknown as ConductEvent);
    return conduct!.state;
  };
  return { step, now: () => conduct! };
}
const found: Step = { type: 'record-finding', staffId: 'wang', grounds: ['case:1', 'case:1'], byId: 'song' };

describe('accountability', () => {
  it('goes from finding by statement and decision to appeal, each by somebody else', () => {
    const { step, now } = story();
    expect(step('2026-11-25', { ...found, byId: 'wang' })).toBe('conduct-own');
    expect(step('2026-11-25', found)).toBe('to-state');
    expect([now().stateUntil, now().grounds]).toEqual(['2026-12-02', ['case:1']]);
    const decide: Step = { type: 'decide-conduct', measure: 'talk', byId: 'shen' };
    expect(step('2026-12-02', decide)).toBe('statement-awaited');
    expect(step('2026-11-26', { type: 'make-statement', byId: 'li' })).toBe('conduct-not-yours');
    expect(step('2026-11-26', { type: 'make-statement', byId: 'wang' })).toBe('to-decide');
    expect(step('2026-11-27', { ...decide, byId: 'song' } as Step)).toBe('decider-found');
    expect(step('2026-11-27', { ...decide, byId: 'wang' } as Step)).toBe('conduct-own');
    expect(step('2026-11-27', decide)).toBe('decided');
    expect(now().decided!.appealUntil).toBe('2026-12-04');
    expect(step('2026-12-05', { type: 'appeal-conduct', byId: 'wang' })).toBe('appeal-over');
    expect(step('2026-12-04', { type: 'appeal-conduct', byId: 'wang' })).toBe('appealed');
    const again: Step = { type: 'decide-conduct-appeal', upheld: true, byId: 'qian' };
    expect(step('2026-12-05', { ...again, byId: 'shen' } as Step)).toBe('decider-decided');
    expect(step('2026-12-05', { ...again, byId: 'song' } as Step)).toBe('decider-decided');
    expect(step('2026-12-05', again)).toBe('closed');
    expect(step('2026-12-05', again)).toBe('conduct-not-now');
  });

  it('is decided without a statement only when its time is over, and ends where there is nothing to answer for', () => {
    const { step } = story();
    step('2026-11-25', found);
    expect(step('2026-12-03', { type: 'decide-conduct', measure: null, byId: 'shen' })).toBe('closed');
    expect(step('2026-12-03', { type: 'appeal-conduct', byId: 'wang' })).toBe('conduct-not-now');
  });

  it('lets whoever found it decide the appeal where nobody else is left, never whoever decided', () => {
    const { step } = story();
    step('2026-11-25', found);
    step('2026-11-26', { type: 'make-statement', byId: 'wang' });
    step('2026-11-27', { type: 'decide-conduct', measure: 'pay-cut', byId: 'shen' });
    step('2026-11-28', { type: 'appeal-conduct', byId: 'wang' });
    const appeal = (byId: string) =>
      step('2026-11-30', { type: 'decide-conduct-appeal', upheld: false, byId }, ['song', 'shen']);
    expect(appeal('shen')).toBe('decider-decided');
    expect(appeal('song')).toBe('closed');
  });

  it('knows rewards, which nobody gives themselves, and no step on what was never recorded', () => {
    const reward: Step = { type: 'record-reward', staffId: 'wang', reward: 'commended', grounds: [], byId: 'shen' };
    const { step, now } = story();
    expect(step('2026-11-25', { type: 'make-statement', byId: 'wang' })).toBe('unknown-conduct');
    expect(step('2026-11-25', { ...reward, byId: 'wang' } as Step)).toBe('conduct-own');
    expect(step('2026-11-25', reward)).toBe('rewarded');
    expect(now().reward).toBe('commended');
  });
});
