/** Numbers as they are written; `more` and `points` are changes, with their sign. */
export type NumberKind = 'count' | 'score' | 'share' | 'minutes' | 'points' | 'more';

/** What a cell holds: shares of 1 and minutes are written with one decimal, counts whole, scores with two. Nothing counted is `null` and reads “—”. */
export type Cell = { kind: 'text'; value: string } | { kind: NumberKind; value: number | null };

export const text = (value: string): Cell => ({ kind: 'text', value: printable(value) });
export const count = (value: number | null): Cell => ({ kind: 'count', value });
export const share = (value: number | null): Cell => ({ kind: 'share', value });

export interface Column {
  head: string;
  /** Its last row is the sum of those above: a formula in Excel. Only counts that add up have one. */
  summed?: boolean;
  /** Width in characters of the sheet, and in shares of the page. */
  width?: number;
}

export interface TableBlock {
  type: 'table';
  title: string;
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
  /** What the reader has to know: what is left out, over what. */
  note?: string;
}

/** A bar per label; what was not counted has none and reads “—”. */
export interface ChartBlock {
  type: 'chart';
  title: string;
  unit: string;
  labels: readonly string[];
  values: readonly (number | null)[];
}

export type Block = { type: 'heading'; text: string } | { type: 'paragraph'; text: string } | TableBlock | ChartBlock;

/** A report as both files hold it: the same figures, written twice. */
export interface Report {
  title: string;
  hall: string;
  /** Which days, as a reader says it. */
  period: string;
  blocks: readonly Block[];
  /** Up to which event, and when it was made. */
  closing: string;
}

export const EMPTY = '—';

const DIGITS: Readonly<Record<NumberKind, Intl.NumberFormat>> = {
  count: new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 0 }),
  score: new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
  more: new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 0, signDisplay: 'exceptZero' }),
  share: new Intl.NumberFormat('zh-CN', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  minutes: new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  points: new Intl.NumberFormat('zh-CN', {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  }),
};

/** A cell as it is read. */
export function written(cell: Cell): string {
  if (cell.kind === 'text') return cell.value === '' ? EMPTY : cell.value;
  return cell.value === null ? EMPTY : DIGITS[cell.kind].format(cell.value);
}

/** The sums of a table's columns, `null` where a column has none. */
export function sumsOf({ columns, rows }: TableBlock): (number | null)[] | null {
  if (rows.length === 0 || !columns.some(({ summed }) => summed)) return null;
  return columns.map(({ summed }, at) =>
    summed ? rows.reduce((sum, row) => sum + Number(row[at]?.value ?? 0), 0) : null,
  );
}

/** Characters that no XML may hold, nor a file hold without breaking, are left out of names. */
const printable = (value: string): string =>
  value.replaceAll(/[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');

/** Rows in the order of the hall's own list; what is not in it — chosen by nobody, or gone since — comes first. */
export function inOrderOf<T>(list: readonly { id: string }[], rows: readonly T[], keyOf: (row: T) => string): T[] {
  const places = new Map(list.map(({ id }, at) => [id, at]));
  return [...rows].sort((a, b) => (places.get(keyOf(a)) ?? -1) - (places.get(keyOf(b)) ?? -1));
}
