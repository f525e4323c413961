import type { Instant } from '../time/instant.ts';

/** Things that will happen, earliest first; equal moments in the order in which they were noted. A binary heap. */
export class Agenda<T> {
  private readonly heap: { at: Instant; order: number; item: T }[] = [];
  private noted = 0;

  get size(): number {
    return this.heap.length;
  }

  add(at: Instant, item: T): void {
    this.heap.push({ at, order: this.noted++, item });
    let index = this.heap.length - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.before(index, parent)) break;
      this.swap(index, parent);
      index = parent;
    }
  }

  take(): { at: Instant; item: T } | undefined {
    const first = this.heap[0];
    const last = this.heap.pop();
    if (!first || !last) return undefined;
    if (this.heap.length > 0) {
      this.heap[0] = last;
      this.sink(0);
    }
    return first;
  }

  private sink(start: number): void {
    let index = start;
    for (;;) {
      const left = index * 2 + 1;
      let smallest = index;
      for (const child of [left, left + 1])
        if (child < this.heap.length && this.before(child, smallest)) smallest = child;
      if (smallest === index) return;
      this.swap(index, smallest);
      index = smallest;
    }
  }

  private before(a: number, b: number): boolean {
    const [one, other] = [this.heap[a]!, this.heap[b]!];
    return one.at - other.at < 0 || (one.at === other.at && one.order < other.order);
  }

  private swap(a: number, b: number): void {
    [this.heap[a], this.heap[b]] = [this.heap[b]!, this.heap[a]!];
  }
}
