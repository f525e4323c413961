import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { matterName } from '@shouwen/client/names';
import { useApi } from '@shouwen/client/react/api';
import { useCatalogue } from '@shouwen/client/react/hall';
import { viewEnquiries } from '@shouwen/contracts/http/enquiry.operations';
import type { AnsweredEnquiry } from '@shouwen/contracts/views/petition.schema';
import { Button } from '@shouwen/ui/button';
import { Card } from '@shouwen/ui/card';
import { EmptyState } from '@shouwen/ui/empty-state';
import { formatDay } from '@shouwen/ui/i18n/format';
import { Opening } from '@shouwen/ui/opening';
import { Pill } from '@shouwen/ui/pill';
import { DOCKET_STALE_MS } from '../docket/use-docket.ts';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { FaqDialog } from './faq-dialog.tsx';
import { share } from './share.ts';
import { TwoTouches } from './two-touches.tsx';
import css from './voices.module.css';
import { spanOf, YearChoice } from './year-choice.tsx';

const PUBLISHES: readonly string[] = ['supervisor', 'administrator'];
const RECEIVES: readonly string[] = ['guide', 'supervisor'];

/** Enquiries by channel with their reply rate; two touches for those face to face; and what may stand among the often asked. */
export function EnquiryBoard({ today }: { today: string }) {
  const me = useMe();
  const { t, lng } = useText();
  const api = useApi();
  const queries = useQueryClient();
  const { data: catalogue } = useCatalogue(me.hallId);
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const [chosen, setChosen] = useState<AnsweredEnquiry | null>(null);
  const board = useQuery({
    queryKey: ['docket', me.hallId, 'enquiries', year],
    queryFn: () => api.call(viewEnquiries, { params: { hallId: me.hallId }, query: spanOf(year) }),
    refetchInterval: DOCKET_STALE_MS,
  });
  const { data } = board;
  if (!data) return board.error ? <Failure error={board.error} /> : <Opening />;
  const again = () => void queries.invalidateQueries({ queryKey: ['docket', me.hallId] });
  return (
    <>
      {RECEIVES.includes(me.role) && <TwoTouches onDone={again} />}
      <Card labelledBy="by-channel">
        <div className={css.head}>
          <h2 id="by-channel">{t('voices.byChannel')}</h2>
          <YearChoice today={today} year={year} onYear={setYear} />
        </div>
        <div className={css.scroll}>
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col">{t('voices.channel')}</th>
                <th scope="col">{t('voices.received')}</th>
                <th scope="col">{t('voices.answered')}</th>
                <th scope="col">{t('voices.late')}</th>
                <th scope="col">{t('voices.replyRate')}</th>
              </tr>
            </thead>
            <tbody>
              {data.figures.map(({ channel, received, answered, late, rate }) => (
                <tr key={channel}>
                  <th scope="row">{t(`voices.channels.${channel}`)}</th>
                  <td>{received}</td>
                  <td>{answered}</td>
                  <td>{late}</td>
                  <td>{share(rate, lng)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Card>
      <section aria-labelledby="answered">
        <h2 id="answered">{t('voices.answeredList')}</h2>
        {data.answered.length === 0 && (
          <EmptyState title={t('voices.noneAnswered')}>{t('voices.noneAnsweredHint')}</EmptyState>
        )}
        <ul className={css.answers}>
          {data.answered.map((one) => (
            <Card as="li" key={one.contactId}>
              <p className={css.quiet}>
                {formatDay(one.day, lng)} · {t(`voices.channels.${one.channel}`)}
                {one.matterId && ` · ${matterName(catalogue, { matterId: one.matterId, queueId: '' }, lng)}`}
              </p>
              <p className={css.question}>{one.question}</p>
              <p className={css.said}>{one.answer}</p>
              {one.published ? (
                <Pill tone="good" shape>
                  {t('voices.published')}
                </Pill>
              ) : (
                PUBLISHES.includes(me.role) && <Button onClick={() => setChosen(one)}>{t('voices.publish')}</Button>
              )}
            </Card>
          ))}
        </ul>
      </section>
      {chosen && (
        <FaqDialog
          key={chosen.contactId}
          enquiry={chosen}
          onClose={() => setChosen(null)}
          onDone={() => {
            setChosen(null);
            again();
          }}
        />
      )}
    </>
  );
}
