import type { Progress } from '@shouwen/contracts/views/progress.schema';
import { noticeOf } from './notice.ts';

const office = { name: '县住建局', address: '建设路 8 号', telephone: '' };
const said = (kind: string, words: string | null, more: Partial<Progress['words'][number]> = {}) => ({
  at: 1,
  kind,
  words,
  office: null,
  ...more,
});
const step = (kind: string, at: number) => ({ at, kind, data: {} });
const given = (more: Partial<Progress>): Progress =>
  ({
    isCase: true,
    state: 'received',
    result: null,
    settled: null,
    missing: [],
    words: [],
    steps: [],
    ...more,
  }) as Progress;

describe('the notice that a matter is at', () => {
  it.each([
    [{ isCase: false, state: 'open' }, 'first-contact'],
    [{ isCase: false, state: 'settled', settled: 'referred-out' }, 'referred-out'],
    [{ state: 'received' }, 'received'],
    [{ state: 'supplement-asked', missing: [{ zh: '身份证', en: 'ID card' }] }, 'supplement'],
    [{ state: 'deciding' }, 'accepted'],
    [{ state: 'deciding', missing: [{ zh: '复印件', en: 'Copy' }] }, 'accepted-missing'],
    [{ state: 'suspended' }, 'suspended'],
    [{ state: 'refused' }, 'refused'],
    [{ state: 'decided', result: 'denied' }, 'denied'],
    [{ state: 'delivered', result: 'granted' }, 'granted'],
    [{ state: 'withdrawn' }, 'ended'],
  ] as [Partial<Progress>, string][])('%j is %s', (progress, kind) => {
    expect(noticeOf(given(progress)).kind).toBe(kind);
  });

  it('says how to appeal where something was refused, and what happens where something is awaited', () => {
    const of = (more: Partial<Progress>) => {
      const { appeal, otherwiseWithdrawn } = noticeOf(given(more));
      return [appeal, otherwiseWithdrawn];
    };
    expect(of({ state: 'refused' })).toEqual([true, false]);
    expect(of({ state: 'decided', result: 'denied' })).toEqual([true, false]);
    expect(of({ state: 'supplement-asked' })).toEqual([false, true]);
    expect(of({ state: 'deciding', missing: [{ zh: '复印件', en: 'Copy' }] })).toEqual([false, true]);
    expect(of({ state: 'deciding' })).toEqual([false, false]);
  });

  it('carries its own words and office, the last of them, and not those of earlier steps', () => {
    const refused = noticeOf(
      given({
        state: 'refused',
        words: [said('supplement-asked', '请补身份证'), said('case-refused', '不归我们管', { office })],
        steps: [step('case-received', 5), step('case-refused', 9)],
      }),
    );
    expect(refused).toMatchObject({ words: '不归我们管', office, at: 9 });
    expect(noticeOf(given({ state: 'deciding', words: [said('supplement-asked', '请补身份证')] })).words).toBeNull();
  });
});
