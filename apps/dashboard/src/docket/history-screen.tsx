import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import { matterName, personName } from '@shouwen/client/names';
import { useApi } from '@shouwen/client/react/api';
import { useCatalogue } from '@shouwen/client/react/hall';
import { findImported } from '@shouwen/contracts/http/history.operations';
import type { ImportedCaseView, OfficerElsewhere } from '@shouwen/contracts/views/history.schema';
import { Card } from '@shouwen/ui/card';
import { formatDateTime } from '@shouwen/ui/i18n/format';
import { Opening } from '@shouwen/ui/opening';
import { Pill } from '@shouwen/ui/pill';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { Shell } from '../shell/shell.tsx';
import css from './docket.module.css';
import { useDocketHall } from './use-docket.ts';

/** Cases that other systems dealt with under this number: to be read, nothing of them is owed here. */
export default function HistoryScreen() {
  const me = useMe();
  const { lng } = useText();
  const api = useApi();
  const hall = useDocketHall();
  const { number = '' } = useParams<{ number: string }>();
  const { data: catalogue } = useCatalogue(me.hallId);
  const { data: cases, error } = useQuery({
    queryKey: ['history', me.hallId, number],
    queryFn: () => api.call(findImported, { params: { hallId: me.hallId, number } }),
  });
  const matter = (id: string | null) => (id ? matterName(catalogue, { matterId: id, queueId: '' }, lng) : '');
  return (
    <Shell hall={hall}>
      <main className={css.page}>
        <Failure error={error} />
        {!error && (!cases || !catalogue) && <Opening />}
        {catalogue &&
          cases?.map((item) => (
            <Imported key={item.source} item={item} matter={matter(item.matterId)} timeZone={catalogue.hall.timeZone} />
          ))}
      </main>
    </Shell>
  );
}

function Imported({ item, matter, timeZone }: { item: ImportedCaseView; matter: string; timeZone: string }) {
  const { t, lng } = useText();
  const when = (at: number | null) =>
    at === null ? t('history.none') : formatDateTime(at, timeZone, lng, { year: true });
  const who = (officer: OfficerElsewhere | null) =>
    officer === null
      ? t('history.none')
      : officer.here
        ? `${personName(officer.here, lng)} (${officer.id})`
        : officer.id;
  const facts: [string, string][] = [
    [t('history.began'), when(item.beganAt)],
    [t('history.deadline'), when(item.deadlineAt)],
    [t('history.ended'), when(item.endedAt)],
    [
      t('history.took'),
      item.workingDays === null ? t('history.none') : t('docket.workdays', { count: item.workingDays }),
    ],
    [t('history.firstReceiver'), who(item.firstReceiver)],
    [t('history.handOvers'), String(item.handOvers)],
    [t('history.department'), item.department ?? t('history.none')],
    [t('docket.channel'), item.channel ? t(`docket.channels.${item.channel}`) : t('history.none')],
  ];
  return (
    <>
      <header className={css.head}>
        <div>
          <p className={css.quiet}>{[item.number, matter].filter((part) => part !== '').join(' · ')}</p>
          <h1>{t(`history.states.${item.state}`)}</h1>
          <p className={css.row}>
            <Pill tone="neutral" shape>
              {t('history.mark')}
            </Pill>
            {item.late && (
              <Pill tone="broken" shape>
                {t('history.late')}
              </Pill>
            )}
            <span className={css.quiet}>{t('history.from', { source: item.source })}</span>
          </p>
        </div>
        <div className={css.who}>
          <span className={css.quiet}>{t('history.responsible')}</span>
          <strong>{who(item.responsible)}</strong>
        </div>
      </header>
      <div className={css.two}>
        <Card labelledBy={`steps-${item.source}`}>
          <div className={css.head}>
            <h2 id={`steps-${item.source}`}>{t('docket.story')}</h2>
            <span className={css.quiet}>{t('history.steps', { count: item.steps.length })}</span>
          </div>
          <ol className={`${css.story} ${css.past}`}>
            {[...item.steps].reverse().map((step, n) => (
              <li key={item.steps.length - n}>
                <time>{formatDateTime(step.at, timeZone, lng, { year: true })}</time>
                <span>
                  {step.name}
                  {step.means && <span className={css.quiet}> {t(`history.means.${step.means}`)}</span>}
                </span>
                <span className={css.by}>{step.by ? who(step.by) : ''}</span>
              </li>
            ))}
          </ol>
        </Card>
        <Card labelledBy={`facts-${item.source}`}>
          <h2 id={`facts-${item.source}`}>{t('history.facts')}</h2>
          <ul className={css.materials}>
            {facts.map(([name, value]) => (
              <li key={name}>
                <span className={css.quiet}>{name}</span>
                <span>{value}</span>
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </>
  );
}
