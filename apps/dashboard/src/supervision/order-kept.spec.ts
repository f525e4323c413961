import type { LogEvent } from '@shouwen/contracts/http/hall.operations';
import { countCalls, NO_CALLS } from './order-kept.ts';

const call = (seq: number, kept: boolean): LogEvent => ({
  seq,
  at: seq,
  day: '2026-11-24',
  actor: 'staff:liqing',
  kind: 'ticket-called',
  subject: 'ticket:2026-11-24.A001',
  data: { kept },
  hash: '',
});

describe('order kept', () => {
  it('is calls of the smallest rank out of all calls, counted onwards', () => {
    const morning = countCalls(NO_CALLS, [call(3, true), call(5, false), call(8, true)]);
    const noon = countCalls(morning, [call(9, false), call(12, true)]);
    expect(noon).toMatchObject({ kept: 3, calls: 5, seq: 12 });
    expect(noon.others.map(({ seq }) => seq)).toEqual([9, 5]);
  });

  it('stays where it is when nobody was called', () => {
    expect(countCalls(NO_CALLS, [])).toEqual(NO_CALLS);
  });
});
