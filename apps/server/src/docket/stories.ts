import { randomUUID } from 'node:crypto';
import type { DocketEvent } from '@shouwen/domain/docket/events';
import { docketSubject } from '@shouwen/domain/docket/events';
import type { SaidWords } from '@shouwen/domain/simulation/docket/docket-play';
import type { NewLogEvent } from '../hall-log/log-event.ts';
import type { PersonalData } from '../hall-log/personal-data.ts';

/** Which first contact each event is about, by its number. */
export function storiesOf(events: readonly DocketEvent[]): Map<string, DocketEvent[]> {
  const stories = new Map<string, DocketEvent[]>();
  const ofCase = new Map<string, string>();
  const ofCard = new Map<string, string>();
  for (const event of events) {
    const { kind, data, seq } = event;
    const { contactId: own, caseId, cardId } = data as { contactId?: string; caseId?: string; cardId?: string };
    const contactId = own ?? (cardId === undefined ? ofCase.get(caseId!)! : ofCard.get(cardId)!);
    if (kind === 'case-received') ofCase.set(data.caseId, contactId);
    if (kind === 'card-given') ofCard.set(String(seq), contactId);
    const story = stories.get(contactId);
    if (story) story.push(event);
    else stories.set(contactId, [event]);
  }
  return stories;
}

/** A row of `personal_data` to be. */
interface Sealed {
  ref: string;
  commitment: string;
  sealed: Buffer;
}

/**
 * Simulated events as the log takes them: cards named by the sequence that they will have, words sealed and kept apart.
 * @param head sequence of the last event before.
 */
export function forLog(
  events: readonly DocketEvent[],
  words: ReadonlyMap<string, SaidWords>,
  head: number,
  personal: PersonalData,
): { events: NewLogEvent[]; sealed: Sealed[] } {
  const cards = new Map<string, string>();
  const sealed: Sealed[] = [];
  events.forEach(({ kind, seq }, index) => {
    if (kind === 'card-given') cards.set(String(seq), String(head + 1 + index));
  });
  const written = events.map((event): NewLogEvent => {
    const data = { ...event.data } as Record<string, unknown> & { cardId?: string; words?: { ref: string } | null };
    if (data.cardId !== undefined) data.cardId = cards.get(data.cardId) ?? data.cardId;
    const said = data.words && words.get(data.words.ref);
    if (said) {
      const row = { ref: `docket:${randomUUID()}`, ...personal.seal({ ...said }) };
      sealed.push(row);
      data['words'] = { ref: row.ref, commitment: row.commitment } as never;
    }
    const { kind, day, at } = event;
    return { kind, subject: docketSubject({ kind, data } as unknown as DocketEvent), data, day, at };
  });
  return { events: written, sealed };
}
