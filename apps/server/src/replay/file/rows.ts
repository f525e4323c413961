/** Takes a file's rows one after another. */
export interface RowSink {
  /** A row: the values of the columns asked for, in their order, without blanks around; '' where there is none. */
  row(line: number, values: string[]): void;
  /** A row that is none; `values` as far as they could be told apart. */
  bad(line: number, values: string[], reason: string): void;
}

/** Longer values than this are no value of a table but a mistake in it, characters. */
export const LONGEST_VALUE = 2_000;
