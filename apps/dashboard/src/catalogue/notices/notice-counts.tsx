import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '@shouwen/client/react/api';
import { countNotices } from '@shouwen/contracts/http/questionnaire.operations';
import { useText } from '../../i18n/text.ts';
import { useMe } from '../../session/session.tsx';
import { Failure } from '../../shared/failure.tsx';
import settings from '../settings.module.css';
import css from './notices.module.css';

const COUNTED = ['published', 'withdrawn', 'shown', 'read'] as const;

/** How many were published, withdrawn and read in a period, by column (信息公开统计); this year when nothing is chosen. */
export function NoticeCounts({ today, seq }: { today: string; seq: number }) {
  const me = useMe();
  const { t } = useText();
  const api = useApi();
  const [from, setFrom] = useState(`${today.slice(0, 4)}-01-01`);
  const [until, setUntil] = useState(today);
  const valid = from !== '' && from <= until;
  const { data, error } = useQuery({
    queryKey: ['notice-counts', me.hallId, from, until, seq],
    queryFn: () => api.call(countNotices, { params: { hallId: me.hallId }, query: { from, until } }),
    enabled: valid,
    placeholderData: (old) => old,
  });
  const sum = (of: (typeof COUNTED)[number]) => (data ?? []).reduce((all, row) => all + row[of], 0);
  const date = (label: string, value: string, set: (value: string) => void) => (
    <label>
      {label}
      <input className={settings.input} type="date" value={value} onChange={({ target }) => set(target.value)} />
    </label>
  );
  return (
    <section className={settings.stack} aria-labelledby="counts">
      <h2 id="counts">{t('notices.counts')}</h2>
      <div className={css.period}>
        {date(t('notices.from'), from, setFrom)}
        {date(t('notices.until'), until, setUntil)}
      </div>
      {!valid && <p className={settings.wrong}>{t('notices.backwards')}</p>}
      <Failure error={error} />
      {data && (
        <table className={css.counts}>
          <thead>
            <tr>
              <th scope="col">{t('notices.column')}</th>
              {COUNTED.map((one) => (
                <th key={one} scope="col">
                  {t(`notices.${one}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.map((row) => (
              <tr key={row.column}>
                <th scope="row">{t(`notices.columns.${row.column}`)}</th>
                {COUNTED.map((one) => (
                  <td key={one}>{row[one]}</td>
                ))}
              </tr>
            ))}
            <tr data-sum>
              <th scope="row">{t('notices.sum')}</th>
              {COUNTED.map((one) => (
                <td key={one}>{sum(one)}</td>
              ))}
            </tr>
          </tbody>
        </table>
      )}
    </section>
  );
}
