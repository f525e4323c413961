import { pageRule } from './papers.ts';

describe('the page of a paper', () => {
  it('is the sheet’s own size; a roll is as long as what stands on it', () => {
    expect(pageRule('a5', 2_000)).toContain('size: A5');
    expect(pageRule('a4', 2_000)).toContain('size: A4');
    // 960 CSS pixels are ten inches, 254 mm; margins and the cut come on top.
    expect(pageRule('roll', 960)).toContain('size: 80mm 262mm');
  });
});
