import { readDetail, writeDetail, type Detail } from './detail.ts';

const DETAILS: Detail[] = [
  { figure: 'beyond-promise' },
  { figure: 'waiting', queueId: 'social' },
  { subject: 'ticket:2026-11-24.A017' },
  { list: 'windows' },
  { list: 'order' },
];

describe('the address of a detail', () => {
  it.each(DETAILS)('opens the same for a colleague: %j', (detail) => {
    expect(readDetail(new URLSearchParams(writeDetail(detail, null)))).toEqual(detail);
  });

  it('carries the day when a link is kept for later', () => {
    expect(writeDetail({ figure: 'finished' }, '2026-11-24')).toEqual({ figure: 'finished', day: '2026-11-24' });
  });

  it('opens nothing for what does not exist', () => {
    expect(readDetail(new URLSearchParams('figure=profit'))).toBeNull();
    expect(readDetail(new URLSearchParams('list=secrets'))).toBeNull();
    expect(readDetail(new URLSearchParams())).toBeNull();
    expect(writeDetail(null, '2026-11-24')).toEqual({});
  });
});
