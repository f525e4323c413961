import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mappingOf } from '../mapping.ts';
import type { CaseMapping } from './case-mapping.ts';
import { CaseRows, type CaseRow } from './case-rows.ts';
import { officerId } from './officer-id.ts';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'shouwen-mapping-'))));
afterAll(() => rm(folder, { recursive: true }));

async function mapping(value: unknown) {
  const path = join(folder, 'mapping.json');
  await writeFile(path, typeof value === 'string' ? value : JSON.stringify(value));
  return (await mappingOf(path)) as CaseMapping;
}

const COLUMNS = {
  case: 'no',
  step: 'step',
  time: 'time',
  officer: 'who',
  responsible: 'holder',
  start: 'start',
  end: 'end',
  deadline: 'limit',
  department: 'office',
  channel: 'way',
  matter: 'what',
};
const PLAIN = {
  source: 'old',
  columns: COLUMNS,
  empty: ['-'],
  time: { formats: ['iso'], zone: 'Asia/Shanghai' },
  steps: { received: ['收件'], decided: ['办结', '批准'] },
  channels: { 窗口: 'window' },
  departments: { 规划科: 'planning' },
  matters: { 许可: 'permit' },
  staff: { 'res-01': 'liqing' },
};

describe('a mapping', () => {
  it.each([
    ['not JSON', '{', /cannot be read/],
    ['a place of its own', { ...PLAIN, colums: {} }, /colums/],
    ['a source with blanks', { ...PLAIN, source: 'the old one' }, /source: small letters/],
    ['no case number', { ...PLAIN, columns: { step: 'a', time: 'b' } }, /columns.case/],
    ['a step without a time', { ...PLAIN, columns: { case: 'a', step: 'b' } }, /both or not at all/],
    ['nothing that says when', { ...PLAIN, columns: { case: 'a' }, dates: {} }, /nothing says when a case began/],
    ['a step with two meanings', { ...PLAIN, steps: { received: ['a'], decided: ['a'] } }, /step “a” has two meanings/],
    ['a meaning that is none', { ...PLAIN, steps: { eaten: ['a'] } }, /steps/],
    ['a channel that is none', { ...PLAIN, channels: { a: 'pigeon' } }, /channels.a/],
    ['a time zone that is none', { ...PLAIN, time: { zone: 'Mars/Olympus' } }, /time.zone: no time zone/],
  ])('is refused with the place that is wrong: %s', async (_what, value, why) => {
    await expect(mapping(value)).rejects.toThrow(why);
  });

  it('comes bundled for the log that is named in the documents, or is a file that must be there', async () => {
    expect((await mappingOf('coselog-receipt')).time.zone).toBe('Europe/Amsterdam');
    await expect(mappingOf('nothing.json')).rejects.toThrow(/mapping nothing.json cannot be read/);
  });
});

