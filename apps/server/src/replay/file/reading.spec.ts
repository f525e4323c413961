import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readCsv } from './csv-rows.ts';
import { decoded, detectEncoding } from './encoding.ts';
import type { RowSink } from './rows.ts';
import { openSource } from './source-file.ts';
import { readXes } from './xes-rows.ts';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'shouwen-replay-'))));
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** 办件,步骤 in GB18030. */
const GB = Buffer.from('b0ecbcfe2cb2bdd6e8', 'hex');
/** 受理 in GB18030. */
const GB_ACCEPTED = Buffer.from('cadcc0ed', 'hex');

type Taken = [line: number, values: string[], bad?: string];
function sink(): RowSink & { taken: Taken[] } {
  const taken: Taken[] = [];
  return {
    taken,
    row: (line, values) => taken.push([line, values]),
    bad: (line, values, reason) => taken.push([line, values, reason]),
  };
}

async function csv(text: string | string[], columns: string[], delimiter?: string): Promise<Taken[]> {
  const taken = sink();
  async function* chunks() {
    yield* typeof text === 'string' ? [text] : text;
  }
  await readCsv(chunks(), columns, delimiter, taken);
  return taken.taken;
}

async function textOf(path: string, encoding?: string): Promise<{ encoding: string; text: string }> {
  const source = await openSource(path);
  const found = encoding ?? (await detectEncoding(source));
  let text = '';
  for await (const part of decoded(source, found)) text += part;
  return { encoding: found, text };
}

describe('what a file is', () => {
  it.each([
    ['a.docx', 'x', /names end in/],
    ['empty.csv', '', /is empty/],
    ['book.csv', Buffer.from('PK\u0003\u0004rest'), /Excel workbook or a ZIP/],
    ['old.csv', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /old Excel workbook/],
    ['paper.csv', '%PDF-1.7', /PDF/],
    ['binary.csv', Buffer.from('a,b\n1,\0\n'), /zero bytes/],
    ['page.csv', ' <table><tr>', /XML or HTML/],
    ['table.xes', 'a,b\n1,2\n', /not XML/],
    ['packed.csv', gzipSync('a,b\n'), /is packed with gzip: its name says otherwise/],
    ['plain.csv.gz', 'a,b\n', /is not packed with gzip/],
  ])('%s is refused when it is not what its name says', async (name, content, why) => {
    await expect(openSource(await file(name, content))).rejects.toThrow(why);
  });

  it('is refused when it is missing, or was cut off', async () => {
    await expect(openSource(join(folder, 'none.csv'))).rejects.toThrow(/no such file/);
    const packed = gzipSync(Buffer.from(Array.from({ length: 50_000 }, (_, n) => `row ${n * 7919}\n`).join('')));
    const path = await file('cut.csv.gz', packed.subarray(0, packed.length - 2_000));
    await expect(textOf(path)).rejects.toThrow(/cut off on its way/);
  });
});

describe('how a file is written', () => {
  const xml = '<?xml version="1.0" encoding="GBK"?><log a="';
  it.each([
    ['ascii.csv', 'utf-8', 'a,b\n1,2\n', 'a,b\n1,2\n'],
    ['utf8.csv', 'utf-8', '办件,步骤\n', '办件,步骤\n'],
    ['bom.csv', 'utf-8', '\uFEFF办件,步骤\n', '办件,步骤\n'],
    ['gb.csv', 'gb18030', Buffer.concat([GB, Buffer.from('\n1,'), GB_ACCEPTED]), '办件,步骤\n1,受理'],
    ['utf16.csv', 'utf-16le', Buffer.from('\uFEFF办件,b\n', 'utf16le'), '办件,b\n'],
    ['gb.csv.gz', 'gb18030', gzipSync(GB), '办件,步骤'],
    ['said.xes', 'gbk', Buffer.concat([Buffer.from(xml), GB_ACCEPTED, Buffer.from('"/>')]), `${xml}受理"/>`],
  ])('%s is found to be %s', async (name, encoding, content, text) => {
    expect(await textOf(await file(name, content))).toEqual({ encoding, text });
  });

  it('two encodings in one file are refused with the lines, also over the borders of what is read at a time', async () => {
    const filler = Buffer.from(`${'x'.repeat(99)}\n`.repeat(4_000));
    const path = await file('two.csv', Buffer.concat([Buffer.from('办件\n'), filler, GB, Buffer.from('\n')]));
    await expect(textOf(path)).rejects.toThrow('two encodings: line 1 is UTF-8, line 4002 is GB18030');
  });

  it('what is neither is refused, unless the mapping names it', async () => {
    const path = await file('latin.csv', Buffer.from('caf\u00e9,b\n', 'latin1'));
    await expect(textOf(path)).rejects.toThrow(/Line 1 is written neither in UTF-8 nor in GB18030/);
    expect((await textOf(path, 'windows-1252')).text).toBe('café,b\n');
    await expect(textOf(path, 'utf-8')).rejects.toThrow(/not written in utf-8 throughout/);
    await expect(textOf(path, 'klingon')).rejects.toThrow(/no encoding “klingon”/);
  });
});

