import { weekdayOf } from '../time/zoned.ts';
import type { ServiceDay } from '../time/instant.ts';
import { type Measure, type Measures, noMeasures } from './measures.ts';
import { cellOf, type Scope, SCOPES, WHOLE } from './scopes.ts';
import { Waits } from './waits.ts';

/** Something counted once, with everything by which it may be asked for; `null` where it has none. */
export interface Counted {
  keys: Readonly<Record<Exclude<Scope, 'hall'>, string | null>>;
  /** Hour of the hall's wall clock; `null` for what is counted by the day only. */
  hour: number | null;
  measures: Partial<Measures>;
  /** Waits in it, ms, with how many of each. */
  waits?: readonly (readonly [waitedMs: number, count: number])[];
}

/** A line of the rollup: one scope and key, the whole day or an hour of it. */
export interface Cell {
  scope: Scope;
  key: string;
  cell: number;
  measures: Measures;
  waits: Waits;
  /** Waits by columns of five minutes. */
  columns: number[];
}

/** A day's figures by every scope, whole and by the hour: the sum of what was counted. */
export function rollDay(day: ServiceDay, counted: readonly Counted[], columnOf: (ms: number) => number): Cell[] {
  const cells = new Map<string, Cell>();
  const weekday = (weekdayOf(day) + 6) % 7;
  for (const { keys, hour, measures, waits = [] } of counted) {
    const sums = Object.entries(measures) as [Measure, number][];
    const list = new Waits();
    const columns: number[] = [];
    for (const [ms, count] of waits) {
      list.add(ms, count);
      const column = columnOf(ms);
      columns[column] = (columns[column] ?? 0) + count;
    }
    for (const scope of SCOPES) {
      const key = scope === 'hall' ? '' : keys[scope];
      if (key === null) continue;
      for (const cell of hour === null ? [WHOLE] : [WHOLE, cellOf(weekday, hour)]) {
        const id = `${scope}\u0000${key}\u0000${cell}`;
        let one = cells.get(id);
        if (!one) cells.set(id, (one = { scope, key, cell, measures: noMeasures(), waits: new Waits(), columns: [] }));
        for (const [name, value] of sums) one.measures[name] += value;
        one.waits.addAll(list);
        columns.forEach((count, column) => {
          while (one.columns.length <= column) one.columns.push(0);
          one.columns[column]! += count;
        });
      }
    }
  }
  return [...cells.values()];
}
