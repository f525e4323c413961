import writeExcelFile from 'write-excel-file/node';
import { sumFormula } from '@shouwen/domain/report/report';
import { type Cell, type Column, EMPTY, type Report, sumsOf, type TableBlock } from './report-model.ts';

const FORMAT = {
  count: '#,##0',
  share: '0.0%',
  score: '0.00',
  minutes: '0.0',
  points: '+0.0;-0.0;0.0',
  more: '+#,##0;-#,##0;0',
} as const;
const HEAD = { fontWeight: 'bold', backgroundColor: '#E7ECF2', align: 'center', wrap: true } as const;
/** What Excel does not take in a sheet's name. */
const NO_NAME = /[\\/?*[\]:']/g;
const LONGEST_NAME = 31;

type Sheet = Extract<Parameters<typeof writeExcelFile>[0], readonly { data: unknown }[]>[number];

/**
 * A report as an Excel file: a sheet per table, heads frozen, numbers as numbers, sums as formulas. A name that looks like a formula is
 * a text like any other: only sums of ours are formulas.
 */
export async function excelFile(report: Report): Promise<Buffer> {
  const tables = report.blocks.filter((block) => block.type === 'table');
  const names = new Set<string>();
  const sheets = tables.map((table) => sheetOf(table, freeName(table.title, names)));
  return writeExcelFile([coverOf(report, freeName('说明', names)), ...sheets]).toBuffer();
}

function coverOf({ title, hall, period, closing, blocks }: Report, sheet: string): Sheet {
  const words = blocks.flatMap((block) => (block.type === 'paragraph' ? [[tall(block.text)]] : []));
  return {
    sheet,
    columns: [{ width: COVER_WIDTH }],
    stickyRowsCount: 1,
    data: [
      [{ ...string(title), fontWeight: 'bold', fontSize: 16 }],
      [string(hall)],
      [string(period)],
      ...words,
      [tall(closing)],
    ],
  };
}

function sheetOf(table: TableBlock, sheet: string): Sheet {
  const { columns, rows, note } = table;
  const sums = sumsOf(table);
  const total =
    sums && sums.map((sum, at) => (sum === null ? string(at === 0 ? '合计' : '') : sumCell(at, rows.length)));
  return {
    sheet,
    columns: columns.map((column) => ({ width: widthOf(column) })),
    stickyRowsCount: 1,
    orientation: 'landscape',
    data: [
      columns.map(({ head }) => ({ ...string(head), ...HEAD })),
      ...(rows.length === 0 ? [columns.map(() => string(EMPTY))] : rows.map((row) => rowOf(row, columns))),
      ...(total ? [total] : []),
      ...(note ? [[], [string(note)]] : []),
    ],
  };
}

const COVER_WIDTH = 90;
/** Points of a line. */
const LINE = 16;
const widthOf = ({ width = 10 }: Column): number => width * 1.6;
/** Lines that a text takes in a column: a Chinese character is two wide. Not every program fits the height of a row by itself. */
const linesOf = (value: string, width: number): number =>
  Math.ceil([...value].reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1.1), 0) / width) || 1;

const string = (value: string, wrap = false) => ({ type: String, value, wrap });
const tall = (value: string) => ({ ...string(value, true), height: linesOf(value, COVER_WIDTH) * LINE });

function rowOf(row: readonly Cell[], columns: readonly Column[]) {
  const lines = row.map((cell, at) => (cell.kind === 'text' ? linesOf(cell.value, widthOf(columns[at]!)) : 1));
  const height = Math.max(...lines) * LINE;
  return row.map((cell) => ({ ...cellOf(cell), alignVertical: 'center' as const, height }));
}

const sumCell = (column: number, rows: number) =>
  ({ type: 'Formula', value: sumFormula(column, 2, rows + 1), format: FORMAT.count, fontWeight: 'bold' }) as const;

function cellOf(cell: Cell) {
  if (cell.kind === 'text') return string(cell.value === '' ? EMPTY : cell.value, true);
  if (cell.value === null) return { ...string(EMPTY), align: 'right' } as const;
  return { type: Number, value: cell.value, format: FORMAT[cell.kind] };
}

/** A name that no other sheet has, as Excel takes it. */
function freeName(title: string, taken: Set<string>): string {
  const base = title.replaceAll(NO_NAME, ' ').slice(0, LONGEST_NAME);
  let name = base;
  for (let n = 2; taken.has(name); n++) name = `${base.slice(0, LONGEST_NAME - 4)} ${n}`;
  taken.add(name);
  return name;
}
