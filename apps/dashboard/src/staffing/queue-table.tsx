import { say } from '@shouwen/client/names';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { StaffingView } from '@shouwen/contracts/views/staffing.schema';
import { Card } from '@shouwen/ui/card';
import { useText } from '../i18n/text.ts';
import css from './staffing.module.css';
import { rangeText } from './words.ts';

/** Each queue under both rosters. */
export function QueueTable({ view, catalogue }: { view: StaffingView; catalogue: PublicCatalogue }) {
  const { t, lng } = useText();
  const both = [view.planned, ...(view.whatIf ? [view.whatIf] : [])];
  const names = [t('staffing.planned'), t('staffing.whatIf')];
  const rows = view.planned.queues.filter(({ figures }) => figures !== null);
  return (
    <Card labelledBy="queues">
      <h2 id="queues">{t('staffing.queues')}</h2>
      <div className={css.scroll}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t('staffing.queue')}</th>
              {both.map((_, at) => (
                <th key={at} scope="col">
                  {t('staffing.rows.p90')} · {names[at]}
                </th>
              ))}
              {both.map((_, at) => (
                <th key={at} scope="col">
                  {t('staffing.rows.kept')} · {names[at]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ queueId }) => {
              const queue = catalogue.queues.find(({ id }) => id === queueId);
              const figures = both.map(({ queues }) => queues.find((one) => one.queueId === queueId)?.figures ?? null);
              return (
                <tr key={queueId}>
                  <th scope="row">{queue ? say(queue.name, lng) : queueId}</th>
                  {figures.map((one, at) => (
                    <td key={at}>{rangeText(one?.p90Ms ?? null, 'minutes', { t, lng })}</td>
                  ))}
                  {figures.map((one, at) => (
                    <td key={at}>{rangeText(one?.kept ?? null, 'share', { t, lng })}</td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
