import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';

export interface Rejected {
  line: number;
  reason: string;
}

/** Kept for the terminal; all of them are in the file. */
const SHOWN = 20;
const GATHERED = 500;

/**
 * Rows that could not be used, each with its line and why, as a table beside the file they come from. It has only the columns that
 * the mapping names, so what is put right in it can be replayed itself.
 */
export class Rejects {
  count = 0;
  readonly first: Rejected[] = [];
  /** Why the table could not be written, if it could not: rows are then still told on the terminal. */
  fault: string | null = null;
  private file: number | null = null;
  private gathered: string[][] = [];

  constructor(
    readonly path: string,
    private readonly columns: readonly string[],
  ) {}

  add(line: number, values: readonly string[], reason: string): void {
    this.count += 1;
    if (this.first.length < SHOWN) this.first.push({ line, reason });
    this.gathered.push([String(line), reason, ...values]);
    if (this.gathered.length >= GATHERED) this.flush();
  }

  /** Writes what is left. When every row was used, a table of an earlier try is removed. */
  close(): void {
    this.flush();
    if (this.file !== null) closeSync(this.file);
    this.file = null;
    if (this.count === 0) this.trying(() => rmSync(this.path, { force: true }));
  }

  private flush(): void {
    const rows = this.gathered;
    this.gathered = [];
    if (rows.length === 0 || this.fault !== null) return;
    this.trying(() => {
      if (this.file === null) {
        // Beside the file and for its owner alone: it holds what the file holds.
        this.file = openSync(this.path, 'w', 0o600);
        writeSync(this.file, `\uFEFF${toCsv([['line', 'reason', ...this.columns]])}`);
      }
      writeSync(this.file, toCsv(rows));
    });
  }

  private trying(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.fault = (error as Error).message;
    }
  }
}

/** A cell that a spreadsheet would take for a formula is led by an apostrophe (CSV injection, OWASP). */
const toCsv = (rows: string[][]): string => stringify(rows, { escape_formulas: true, record_delimiter: 'windows' });
