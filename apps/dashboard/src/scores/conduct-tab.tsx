import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearch } from 'wouter';
import { useApi } from '@shouwen/client/react/api';
import { listConduct, listOwnConduct } from '@shouwen/contracts/http/conduct.operations';
import { BREACHES } from '@shouwen/domain/conduct/conduct';
import { Button } from '@shouwen/ui/button';
import { EmptyState } from '@shouwen/ui/empty-state';
import { Opening } from '@shouwen/ui/opening';
import { useText } from '../i18n/text.ts';
import type { Named } from '../performance/names.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { ConductCard } from './conduct-card.tsx';
import { ConductForm, type ConductWish } from './conduct-form.tsx';
import type { ScoresPage } from './scores-screen.tsx';
import css from './scores.module.css';

/** Rewards and accountability of the hall: what waits for somebody first. */
export function ConductTab({ named }: ScoresPage) {
  const me = useMe();
  const { t } = useText();
  const api = useApi();
  const search = useSearch();
  const [wish, setWish] = useState<ConductWish | null>(() => wishIn(search));
  const { data, error, isLoading } = useQuery({
    queryKey: ['conduct', me.hallId, 'all'],
    queryFn: () => api.call(listConduct, { params: { hallId: me.hallId } }),
  });
  const leads = me.role === 'supervisor' || me.role === 'director';
  return (
    <>
      <p className={css.quiet}>{t('scores.conduct.hint')}</p>
      {leads && (
        <p className={css.row}>
          {me.role === 'director' && (
            <Button kind="primary" onClick={() => setWish({ what: 'reward', conduct: null })}>
              {t('scores.conduct.reward')}
            </Button>
          )}
          <Button onClick={() => setWish({ what: 'finding', conduct: null })}>{t('scores.conduct.finding')}</Button>
        </p>
      )}
      <Failure error={error} />
      {isLoading && <Opening />}
      {data?.length === 0 && <EmptyState title={t('scores.conduct.none')}>{t('scores.conduct.noneHint')}</EmptyState>}
      {data?.map((one) => (
        <ConductCard key={one.id} conduct={one} named={named} onWish={setWish} />
      ))}
      <ConductForm wish={wish} named={named} onClose={() => setWish(null)} />
    </>
  );
}

/** A finding begun elsewhere — in the day list —, out of the page's address. */
function wishIn(search: string): ConductWish | null {
  const asked = new URLSearchParams(search);
  const [staffId, grounds] = [asked.get('staff'), asked.get('grounds') ?? ''];
  const breach = BREACHES.find((one) => one === asked.get('breach'));
  return staffId && breach ? { what: 'finding', conduct: null, from: { staffId, breach, grounds } } : null;
}

/** What is about me: there only when there is something. */
export function OwnConduct({ named }: { named: Named }) {
  const me = useMe();
  const { t } = useText();
  const api = useApi();
  const [wish, setWish] = useState<ConductWish | null>(null);
  const { data } = useQuery({
    queryKey: ['conduct', me.hallId, 'mine'],
    queryFn: () => api.call(listOwnConduct, { params: { hallId: me.hallId } }),
  });
  if (!data || data.length === 0) return null;
  return (
    <section className={css.stack} aria-labelledby="own-conduct">
      <h2 id="own-conduct">{t('scores.conduct.mineTitle')}</h2>
      {data.map((one) => (
        <ConductCard key={one.id} conduct={one} named={named} onWish={setWish} />
      ))}
      <ConductForm wish={wish} named={named} onClose={() => setWish(null)} />
    </section>
  );
}