describe('a row', () => {
  const rowsOf = async (change: object = {}) =>
    new CaseRows(await mapping({ ...PLAIN, ...change }), {
      timeZone: 'Asia/Shanghai',
      now: Date.parse('2026-11-24T10:00:00+08:00'),
      officerId: (text) => officerId(text, (secret) => `mac-of-${secret.length}`),
    });
  const GOOD = {
    no: 'A-1',
    step: '收件',
    time: '2026-03-02 09:00',
    who: 'res-01',
    holder: 'res-02',
    start: '2026-03-02 08:50',
    end: '2026-03-06',
    limit: '2026-03-06',
    office: '规划科',
    way: '窗口',
    what: '许可',
  };
  const read = async (change: Partial<Record<keyof typeof GOOD, string>> = {}, mapped: object = {}) => {
    const rows = await rowsOf(mapped);
    return rows.toCase(rows.columns.map((column) => ({ ...GOOD, ...change })[column as keyof typeof GOOD]));
  };

  it('becomes a step and what it says of its case', async () => {
    const at = (text: string) => Date.parse(`${text}+08:00`);
    expect(await read()).toEqual({
      number: 'A-1',
      steps: [{ at: at('2026-03-02T09:00'), name: '收件', by: 'res-01', means: 'received' }],
      facts: {
        startedAt: at('2026-03-02T08:50'),
        // Days are meant to their end: decided on the last day is in time.
        endedAt: at('2026-03-06T23:59:59.999'),
        deadlineAt: at('2026-03-06T23:59:59.999'),
        responsible: 'res-02',
        department: '规划科',
        departmentId: 'planning',
        channel: 'window',
        matterId: 'permit',
        staff: { 'res-01': 'liqing' },
      },
    });
  });

  it.each([
    [{ no: '' }, 'it has no case number'],
    [{ no: 'x'.repeat(101) }, 'its case is longer than 100 characters'],
    [{ no: 'A\u0007' }, 'its case number has control characters'],
    [{ step: '-' }, 'it has no step'],
    [{ step: 'y'.repeat(101) }, 'its step is longer than 100 characters'],
    [{ time: '' }, 'it has no time'],
    [{ time: '2026-02-30 09:00' }, 'time: “2026-02-30 09:00” is no time in the form iso'],
    [{ time: '2026-11-25 09:00' }, 'time: “2026-11-25 09:00” has not come yet'],
    [{ start: '2026-12-01' }, 'start: “2026-12-01” has not come yet'],
    [{ end: '2026-12-01' }, 'end: “2026-12-01” has not come yet'],
    [{ end: '2026-03-01' }, 'the case ends before it begins'],
    [{ end: '2026-03-02 08:49:59' }, 'the case ends before it begins'],
    [{ limit: 'soon' }, 'deadline: “soon” is no time in the form iso'],
    [{ who: 'z'.repeat(101) }, 'its officer is longer than 100 characters'],
  ])('is not used when it is not right: %j', async (change, why) => {
    expect(await read(change)).toBe(why);
  });

  it('may lie ahead with its deadline, and may end on the day on which it began', async () => {
    expect(await read({ limit: '2027-01-31', end: '2026-03-02' })).toMatchObject({ number: 'A-1' });
    expect(await read({ end: '2026-11-24' })).toMatchObject({ number: 'A-1' });
  });

  it('leaves empty what is empty, and tells words that the mapping does not translate', async () => {
    const rows = await rowsOf();
    const values = { ...GOOD, who: '-', holder: '', end: '-', limit: '', way: '信件', what: '', office: '' };
    const row = rows.toCase(rows.columns.map((column) => values[column as keyof typeof GOOD])) as CaseRow;
    expect(row.steps[0]!.by).toBeNull();
    expect(row.facts).toMatchObject({
      endedAt: null,
      deadlineAt: null,
      responsible: null,
      channel: null,
      matterId: null,
    });
    expect([...rows.unmapped]).toEqual([['channel “信件”', 1]]);
  });

  it('takes a formula for a text, and names of the language’s own objects for words', async () => {
    expect(await read({ step: '=1+1', no: '@SUM(A1)', what: 'constructor' })).toMatchObject({
      number: '@SUM(A1)',
      steps: [{ name: '=1+1', means: null }],
      facts: { matterId: null },
    });
  });

  it('writes no name and no number of a person for an officer', async () => {
    for (const who of ['张三', 'Li Qing', '13812341234', '33012219800101123X', 'li.qing@example.org', '../etc']) {
      const row = (await read({ who })) as CaseRow;
      expect(row.steps[0]!.by).toMatch(/^officer-mac-of-/);
    }
    expect(((await read({ who: 'Resource02' })) as CaseRow).steps[0]!.by).toBe('Resource02');
  });

  it('may have a column for each moment instead of steps', async () => {
    const columns = { case: 'no', officer: 'who' };
    const dates = { received: 'start', decided: 'end' };
    expect(await read({}, { columns, dates })).toMatchObject({
      steps: [
        { name: 'start', means: 'received', by: 'res-01' },
        { name: 'end', means: 'decided' },
      ],
    });
    expect(await read({ start: '', end: '' }, { columns, dates })).toBe('nothing in it says when the case began');
    expect(await read({ start: '2026-12-01' }, { columns, dates })).toBe('start: “2026-12-01” has not come yet');
  });
});
