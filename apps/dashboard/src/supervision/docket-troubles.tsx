import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { personName } from '@shouwen/client/names';
import { useApi } from '@shouwen/client/react/api';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { listDocket } from '@shouwen/contracts/http/docket.operations';
import type { ReplyOf } from '@shouwen/contracts/http/operation';
import type { DocketItem } from '@shouwen/contracts/views/docket.schema';
import { Pill } from '@shouwen/ui/pill';
import { dueBy, dueWords, TONE_OF } from '../docket/due-words.ts';
import { topicOf } from '../docket/topic.ts';
import { DOCKET_STALE_MS } from '../docket/use-docket.ts';
import { useText } from '../i18n/text.ts';
import { foremost } from './foremost.ts';
import css from './supervision.module.css';

export type DocketTrouble = ReplyOf<typeof listDocket>;

/** What of the docket is yellow, red, or waits for somebody; asked again as the docket's lists are. */
export function useDocketTrouble(hallId: string): DocketTrouble | undefined {
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['docket', hallId, 'board', 'supervision'],
    queryFn: () => api.call(listDocket, { params: { hallId }, query: { filter: 'trouble' } }),
    refetchInterval: DOCKET_STALE_MS,
  });
  return data;
}

interface Props {
  docket: DocketTrouble;
  catalogue: PublicCatalogue;
  now: number;
}

/** The gravest of it, a line each that opens the file; the rest is a press away. */
export function DocketTroubles({ docket, catalogue, now }: Props) {
  const { t, lng } = useText();
  const shown = foremost(docket.items);
  const told = { t, lng, now, timeZone: catalogue.hall.timeZone };
  const kind = (item: DocketItem) =>
    item.state === 'offered' || item.state === 'awaits-appointment'
      ? t(`supervision.troubles.${item.state}`)
      : item.level && t(`docket.levels.${item.level}`);
  return (
    <>
      <ul className={css.troubles}>
        {shown.map((item) => (
          <li key={item.contactId}>
            <span className={css.troubleHead}>
              <Pill tone={item.level ? TONE_OF[item.level] : 'soon'} shape>
                {kind(item)}
              </Pill>
              <span>{dueBy(item, told)}</span>
            </span>
            <Link className={css.troubleLink} href={`/dashboard/docket/${item.contactId}`}>
              <span>
                {topicOf(item, { t, lng, catalogue }) || item.number} ·{' '}
                {item.offeredTo
                  ? t('supervision.stillWith', {
                      from: personName(item.firstReceiver, lng),
                      to: personName(item.offeredTo, lng),
                      name: personName(item.answerable, lng),
                    })
                  : t('supervision.heldBy', { name: personName(item.answerable, lng), due: dueWords(item, told) })}
              </span>
              <span aria-hidden="true">→</span>
            </Link>
          </li>
        ))}
      </ul>
      <p className={css.troubleMore}>
        <Link href="/dashboard/docket">{t('supervision.wholeDocket', { count: docket.total })}</Link>
      </p>
    </>
  );
}
