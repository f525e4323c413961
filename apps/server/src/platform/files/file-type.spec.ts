import { SAMPLES, UNWANTED } from '../../../../../test/support/sample-files.ts';
import { typeOf } from './file-type.ts';

describe('what a content is', () => {
  it.each(Object.entries(SAMPLES))('%s', async (type, content) => {
    expect(await typeOf(content)).toBe(type);
  });

  it.each(Object.entries(UNWANTED))('%s is nothing that is taken', async (_what, content) => {
    expect(await typeOf(content)).toBeNull();
  });

  it('nothing at all, and a directory entry cut off, are nothing', async () => {
    expect(await typeOf(Buffer.alloc(0))).toBeNull();
    expect(await typeOf(SAMPLES.ofd.subarray(0, SAMPLES.ofd.length - 60))).toBeNull();
  });
});
