import { useQuery } from '@tanstack/react-query';
import { useApi } from '@shouwen/client/react/api';
import { viewOrder } from '@shouwen/contracts/http/queue.operations';
import type { OrderView } from '@shouwen/contracts/views/ticket.schema';
import { Card } from '@shouwen/ui/card';
import { formatTime } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import css from './phone.module.css';

/** Who is before me and why, one sentence each. */
export function OrderCard({ code, ahead, timeZone }: { code: string; ahead: number; timeZone: string }) {
  const { t, lng } = useText();
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['order', code, ahead],
    queryFn: () => api.call(viewOrder, { params: { code } }),
  });
  const at = (ms: number) => formatTime(ms, timeZone, lng);
  const sentence = ({ number, why }: OrderView['before'][number]): string => {
    switch (why.why) {
      case 'head-start':
        return t('phone.headStart', {
          number,
          class: t(`matter.${why.headStart as 'senior'}`),
          issued: at(why.issuedAt),
          counts: at(why.countsAs),
        });
      case 'came-back':
        return t('phone.cameBack', { number, counts: at(why.countsAs) });
      case 'appointment':
        return t('phone.appointment', { number, counts: at(why.countsAs) });
      case 'transferred':
        return t('phone.transferred', { number, time: at(why.issuedAt) });
      case 'arrived-earlier':
        return t('phone.earlier', { number, time: at(why.at) });
    }
  };
  return (
    <Card as="section">
      <details>
        <summary className={css.subtitle}>{t('phone.why')}</summary>
        {data?.before.length === 0 && <p>{t('phone.first')}</p>}
        <ul className={css.order}>
          {data?.before.map((one) => (
            <li key={one.number}>{sentence(one)}</li>
          ))}
        </ul>
      </details>
    </Card>
  );
}