describe('rows of a table', () => {
  it('hands on the columns asked for and nothing else, by line', async () => {
    const rows = await csv('id,citizen,step\n1,张三, a \n\n2,李四,b\n', ['step', 'id']);
    expect(rows).toEqual([
      [2, ['a', '1']],
      [4, ['b', '2']],
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/张三|李四/);
  });

  it.each([
    ['id;step\n1;a\n', undefined],
    ['id\tstep\n1\ta\n', undefined],
    ['id|step\r\n1|a\r\n', '|'],
    ['"id","step"\n"1","a"', undefined],
  ])('reads %j', async (text, delimiter) => {
    expect(await csv(text, ['id', 'step'], delimiter)).toEqual([[2, ['1', 'a']]]);
  });

  it('keeps count of lines over quoted line ends, and over chunks that end anywhere', async () => {
    const text = 'id,step\r\n1,"two\r\nlines, ""quoted"""\r\n2,b\r\n';
    const whole = await csv(text, ['id', 'step']);
    expect(whole).toEqual([
      [2, ['1', 'two\nlines, "quoted"']],
      [4, ['2', 'b']],
    ]);
    expect(await csv([...text], ['id', 'step'])).toEqual(whole);
  });

  it('says which rows are none: too few values, too many, a value without end, rows that run into each other', async () => {
    const text = `id,step\n1\n2,b,c\n3,c,\n4,${'d'.repeat(2_001)}\n5,"open\n6,f\n7,"g"\n8,h\n`;
    expect((await csv(text, ['id', 'step'])).map(([line, [id], why]) => [line, id, why])).toEqual([
      [2, '1', 'it has 1 values, the first line names 2 columns'],
      [3, '2', 'it has 3 values, the first line names 2 columns'],
      [4, '3', undefined],
      [5, '4', 'a value is longer than 2000 characters'],
      [6, '5', 'its quotation marks do not match: lines 6 to 8 run into each other'],
      [9, '8', undefined],
    ]);
  });

  it('takes a stray quotation mark as it stands, without losing the rows after it', async () => {
    expect(await csv('id,step\n1,5" pipe\n2,"a" b\n3,c\n', ['id', 'step'])).toEqual([
      [2, ['1', '5" pipe']],
      [3, ['2', '"a" b']],
      [4, ['3', 'c']],
    ]);
  });

  it('refuses a file without a column that the mapping names, or with it twice, or without lines', async () => {
    await expect(csv('id,what\n', ['id', 'step'])).rejects.toThrow(
      'no column “step”, which the mapping names. It has: id, what',
    );
    await expect(csv('id,id\n', ['id'])).rejects.toThrow('two columns “id”');
    await expect(csv('\n\n', ['id'])).rejects.toThrow('no first line');
  });

  it('refuses a file in which a quotation mark is opened and never closed, before it fills the memory', async () => {
    const open = ['id,step\n1,a\n2,"b\n'];
    await expect(csv(open, ['id', 'step'])).rejects.toThrow('Line 3: a quotation mark');
    let read = 0;
    async function* endless() {
      yield* open;
      for (; read < 1_000; read++) yield await Promise.resolve('x'.repeat(50_000));
    }
    await expect(readCsv(endless(), ['id', 'step'], undefined, sink())).rejects.toThrow('Line 3: a quotation mark');
    expect(read).toBeLessThan(200);
  });
});

const XES = `<?xml version="1.0" encoding="UTF-8" ?>
<log xes.version="1.0" xmlns="http://www.xes-standard.org/">
  <extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
  <global scope="event"><string key="concept:name" value="nothing"/></global>
  <string key="concept:name" value="a log"/>
  <trace>
    <string key="concept:name" value="A-1"/>
    <string key="applicant" value="somebody"/>
    <event>
      <string key="concept:name" value="received &amp; noted"><string key="concept:name" value="nested"/></string>
      <date key="time:timestamp" value="2026-03-02T09:00:00.000+08:00"/>
    </event>
    <event><string key="concept:name" value="decided"/></event>
  </trace>
  <trace><string key="concept:name" value="A-2"/></trace>
</log>`;

describe('rows of an event log', () => {
  const xes = async (text: string, columns: string[]): Promise<Taken[]> => {
    const taken = sink();
    async function* chunks() {
      for (let n = 0; n < text.length; n += 7) yield text.slice(n, n + 7);
    }
    await readXes(chunks(), columns, taken);
    return taken.taken;
  };

  it('are its events, with what their trace says; what is nested or not asked for is left', async () => {
    const rows = await xes(XES, ['case:concept:name', 'concept:name', 'time:timestamp']);
    expect(rows).toEqual([
      [9, ['A-1', 'received & noted', '2026-03-02T09:00:00.000+08:00']],
      [13, ['A-1', 'decided', '']],
      [15, ['A-2', '', ''], 'the case has no steps'],
    ]);
    expect(JSON.stringify(rows)).not.toContain('somebody');
  });

  it.each([
    ['<logs></logs>', /begins with “log”, this file with “logs”/],
    [XES.slice(0, -20), /not well-formed XML/],
    [XES.replace('</event>', '</evnt>'), /Line 1\d: not well-formed XML/],
    [XES.replace('&amp;', '&secret;'), /not well-formed XML/],
    ['<?xml version="1.0"?>', /no log in it|not well-formed/],
  ])('are refused when the file is none (%#)', async (text, why) => {
    await expect(xes(text, ['concept:name'])).rejects.toThrow(why);
  });
});
