import { Readable } from 'node:stream';
import Papa from 'papaparse';
import { FileFault } from './file-fault.ts';
import { LONGEST_VALUE, type RowSink } from './rows.ts';

/** So much text without the end of a row: a quotation mark was opened and never closed, characters. */
const LONGEST_ROW = 8_000_000;

/**
 * Reads a table whose first line names its columns (RFC 4180, any delimiter). Of each row only the columns asked for are handed on:
 * what a mapping does not name is not read in.
 * @param delimiter `undefined`: found from the first lines.
 */
export async function readCsv(
  text: AsyncIterable<string>,
  columns: readonly string[],
  delimiter: string | undefined,
  sink: RowSink,
): Promise<void> {
  const table = new Table(columns, sink);
  let fed = 0;
  async function* feed(): AsyncGenerator<string> {
    for await (const chunk of withoutCarriageReturns(text)) {
      fed += chunk.length;
      if (fed - table.cursor > LONGEST_ROW)
        throw new FileFault(`Line ${table.line}: a quotation mark is opened here and never closed.`);
      yield chunk;
    }
  }
  await new Promise<void>((resolve, reject) => {
    Papa.parse<string[]>(Readable.from(feed(), { highWaterMark: 1 }), {
      delimiter: delimiter ?? '',
      newline: '\n',
      chunk: (results) => {
        try {
          table.take(results);
        } catch (error) {
          reject(error as Error);
        }
      },
      complete: () => resolve(),
      error: (error) => reject(error),
    });
  });
  if (!table.hasHead) throw new FileFault('The file has no first line that names its columns.');
}

/** Line ends of Windows become plain ones, also where a chunk ends between the two characters. */
async function* withoutCarriageReturns(text: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const chunk of text) {
    const all = held + chunk;
    held = all.endsWith('\r') ? '\r' : '';
    yield (held ? all.slice(0, -1) : all).replaceAll('\r\n', '\n');
  }
  if (held) yield held;
}

class Table {
  /** Line on which the next row begins. */
  line = 1;
  /** Characters that have become rows. */
  cursor = 0;
  private places: number[] | null = null;
  private width = 0;

  constructor(
    private readonly columns: readonly string[],
    private readonly sink: RowSink,
  ) {}

  get hasHead(): boolean {
    return this.places !== null;
  }

  take({ data, errors, meta }: Papa.ParseResult<string[]>): void {
    this.cursor = meta.cursor;
    const unquoted = new Set(errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row));
    for (const [n, cells] of data.entries()) {
      const line = this.line;
      for (const cell of cells) if (cell.includes('\n')) this.line += cell.split('\n').length - 1;
      this.line += 1;
      if (cells.length === 1 && cells[0]!.trim() === '') continue;
      if (!this.places) this.readHead(cells);
      else this.readRow(line, cells, unquoted.has(n));
    }
  }

  private readHead(cells: string[]): void {
    const names = cells.map((cell) => cell.trim());
    this.width = names.length;
    this.places = this.columns.map((column) => {
      const place = names.indexOf(column);
      if (place < 0)
        throw new FileFault(`The file has no column “${column}”, which the mapping names. It has: ${names.join(', ')}.`);
      if (names.lastIndexOf(column) !== place) throw new FileFault(`The file has two columns “${column}”.`);
      return place;
    });
  }

  private readRow(line: number, cells: string[], unquoted: boolean): void {
    const values = this.places!.map((place) => (cells[place] ?? '').trim());
    if (unquoted) this.sink.bad(line, values.map(shorten), 'its quotation marks do not match');
    else if (cells.length < this.width || cells.slice(this.width).some((cell) => cell.trim() !== ''))
      this.sink.bad(line, values.map(shorten), `it has ${cells.length} values, the first line names ${this.width} columns`);
    else if (values.some(({ length }) => length > LONGEST_VALUE))
      this.sink.bad(line, values.map(shorten), `a value is longer than ${LONGEST_VALUE} characters`);
    else this.sink.row(line, values);
  }
}

const shorten = (value: string): string => value.slice(0, LONGEST_VALUE);
