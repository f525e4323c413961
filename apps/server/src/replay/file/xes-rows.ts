import sax from 'sax';
import { FileFault } from './file-fault.ts';
import { LONGEST_VALUE, type RowSink } from './rows.ts';

/** Elements of XES that hold one value. Lists, containers and what is nested in an attribute are passed over. */
const VALUES: ReadonlySet<string> = new Set(['string', 'date', 'int', 'float', 'boolean', 'id']);
/** Before the name of a trace's attribute, as in the tables that are made from such logs. */
const OF_TRACE = 'case:';

/**
 * Reads an event log (XES, IEEE 1849), one row to an event. Attributes of the trace are asked for as `case:NAME`, those of the event as
 * `NAME`; attributes not asked for are not read in. A trace without events is a bad row.
 */
export async function readXes(text: AsyncIterable<string>, columns: readonly string[], sink: RowSink): Promise<void> {
  const log = new EventLog(columns, sink);
  const parser = sax.parser(true, { position: true });
  const fail = (why: string): never => {
    throw new FileFault(`Line ${parser.line + 1}: ${why}`);
  };
  parser.onerror = ({ message }) => fail(`not well-formed XML (${message.split('\n')[0]}).`);
  parser.onopentag = ({ name, attributes }) => {
    log.open(name, attributes as Record<string, string>, parser.line + 1, fail);
  };
  parser.onclosetag = (name) => log.close(name);
  for await (const chunk of text) parser.write(chunk);
  parser.close();
  if (!log.seen) fail('there is no log in it.');
}

class EventLog {
  seen = false;
  private readonly path: string[] = [];
  private readonly places: ReadonlyMap<string, number>;
  private trace: string[] = [];
  private traceLine = 0;
  private events: { line: number; values: string[] }[] = [];

  constructor(
    columns: readonly string[],
    private readonly sink: RowSink,
  ) {
    this.places = new Map(columns.map((column, place) => [column, place]));
  }

  open(name: string, attributes: Record<string, string>, line: number, fail: (why: string) => never): void {
    const parent = this.path.at(-1);
    if (parent === undefined && name !== 'log') fail(`an event log begins with “log”, this file with “${name}”.`);
    this.seen = true;
    this.path.push(name);
    if (name === 'trace' && parent === 'log') {
      this.trace = this.blank();
      this.traceLine = line;
      this.events = [];
    } else if (name === 'event' && parent === 'trace') this.events.push({ line, values: this.blank() });
    else if (VALUES.has(name)) this.value(parent, attributes);
  }

  private value(parent: string | undefined, { key = '', value = '' }: Record<string, string>): void {
    const [row, column] =
      parent === 'trace' ? [this.trace, OF_TRACE + key] : parent === 'event' ? [this.events.at(-1)?.values, key] : [];
    const place = column === undefined ? undefined : this.places.get(column);
    if (row && place !== undefined) row[place] = value.trim();
  }

  private blank(): string[] {
    return Array.from(this.places, () => '');
  }

  close(name: string): void {
    this.path.pop();
    if (name !== 'trace' || this.path.length !== 1) return;
    if (this.events.length === 0) this.sink.bad(this.traceLine, this.trace, 'the case has no steps');
    for (const { line, values } of this.events) this.give(line, values);
  }

  private give(line: number, values: string[]): void {
    const whole = values.map((value, place) => value || this.trace[place]!);
    if (whole.some(({ length }) => length > LONGEST_VALUE))
      this.sink.bad(
        line,
        whole.map((value) => value.slice(0, LONGEST_VALUE)),
        `a value is longer than ${LONGEST_VALUE} characters`,
      );
    else this.sink.row(line, whole);
  }
}
