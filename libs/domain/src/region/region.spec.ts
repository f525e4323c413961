import { below, covers, isRegion, isRegionCode, levelsOf } from './region.ts';

describe('regions', () => {
  it('have levels by their code; zeros name none', () => {
    expect(levelsOf('360481')).toEqual(['36', '3604', '360481']);
    expect(levelsOf('360400')).toEqual(['36', '3604']);
    expect(levelsOf('360000')).toEqual(['36']);
    expect(levelsOf('360481103205')).toEqual(['36', '3604', '360481', '360481103', '360481103205']);
    expect(levelsOf('360481103000')).toEqual(['36', '3604', '360481', '360481103']);
  });

  it('are codes of 6, 9 or 12 digits without a gap', () => {
    for (const code of ['360000', '360481', '360481103', '360481103205']) expect(isRegionCode(code)).toBe(true);
    for (const code of ['', '36', '3604', '36048', '960481', '360081', '360400103', '36048x', ' 360481', '360481\n'])
      expect(isRegionCode(code)).toBe(false);
  });

  it('cover what lies in them, and only by whole levels', () => {
    expect(covers('36', '360481')).toBe(true);
    expect(covers('3604', '360400')).toBe(true);
    expect(covers('3604', '360000')).toBe(false);
    expect(covers('3604', '360581')).toBe(false);
    for (const none of ['', '3', '360', '36048', '%', '36%', '__', '3600', '360400', ' 36', '36\n', '0'])
      expect([none, isRegion(none), covers(none, '360481')]).toEqual([none, false, false]);
  });

  it('are opened one level at a time', () => {
    expect(below('36', '360481')).toBe('3604');
    expect(below('3604', '360481')).toBe('360481');
    expect(below('3604', '360400')).toBeNull();
    expect(below('37', '360481')).toBeNull();
  });
});
