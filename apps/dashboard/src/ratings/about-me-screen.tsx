import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { say } from '@shouwen/client/names';
import { useApi } from '@shouwen/client/react/api';
import { useCommand } from '@shouwen/client/react/command';
import { appealRating, listRated } from '@shouwen/contracts/http/rating.operations';
import type { RatedView } from '@shouwen/contracts/views/rating.schema';
import { Button } from '@shouwen/ui/button';
import { Card } from '@shouwen/ui/card';
import { EmptyState } from '@shouwen/ui/empty-state';
import { formatDay } from '@shouwen/ui/i18n/format';
import { Opening } from '@shouwen/ui/opening';
import { Pill } from '@shouwen/ui/pill';
import { useText } from '../i18n/text.ts';
import { useDocketHall } from '../docket/use-docket.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { Shell } from '../shell/shell.tsx';
import { OwnFigures } from './own-figures.tsx';
import css from './ratings.module.css';

/** What was found about me: only once it is verified, without anything by which the citizen could be known; and the appeal. */
export default function AboutMeScreen() {
  const me = useMe();
  const { t } = useText();
  const api = useApi();
  const hall = useDocketHall();
  const { data, error } = useQuery({
    queryKey: ['docket', me.hallId, 'rated'],
    queryFn: () => api.call(listRated, { params: { hallId: me.hallId } }),
  });
  return (
    <Shell hall={hall}>
      <main className={css.page}>
        <header>
          <h1>{t('rating.mine.title')}</h1>
          <p className={css.quiet}>{t('rating.mine.hint')}</p>
        </header>
        <OwnFigures />
        <Failure error={error} />
        {!data && !error && <Opening />}
        {data?.length === 0 && <EmptyState title={t('rating.mine.empty')}>{t('rating.mine.emptyHint')}</EmptyState>}
        {data?.map((one) => (
          <Rated key={one.ratedId} rated={one} />
        ))}
      </main>
    </Shell>
  );
}

function Rated({ rated }: { rated: RatedView }) {
  const { t, lng } = useText();
  return (
    <Card labelledBy={rated.ratedId}>
      <h2 id={rated.ratedId}>
        {t(`rating.findings.${rated.finding}`)} ·{' '}
        {t('rating.mine.verified', { day: formatDay(rated.verifiedDay, lng) })}
      </h2>
      <p className={css.row}>
        {rated.labels.map((label) => (
          <Pill key={label.zh}>{say(label, lng)}</Pill>
        ))}
      </p>
      <dl className={css.facts}>
        {rated.said && (
          <>
            <dt>{t('rating.mine.said')}</dt>
            <dd>{rated.said}</dd>
          </>
        )}
        <dt>{t('rating.mine.grounds')}</dt>
        <dd>{rated.grounds}</dd>
        {rated.appeal?.grounds && (
          <>
            <dt>{t('rating.mine.appeal')}</dt>
            <dd>{rated.appeal.grounds}</dd>
          </>
        )}
      </dl>
      <Appeal rated={rated} />
    </Card>
  );
}

function Appeal({ rated: { ratedId, appeal, appealUntil, canAppeal } }: { rated: RatedView }) {
  const me = useMe();
  const { t, lng } = useText();
  const queries = useQueryClient();
  const send = useCommand(appealRating);
  const [words, setWords] = useState('');
  if (appeal) {
    const text =
      appeal.upheld === null
        ? t('rating.mine.appealed', { day: formatDay(appeal.decideBy, lng) })
        : t(appeal.upheld ? 'rating.mine.upheld' : 'rating.mine.declined');
    return <p>{text}</p>;
  }
  if (!canAppeal || appealUntil === null) return <p className={css.quiet}>{t('rating.mine.closed')}</p>;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await send.run({ params: { hallId: me.hallId, ratedId }, body: { words } });
    if (answer) await queries.invalidateQueries({ queryKey: ['docket', me.hallId, 'rated'] });
  };
  return (
    <form className={css.form} onSubmit={(event) => void submit(event)}>
      <p className={css.quiet}>{t('rating.mine.appealUntil', { day: formatDay(appealUntil, lng) })}</p>
      <label>
        {t('rating.mine.appealWords')}
        <textarea required rows={3} maxLength={2000} value={words} onChange={(event) => setWords(event.target.value)} />
      </label>
      <Failure error={send.error} />
      <p className={css.row}>
        <Button type="submit" kind="primary" busy={send.pending}>
          {t('rating.mine.appeal')}
        </Button>
      </p>
    </form>
  );
}
