import { personName, say } from '@shouwen/client/names';
import type { SavedChange } from '@shouwen/contracts/views/settings.schema';
import type { CalendarDay, PublicCatalogue, Text } from '@shouwen/contracts/catalogue/catalogue.schema';
import { ALARM_MEASURES } from '@shouwen/domain/alarm/alarm';
import { dayKind } from '@shouwen/domain/calendar/day-kind';
import { formatDay, formatSpan } from '@shouwen/ui/i18n/format';
import type { Told } from '../shared/docket-sentence.ts';

type Item = SavedChange['items'][number];
const KINDS = [
  'calendar',
  'year-table',
  'matter',
  'staff',
  'leave',
  'hall',
  'notice',
  'questionnaire',
  'alarm',
  'score-card',
] as const;
type Kind = (typeof KINDS)[number];

/** Whether what was saved is a photograph come or gone, which nothing takes back. */
export const isPhoto = ({ kind, item, before }: Pick<Item, 'kind' | 'item' | 'before'>): boolean =>
  kind === 'staff' && item !== null && before !== null && (item['photoId'] ?? null) !== (before['photoId'] ?? null);

/** A saved item as a person says it. */
export function itemSentence({ kind, id, item, before }: Item, told: Told & { catalogue: PublicCatalogue }): string {
  const { t, lng, staff, catalogue } = told;
  const known = KINDS.find((one) => one === kind);
  if (!known) return `${kind} ${id}`;
  const shown = (item ?? before ?? {}) as Record<string, never>;
  const name = (staffId: unknown) =>
    personName(
      staff.find((one) => one.id === staffId),
      lng,
    ) || t('settings.none');
  const words = (value: Text | undefined) => (value ? say(value, lng) : '');
  const day = (value: unknown) => (typeof value === 'string' ? formatDay(value, lng, { weekday: false }) : '—');
  const values: Record<Kind, () => Record<string, string | number>> = {
    calendar: () => ({
      day: formatDay(id, lng, { year: true }),
      ...(item ? ownDay(item as unknown as CalendarDay) : {}),
    }),
    'year-table': () => ({ year: id }),
    matter: () => ({
      name: shown['name'] ? say(shown['name'], lng) : id,
      promised: shown['promisedDays'] ?? '—',
      legal: shown['legalDays'] ?? '—',
      standard: formatSpan(Number(shown['handlingStandardSeconds']), lng),
    }),
    staff: () => ({ name: name(id), standIn: name(shown['standInId']) }),
    leave: () => ({ name: name(shown['staffId']), from: day(shown['from']), until: day(shown['until']) }),
    hall: () => ({}),
    alarm: () => {
      const measure = ALARM_MEASURES.find((one) => one === id);
      return { name: measure ? t(`alarms.measures.${measure}`) : id };
    },
    'score-card': () => ({ month: id }),
    notice: () => ({
      text: words(shown['text']),
      reason: words((shown['withdrawn'] as { reason?: Text } | null | undefined)?.reason),
    }),
    questionnaire: () => ({ title: words(shown['title']), from: day(shown['from']), until: day(shown['until']) }),
  };
  const ownDay = (entry: CalendarDay) => ({
    kind: t(`settings.calendar.kinds.${dayKind(entry.day, { ...catalogue, calendar: { [entry.day]: entry } })}`),
    reason: say(entry.reason, lng),
  });
  if (isPhoto({ kind, item, before }))
    return t(`settings.items.photo${item?.['photoId'] ? '' : 'Removed'}`, { name: name(id) });
  if (known === 'notice' && item?.['withdrawn']) return t('settings.items.noticeWithdrawn', values.notice());
  return t(`settings.items.${known}${item ? '' : 'Removed'}`, values[known]());
}
