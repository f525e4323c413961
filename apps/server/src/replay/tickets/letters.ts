const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * Letters of numbers over a whole file: a number is one of its kind on a day, but other systems give one letter to several queues. The
 * queue that comes first in the file keeps the letter, others get one with a second letter behind it. The same file comes to the same.
 */
export class Letters {
  private readonly owners = new Map<string, string>();
  private readonly given = new Map<string, string>();

  /** @param wanted as the file or the catalogue says; `null`: any. @returns `null` when there is no letter left. */
  of(queueId: string, wanted: string | null): string | null {
    const key = `${wanted ?? ''}\u0000${queueId}`;
    let letter = this.given.get(key);
    if (letter !== undefined) return letter;
    letter = candidates(wanted).find((one) => (this.owners.get(one) ?? queueId) === queueId);
    if (letter === undefined) return null;
    this.owners.set(letter, queueId);
    this.given.set(key, letter);
    return letter;
  }
}

function candidates(wanted: string | null): string[] {
  if (wanted === null) return [...ALPHABET].flatMap((first) => [...ALPHABET].map((second) => first + second));
  return wanted.length > 1 ? [wanted] : [wanted, ...[...ALPHABET].map((second) => wanted + second)];
}
