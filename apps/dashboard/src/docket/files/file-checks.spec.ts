import { DEFAULT_FILES } from '@shouwen/domain/case/case-files';
import { faultBefore, isPicture, mediaTypeOf } from './file-checks.ts';

describe('what can be told of a file before it is sent', () => {
  it.each([
    ['身份证.jpg', 1, null],
    ['pasted', 1, null],
    ['身份证.jpg', 0, 'file-empty'],
    ['户口簿.pdf', 20 * 1_048_576, null],
    ['户口簿.pdf', 20 * 1_048_576 + 1, 'file-too-large'],
    ['setup.exe', 1, 'file-type-refused'],
    ['page.svg', 1, 'file-type-refused'],
  ])('%s of %i bytes: %s', (name, size, fault) => {
    expect(faultBefore({ name, size }, DEFAULT_FILES)).toBe(fault);
  });

  it('only pictures are shown by the page, never under a type of their own choice', () => {
    expect([isPicture('jpg'), isPicture('heic'), isPicture('pdf')]).toEqual([true, false, false]);
    expect([mediaTypeOf('png'), mediaTypeOf('docx')]).toEqual(['image/png', 'application/octet-stream']);
  });
});
