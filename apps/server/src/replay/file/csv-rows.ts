import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { parse as parseLine } from 'csv-parse/sync';
import { FileFault } from './file-fault.ts';
import { LONGEST_VALUE, type RowSink } from './rows.ts';

const DELIMITERS = [',', ';', '\t', '|'];
/** Longer rows than this are none: a quotation mark was opened and never closed, bytes. */
const LONGEST_ROW = 1_000_000;

/**
 * Reads a table whose first line names its columns (RFC 4180, any of the usual delimiters). Of each row only the columns asked for are
 * handed on: what a mapping does not name is not read in. A quotation mark inside a value is taken as it stands (`5" pipe`).
 * @param delimiter `undefined`: the one by which the first line has the columns asked for.
 */
export async function readCsv(
  text: AsyncIterable<string>,
  columns: readonly string[],
  delimiter: string | undefined,
  sink: RowSink,
): Promise<void> {
  const { head, all } = await peek(plainLineEnds(text));
  const table = new Table(columns, sink);
  const parser = parse({
    delimiter: delimiter ?? delimiterOf(head, columns),
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_ROW,
    on_record: (cells: string[], { lines }) => {
      table.take(cells, lines);
      return null;
    },
  });
  parser.resume();
  try {
    await pipeline(Readable.from(all), parser);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new FileFault(`Line ${table.line}: a quotation mark is opened here and never closed. Nothing was written.`);
  }
  if (!table.hasHead) throw new FileFault('The file has no first line that names its columns.');
}

/** Line ends of Windows become plain ones, also where a part ends between the two characters: lines are then counted right. */
async function* plainLineEnds(text: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const part of text) {
    const all = held + part;
    held = all.endsWith('\r') ? '\r' : '';
    yield (held ? all.slice(0, -1) : all).replaceAll('\r\n', '\n');
  }
  yield held;
}

/** The first line with something in it, and all of the text again. */
async function peek(text: AsyncGenerator<string>): Promise<{ head: string; all: AsyncIterable<string> }> {
  let begin = '';
  for (let end = false; !end && !begin.trimStart().includes('\n') && begin.length < LONGEST_ROW;) {
    const part = await text.next();
    end = part.done === true;
    begin += part.done ? '' : part.value;
  }
  async function* all(): AsyncGenerator<string> {
    yield begin;
    yield* text;
  }
  return { head: begin.trimStart().split('\n')[0]!.trim(), all: all() };
}

function delimiterOf(head: string, columns: readonly string[]): string {
  const names = (delimiter: string): string[] => {
    const lines = parseLine(head, { delimiter, relax_quotes: true, trim: true, skip_records_with_error: true });
    return (lines as string[][])[0] ?? [];
  };
  return DELIMITERS.find((delimiter) => columns.every((column) => names(delimiter).includes(column))) ?? DELIMITERS[0]!;
}

class Table {
  /** Line on which the next row begins. */
  line = 1;
  private places: number[] | null = null;
  private width = 0;

  constructor(
    private readonly columns: readonly string[],
    private readonly sink: RowSink,
  ) {}

  get hasHead(): boolean {
    return this.places !== null;
  }

  /** @param last line on which the row ends. */
  take(cells: string[], last: number): void {
    const line = this.line;
    this.line = last + 1;
    if (cells.length === 1 && cells[0]!.trim() === '') return;
    if (this.places) this.row(line, last, cells);
    else this.places = this.head(cells);
  }

  private head(cells: string[]): number[] {
    const names = cells.map((cell) => cell.trim());
    this.width = names.length;
    return this.columns.map((column) => {
      const place = names.indexOf(column);
      if (place < 0)
        throw new FileFault(
          `The file has no column “${column}”, which the mapping names. It has: ${names.join(', ')}.`,
        );
      if (names.lastIndexOf(column) !== place) throw new FileFault(`The file has two columns “${column}”.`);
      return place;
    });
  }

  private row(line: number, last: number, cells: string[]): void {
    const values = this.places!.map((place) => (cells[place] ?? '').trim());
    const bad = (reason: string) => this.sink.bad(line, values.map(shorten), reason);
    // Where a mark was opened and not closed, the rows up to the next mark have become one value, which still begins with it.
    if (last > line && cells.some((cell) => cell.startsWith('"') && cell.includes('\n')))
      bad(`its quotation marks do not match: lines ${line} to ${last} run into each other`);
    else if (cells.length < this.width || cells.slice(this.width).some((cell) => cell.trim() !== ''))
      bad(`it has ${cells.length} values, the first line names ${this.width} columns`);
    else if (values.some(({ length }) => length > LONGEST_VALUE))
      bad(`a value is longer than ${LONGEST_VALUE} characters`);
    else this.sink.row(line, values);
  }
}

const shorten = (value: string): string => value.slice(0, LONGEST_VALUE);
