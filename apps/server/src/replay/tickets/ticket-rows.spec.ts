import { ZoneClock } from '@shouwen/domain/time/zone-clock';
import { Letters } from './letters.ts';
import { ticketMapping } from './ticket-mapping.ts';
import { TicketRows, type TicketContext, type ToldTicket } from './ticket-rows.ts';

const MAPPING = {
  rows: 'tickets',
  source: 'old',
  columns: {
    ticket: 'no',
    queue: 'q',
    issued: 'in',
    called: 'call',
    ended: 'out',
    clerk: 'who',
    window: 'w',
    outcome: 'how',
  },
  time: { formats: ['yyyy/M/d H:mm'] },
  queues: { 综合: 'a' },
  staff: { '1007': 'liqing' },
  outcomes: { done: ['办结'], 'no-show': ['过号'] },
};
const clock = new ZoneClock('Asia/Shanghai');
const things = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, {}])) as never;
const CONTEXT: TicketContext = {
  timeZone: 'Asia/Shanghai',
  today: '2026-11-25',
  dayOf: (at) => clock.dayOf(at),
  catalogue: { queues: things('a', 'b'), windows: things('w1'), matters: things('m'), staff: things('liqing') },
  letters: { a: 'A', b: 'B' },
  officerId: (text) => (/^\d+$/.test(text) ? text : 'hidden'),
  only: undefined,
};
const GOOD: Record<string, string> = {
  no: 'A017',
  q: '综合',
  in: '2026/3/2 9:00',
  call: '2026/3/2 9:20',
  out: '2026/3/2 9:30',
  who: '1007',
  w: '3',
  how: '办结',
};
function read(some: Record<string, string>, change: object = {}, context: Partial<TicketContext> = {}) {
  const rows = new TicketRows(ticketMapping.parse({ ...MAPPING, ...change }), { ...CONTEXT, ...context });
  return rows.toTicket(rows.columns.map((name) => ({ ...GOOD, ...some })[name] ?? ''));
}

describe('a row of a log of tickets', () => {
  it('is read by the mapping; windows and clerks that are not ours keep their id, and say whose it is', () => {
    expect(read({})).toEqual({
      day: '2026-03-02',
      letter: 'A',
      n: 17,
      queueId: 'a',
      matterId: null,
      windowId: '3 (old)',
      clerkId: 'liqing',
      issuedAt: Date.parse('2026-03-02T09:00+08:00'),
      calledAt: Date.parse('2026-03-02T09:20+08:00'),
      startedAt: null,
      endedAt: Date.parse('2026-03-02T09:30+08:00'),
      end: 'done',
    });
    expect(read({ who: '王芳', w: '' })).toMatchObject({ clerkId: 'hidden (old)', windowId: '(old)' });
    expect(read({ w: 'w1', how: '?' })).toMatchObject({ windowId: 'w1', end: 'answered' });
    expect(read({ q: '档案' }, { unknownQueues: 'keep' })).toMatchObject({ queueId: '档案 (old)' });
  });

  it.each([
    [{ q: '档案' }, 'its queue “档案” is not known'],
    [{ q: '' }, 'it has no queue'],
    [{ q: '=1+1' }, 'its queue “=1+1” is not known'],
    [{ no: '=HYPERLINK("x")' }, 'its number “=HYPERLINK("x")” is none: letters and digits, like A017'],
    [{ in: '' }, 'nothing in it says when it was issued'],
    [{ in: '=A1' }, 'issued: “=A1” is no time in the form yyyy/M/d H:mm'],
    [{ in: '2026/3/2 -9:00' }, 'issued: “2026/3/2 -9:00” is no time in the form yyyy/M/d H:mm'],
    [{ in: '1026/3/2 9:00' }, /outside the years/],
    [{ call: '2026/3/2 8:59' }, 'it was called before it was issued'],
    [{ out: '2026/3/2 9:19' }, 'it ended before it began'],
    [{ in: '2026/11/25 9:00', call: '', out: '', how: '' }, 'its day, 2026-11-25, is not over yet'],
    [{ w: 'x'.repeat(101) }, 'its window is longer than 100 characters'],
    [{ w: 'a\u0007' }, 'its window has control characters'],
  ])('is refused with the reason: %j', (some, why) => {
    expect(read(some)).toEqual(typeof why === 'string' ? why : expect.stringMatching(why));
  });

  it('may have its day in a column of its own, and be of another hall', () => {
    const columns = { queue: 'q', date: 'day', issued: 'in', hall: 'hall' };
    const row = { day: '2026/3/2', in: '9:00', hall: 'North' };
    expect(read(row, { columns })).toMatchObject({
      issuedAt: Date.parse('2026-03-02T09:00+08:00'),
      letter: 'A',
      n: null,
    });
    expect(read({ ...row, day: '' }, { columns })).toBe('it has no date');
    expect(read(row, { columns }, { only: 'South' })).toBeNull();
    expect((read(row, { columns }, { only: 'North' }) as ToldTicket).day).toBe('2026-03-02');
  });
});

describe('letters of numbers', () => {
  it('are kept by the queue that comes first; another queue with the same one gets a second letter, always the same', () => {
    const letters = new Letters();
    const asked = [
      ['x', 'D'],
      ['y', 'D'],
      ['z', 'D'],
      ['x', 'D'],
      ['y', 'D'],
      ['y', null],
      ['q', 'DA'],
    ] as const;
    expect(asked.map(([queue, wanted]) => letters.of(queue, wanted))).toEqual(['D', 'DA', 'DB', 'D', 'DA', 'AA', null]);
  });
});

describe('a mapping of tickets', () => {
  it('is refused where it contradicts itself', () => {
    const fault = (change: object) => ticketMapping.safeParse({ ...MAPPING, ...change }).error?.issues[0]?.message;
    expect(fault({})).toBeUndefined();
    expect(fault({ columns: { queue: 'q', issued: 'in', ended: 'out' } })).toMatch(/need “called”/);
    expect(fault({ outcomes: { done: ['x'], answered: ['x'] } })).toMatch(/two meanings/);
    expect(fault({ letters: { 综合: '综' } })).toMatch(/capital letters/);
  });
});
