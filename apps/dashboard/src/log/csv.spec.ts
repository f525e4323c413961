import { toCsv } from './csv.ts';

describe('CSV export', () => {
  it('disarms cells that a spreadsheet would run', () => {
    expect(toCsv([['=1+1', '+86', '-2', '@a', 'plain']])).toBe("\uFEFF'=1+1,'+86,'-2,'@a,plain\r\n");
  });
  it('quotes commas, quotes and line breaks', () => {
    expect(toCsv([['a,b', 'say "hi"', 'two\nlines']])).toBe('\uFEFF"a,b","say ""hi""","two\nlines"\r\n');
  });
  it('leaves numbers numbers, also negative ones', () => {
    expect(toCsv([[-5, 12]])).toBe('\uFEFF-5,12\r\n');
  });
});
