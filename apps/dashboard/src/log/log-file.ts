import type { LogEvent } from '@shouwen/contracts/http/hall.operations';
import { personName } from '@shouwen/client/names';
import { sentenceOf, type SentenceWords } from '../shared/sentence.ts';
import { actorName } from './actor-name.ts';
import { toCsv } from './csv.ts';

/** The log as CSV. The log names no citizen, so there is nothing in it to mask (DOMAIN §10). Times in UTC (ISO 8601). */
export function logFile(events: readonly LogEvent[], words: SentenceWords): string {
  const { t, lng, staff } = words;
  const nameOf = (id: string) =>
    personName(
      staff.find((one) => one.id === id),
      lng,
    );
  const head = [
    t('supervision.seq'),
    t('supervision.time'),
    t('supervision.day'),
    t('supervision.kind'),
    t('supervision.what'),
    t('supervision.who'),
    t('supervision.subject'),
    t('supervision.hash'),
  ];
  const rows = events.map((event) => [
    event.seq,
    new Date(event.at).toISOString(),
    event.day,
    event.kind,
    sentenceOf(event, words),
    actorName(event.actor, t, nameOf),
    event.subject,
    event.hash,
  ]);
  return toCsv([head, ...rows]);
}

/** Hands a text to the browser as a file. */
export function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
