import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { subjectOf } from './log-filter.ts';

const windows = [{ id: 'w5', number: 5 }] as PublicCatalogue['windows'];
const asked = (typed: string) => subjectOf(typed, '2026-11-24', windows);

describe('what is typed into the log’s search', () => {
  it.each([
    ['A017', 'ticket:2026-11-24.A017'],
    ['a17', 'ticket:2026-11-24.A017'],
    ['A1017', 'ticket:2026-11-24.A1017'],
    ['5', 'window:w5'],
    [' window:w12 ', 'window:w12'],
    ['day', 'day'],
    ['', undefined],
  ])('%j is the subject %j', (typed, subject) => {
    expect(asked(typed)).toBe(subject);
  });
});
