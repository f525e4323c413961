import { compression } from './compression.ts';

describe('compression rate', () => {
  it('is what is promised below the law over what the law allows; immediate matters have neither', () => {
    const matters = [
      { legalDays: 20, promisedDays: 5 },
      { legalDays: 10, promisedDays: 10 },
      { legalDays: null, promisedDays: null },
    ];
    expect(compression(matters)).toEqual({ rate: 0.5, legal: 30, promised: 15, count: 2 });
    expect(compression([matters[2]!])).toBeNull();
  });
});
