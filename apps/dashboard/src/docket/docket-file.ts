import { personName, say, type ScreenLanguage } from '@shouwen/client/names';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { DocketItem } from '@shouwen/contracts/views/docket.schema';
import type { Say } from '../i18n/text.ts';
import { toCsv } from '../log/csv.ts';
import { topicOf } from './topic.ts';

/** The docket's list as CSV. No citizen stands in it — neither name nor telephone —, so there is nothing to mask (DOMAIN §10). */
export function docketFile(
  items: readonly DocketItem[],
  { t, lng, catalogue }: { t: Say; lng: ScreenLanguage; catalogue: PublicCatalogue | undefined },
): string {
  const head = (
    [
      'number',
      'matter',
      'department',
      'state',
      'level',
      'received',
      'due',
      'left',
      'promised',
      'legal',
      'answerable',
      'offeredTo',
      'firstReceiver',
      'unseen',
    ] as const
  ).map((name) => t(`board.columns.${name}`));
  const rows = items.map((item) => {
    const department = catalogue?.departments.find(({ id }) => id === item.departmentId);
    return [
      item.number,
      topicOf(item, { t, lng, catalogue }),
      department ? say(department.name, lng) : '',
      t(`docket.states.${item.state}`),
      item.level ? t(`docket.levels.${item.level}`) : '',
      item.receivedDay,
      item.due?.day ?? '',
      item.leftDays ?? '',
      item.promisedLastDay ?? '',
      item.legalLastDay ?? '',
      personName(item.answerable, lng),
      personName(item.offeredTo ?? undefined, lng),
      personName(item.firstReceiver, lng),
      item.unacknowledged,
    ];
  });
  return toCsv([head, ...rows]);
}
