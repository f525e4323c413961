import type { ScreenLanguage } from '@shouwen/client/names';
import { ERRORS } from '@shouwen/contracts/errors';
import type { ItemFault } from '@shouwen/domain/catalogue/item-faults';
import { formatDay } from '@shouwen/ui/i18n/format';
import { isDay } from '@shouwen/domain/time/zoned';

/** What is wrong with an item, in the sentence that the server would answer, and the day that shows it. */
export function faultSentence({ fault, day }: ItemFault, lng: ScreenLanguage): string {
  const sentence = ERRORS[fault][lng === 'en' ? 'en' : 'zh'];
  if (day === undefined) return sentence;
  const named = isDay(day) ? formatDay(day, lng, { year: true }) : day;
  return lng === 'en' ? `${named}: ${sentence}` : `${named}:${sentence}`;
}
