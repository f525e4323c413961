import type { Api } from '@shouwen/client/http';
import type { LogEvent } from '@shouwen/contracts/http/hall.operations';
import { FILE_ROWS, readAll } from './read-all.ts';

/** A server whose log holds `size` entries. */
const logOf = (size: number) => ({
  call: (_operation: unknown, { query }: { query: { after: number; limit: number } }) => {
    const from = query.after === 0 ? size : query.after - 1;
    const events = Array.from({ length: Math.min(query.limit, from) }, (_none, n) => ({ seq: from - n }));
    return Promise.resolve({ events });
  },
});
const seqs = async (size: number) =>
  (await readAll(logOf(size) as unknown as Api, 'qingshi', {})).map(({ seq }: LogEvent) => seq);

describe('the file of the log', () => {
  it('holds every entry once, newest first, however many pages there are', async () => {
    expect(await seqs(2345)).toEqual(Array.from({ length: 2345 }, (_none, n) => 2345 - n));
    expect(await seqs(2000)).toHaveLength(2000);
    expect(await seqs(0)).toEqual([]);
  });

  it('ends at what a spreadsheet can hold', async () => {
    const found = await seqs(FILE_ROWS + 10);
    expect(found).toHaveLength(FILE_ROWS);
    expect(found.at(-1)).toBe(11);
  });
});
