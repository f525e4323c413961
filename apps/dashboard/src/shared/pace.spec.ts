import type { WindowTicket } from '@shouwen/contracts/views/board.schema';
import { handledMs, paceOf } from './pace.ts';

const START = 1_764_000_000_000;
const ticket = (more: Partial<WindowTicket> = {}): WindowTicket => ({
  id: '2026-11-24.A001',
  number: 'A001',
  queueId: 'a',
  matterId: 'permit',
  headStart: null,
  state: 'serving',
  issuedAt: START,
  waitingSince: START,
  calls: 1,
  calledAt: START,
  lastCallAt: START,
  startedAt: START,
  heldMs: 0,
  heldSince: null,
  standardSeconds: 450,
  ...more,
});
const after = (seconds: number) => START + seconds * 1000;

describe('the clock at the window', () => {
  it('is amber from 80 % of the matter’s standard on and red from 100 % on, in seconds', () => {
    const pace = (seconds: number) => paceOf(ticket(), after(seconds));
    expect([pace(0), pace(359), pace(360), pace(449), pace(450)]).toEqual(['within', 'within', 'near', 'near', 'over']);
  });

  it('stands still while the ticket is held, and has not begun before the citizen is there', () => {
    const held = ticket({ heldMs: 60_000, heldSince: after(200) });
    expect(handledMs(held, after(900))).toBe(140_000);
    expect(paceOf(held, after(900))).toBe('within');
    const called = ticket({ state: 'called', startedAt: null });
    expect([handledMs(called, after(900)), paceOf(called, after(900))]).toEqual([null, 'within']);
  });
});
