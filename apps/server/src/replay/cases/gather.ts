import { factsNow, sameFacts } from '@shouwen/domain/history/decide';
import type { HistoryFacts, HistoryStep, ImportedCase } from '@shouwen/domain/history/imported-case';
import { FileFault } from '../file/file-fault.ts';
import type { RowSink } from '../file/rows.ts';
import type { Rejects } from '../file/rejects.ts';
import type { CaseRows } from './case-rows.ts';

/** More steps than this are no case: the case number stands in another column. */
const MOST_STEPS = 2_000;
/** More different steps than this are no steps but somebody's words, which have no place in the log. */
const MOST_NAMES = 2_000;

/**
 * Gathers rows into cases, wherever in the file they stand. All of the file is read before anything is written: a file that cannot
 * be read to its end, or has the wrong column mapped, leaves nothing behind.
 */
export class CaseGatherer implements RowSink {
  /** Rows that are one, used or not. */
  rows = 0;
  private readonly cases = new Map<string, { facts: HistoryFacts; steps: HistoryStep[] }>();
  /** Each word once in memory, however often it stands in the file. */
  private readonly words = new Map<string, string>();
  private readonly names = new Set<string>();

  constructor(
    private readonly source: string,
    private readonly reader: CaseRows,
    private readonly rejects: Rejects,
  ) {}

  row(line: number, values: string[]): void {
    const row = this.reader.toCase(values);
    if (typeof row === 'string') {
      this.bad(line, values, row);
      return;
    }
    const found = this.cases.get(row.number);
    if (found && found.steps.length + row.steps.length > MOST_STEPS) {
      this.bad(line, values, `its case has more than ${MOST_STEPS} steps: is the case number in another column?`);
      return;
    }
    this.rows += 1;
    for (const step of row.steps) {
      step.name = this.word(step.name);
      step.by = this.word(step.by);
      this.names.add(step.name);
    }
    if (this.names.size > MOST_NAMES)
      throw new FileFault(
        `The column of steps has more than ${MOST_NAMES} different values: these are no names of steps. Nothing was written.`,
      );
    if (found) {
      if (!sameFacts(found.facts, row.facts)) found.facts = factsNow(found.facts, row.facts);
      found.steps.push(...row.steps);
      return;
    }
    const { responsible, department } = row.facts;
    const facts = { ...row.facts, responsible: this.word(responsible), department: this.word(department) };
    this.cases.set(detached(row.number), { facts, steps: row.steps });
  }

  bad(line: number, values: string[], reason: string): void {
    this.rows += 1;
    this.rejects.add(line, values, reason);
  }

  get size(): number {
    return this.cases.size;
  }

  /** The cases in batches, in the order in which the file first names them: at most so many cases, and steps. */
  *batches(mostCases: number, mostSteps: number): Generator<ImportedCase[]> {
    let batch: ImportedCase[] = [];
    let steps = 0;
    for (const [number, { facts, steps: own }] of this.cases) {
      if (batch.length >= mostCases || (batch.length > 0 && steps + own.length > mostSteps)) {
        yield batch;
        batch = [];
        steps = 0;
      }
      batch.push({ source: this.source, number, ...facts, steps: own });
      steps += own.length;
    }
    if (batch.length > 0) yield batch;
  }

  private word<T extends string | null>(text: T): T {
    if (text === null) return text;
    let known = this.words.get(text);
    if (known === undefined) this.words.set((known = detached(text)), known);
    return known as T;
  }
}

/** A text of its own: a piece cut from a file's text would keep all of that text in memory. */
const detached = (text: string): string => Buffer.from(text).toString();
