import { useQuery } from '@tanstack/react-query';
import { useApi } from '@shouwen/client/react/api';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { viewTicketProgress } from '@shouwen/contracts/http/progress.operations';
import { useText } from '../i18n/text.ts';
import { ProgressCard } from './progress-card.tsx';
import css from './progress.module.css';

/** What came of a ticket: its case or first contact, as long as the slip's code is known. Nothing before the serving has ended. */
export function TicketProgress({
  code,
  ended,
  catalogue,
}: {
  code: string;
  ended: boolean;
  catalogue: PublicCatalogue;
}) {
  const { t } = useText();
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['progress', code, ended],
    queryFn: () => api.call(viewTicketProgress, { params: { code } }),
    refetchInterval: 60_000,
  });
  if (!data || data.length === 0) return null;
  return (
    <section className={css.list} aria-label={t('progress.mine')}>
      {data.map((one) => (
        <ProgressCard key={one.number} progress={one} catalogue={catalogue} />
      ))}
    </section>
  );
}
