import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useApi } from '@shouwen/client/react/api';
import { useCatalogue, useHall } from '@shouwen/client/react/hall';
import { viewTicket } from '@shouwen/contracts/http/queue.operations';
import { EmptyState } from '@shouwen/ui/empty-state';
import { Opening } from '@shouwen/ui/opening';
import { useText } from '../i18n/text.ts';
import { PhoneTicket } from './phone-ticket.tsx';

/** Phones of one queue do not all ask in the same moment, ms. */
const CALM_MS = 1_500;

/** My ticket on my phone: no app, no account, the code on the slip is the key. */
export default function PhoneScreen({ code }: { code: string }) {
  const { t } = useText();
  const api = useApi();
  const query = useQuery({
    queryKey: ['ticket', code],
    queryFn: () => api.call(viewTicket, { params: { code } }),
    refetchInterval: 30_000,
  });
  if (query.data) return <LiveTicket code={code} hallId={query.data.hallId} view={query.data} />;
  if (query.isError) {
    return (
      <main>
        <h1 hidden>{t('phone.notFound')}</h1>
        <EmptyState title={t('phone.notFound')}>{t('phone.notFoundHint')}</EmptyState>
      </main>
    );
  }
  return <Opening />;
}

type View = Parameters<typeof PhoneTicket>[0]['view'];

function LiveTicket({ code, hallId, view }: { code: string; hallId: string; view: View }) {
  const hall = useHall(hallId, 'public');
  const { data: catalogue } = useCatalogue(hallId);
  const queries = useQueryClient();
  const queue = hall.board?.queues.find(({ id }) => id === view.queueId);
  const window = hall.board?.windows.find(({ ticket }) => ticket?.number === view.number);
  // What moves my place: my queue, or a window that has my number.
  const sign = JSON.stringify([queue?.waiting, queue?.next, window?.ticket]);
  useEffect(() => {
    const timer = setTimeout(
      () => void queries.invalidateQueries({ queryKey: ['ticket', code] }),
      window ? 0 : CALM_MS * (0.5 + Math.random()),
    );
    return () => clearTimeout(timer);
  }, [sign, code, queries, window]);
  return catalogue ? (
    <PhoneTicket code={code} view={view} catalogue={catalogue} connection={hall.connection} />
  ) : (
    <Opening />
  );
}
